import * as z from 'zod'
import type { JsonObject } from '../../core/json.js'
import { float, type Numeric } from '../../core/number.js'

export const DOORS = ['driver', 'passenger', 'rear_left', 'rear_right'] as const
/** In gallons. */
export const TANK_CAPACITY = 50
export const MILES_PER_GALLON = 20
/** Force of a fully pressed brake pedal. */
export const FULL_BRAKE = 1000
/** Force of the engaged parking brake. */
export const PARKING_BRAKE = 500
export const GALLONS_PER_LITER = 0.264172
export const LITERS_PER_GALLON = 3.78541

const numeric: z.ZodType<Numeric> = z.union([
  z.number(),
  z.strictObject({ $float: z.number() }),
  z.strictObject({ $int: z.string() }),
])

const roads = z.object({
  zipcodes: z.array(z.object({ city: z.string(), zipcode: z.string() })),
  /** Distances hold both ways. */
  distances: z.array(z.object({ between: z.tuple([z.string(), z.string()]), distance: numeric })),
  tireShop: z.string(),
})

/** Texts and lists that only long-context runs show. */
const bulk = z.object({
  metadata: z.string(),
  parkingBrakeInstruction: z.string(),
  intermediaryCities: z.array(z.string()),
  weather: z.custom<JsonObject>(),
})

/** A car as SEMANTICS.md section 12 describes it; the keys from `forces` on are private. */
export const state = z.object({
  fuelLevel: numeric,
  batteryVoltage: numeric,
  engine_state: z.string(),
  remainingUnlockedDoors: z.number().int(),
  doorStatus: z.record(z.string(), z.string()),
  acTemperature: numeric,
  fanSpeed: numeric,
  acMode: z.string(),
  humidityLevel: numeric,
  headLightStatus: z.string(),
  parkingBrakeStatus: z.string(),
  brakePedalStatus: z.string(),
  distanceToNextVehicle: numeric,
  cruiseStatus: z.string(),
  destination: z.string(),
  frontLeftTirePressure: numeric,
  frontRightTirePressure: numeric,
  rearLeftTirePressure: numeric,
  rearRightTirePressure: numeric,
  long_context: z.boolean(),
  forces: z.object({ parkingBrake: numeric, slope: numeric, brakePedal: numeric }),
  roads,
  bulk: bulk.nullable(),
  /** Which readings the assistant is told at the start although it could look them up. */
  told: z.object({ doors: z.boolean(), fuel: z.boolean() }),
  generator: z.object({ seed: z.number().int(), drawn: z.number().int() }),
})

export type State = z.infer<typeof state>
export type Roads = State['roads']
export type Bulk = NonNullable<State['bulk']>

/** Private keys. */
export const UNOBSERVED = ['forces', 'roads', 'bulk', 'told', 'generator'] as const satisfies readonly (keyof State)[]

/** The car of a configuration that says nothing (`constants.json`, default state). */
export const DEFAULTS = {
  fuelLevel: float(0),
  batteryVoltage: 12.6,
  engine_state: 'stopped',
  acTemperature: float(25),
  fanSpeed: 50,
  acMode: 'auto',
  humidityLevel: float(50),
  headLightStatus: 'off',
  parkingBrakeStatus: 'released',
  brakePedalStatus: 'released',
  distanceToNextVehicle: float(50),
  cruiseStatus: 'inactive',
  destination: 'None',
  frontLeftTirePressure: float(32),
  frontRightTirePressure: float(32),
  rearLeftTirePressure: float(30),
  rearRightTirePressure: float(30),
} as const

export const DEFAULT_SEED = 141053

/** Names of the unlocked doors, in order. */
export function unlockedDoors({ doorStatus }: State): string[] {
  return Object.entries(doorStatus).flatMap(([door, status]) => (status === 'unlocked' ? [door] : []))
}

/** The zip code of a city by its exact name. */
export function zipcodeOf({ zipcodes }: Roads, city: string): string | undefined {
  return zipcodes.find((entry) => entry.city === city)?.zipcode
}

/** The distance between two zip codes, either way round. */
export function distanceBetween({ distances }: Roads, a: string, b: string): Numeric | undefined {
  return distances.find(({ between: [one, other] }) => (one === a && other === b) || (one === b && other === a))
    ?.distance
}
