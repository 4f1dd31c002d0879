import * as z from 'zod'
import type { Json, JsonObject } from '../../core/json.js'
import { ToolError } from '../../core/errors.js'
import { float, type Numeric, toNumber } from '../../core/number.js'
import { between, sampleOf } from '../../core/random.js'
import { defineTool, entity, type Known } from '../../environment/index.js'
import { comparable, numberOf, plus, refused, textOf } from './arguments.js'
import { tripPhrases as phrases } from './trip-phrases.js'
import {
  distanceBetween,
  GALLONS_PER_LITER,
  LITERS_PER_GALLON,
  MILES_PER_GALLON,
  type State,
  TANK_CAPACITY,
  zipcodeOf,
} from './state.js'

const tool = defineTool<State>()
const zipcode = entity('zipcode', z.string())
const gallons = entity('gallons', z.number())
const liters = entity('liters', z.number())
const distance = entity('distance', z.number())
const place = entity('place', z.string())

/** Fuel, distances, navigation and tyres (SEMANTICS.md section 12). */
export const tripTools = {
  fillFuelTank: tool({
    description: `Add fuel, in gallons; the tank holds ${TANK_CAPACITY}. Returns the new level.`,
    effect: 'write',
    parameters: z.object({ fuelAmount: gallons.describe('Gallons to add.') }),
    returns: z.object({ fuelLevel: z.number() }),
    phrases: phrases.fillFuelTank,
    candidates({ state, known, random }) {
      if (state.engine_state === 'running') return []
      const room = TANK_CAPACITY - toNumber(state.fuelLevel)
      const whole = sampleOf(
        random.fork('whole'),
        [3, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 17, 18, 20, 22, 25, 28, 30],
        6,
      )
      return [...knownNumbers(known, 'gallons'), ...whole]
        .filter((amount) => amount <= room)
        .map((fuelAmount) => ({ fuelAmount }))
    },
    run({ state, draft, args: { fuelAmount } }) {
      if (comparable(fuelAmount, '<') < 0) throw refused('invalid-value', 'Fuel amount cannot be negative.')
      const level = plus(state.fuelLevel, fuelAmount)
      if (toNumber(level) > TANK_CAPACITY) throw refused('too-much', 'Cannot fill gas above the tank capacity.')
      if (toNumber(level) < 0) throw refused('no-fuel', 'Fuel tank is empty. Min fuel level is 0 gallons.')
      draft().fuelLevel = level
      return { fuelLevel: level }
    },
  }),
  estimate_drive_feasibility_by_mileage: tool({
    description: 'Tell whether the fuel in the tank lasts for a distance.',
    effect: 'read',
    parameters: z.object({ distance: distance.describe('Length of the drive, in the unit of the distance estimate.') }),
    returns: z.object({ canDrive: z.boolean() }),
    phrases: phrases.estimate_drive_feasibility_by_mileage,
    candidates: ({ random }) =>
      sampleOf(random.fork('rough'), [80, 100, 120, 150, 200, 250, 300, 350, 400, 450, 500, 600], 4).map((rough) => ({
        distance: rough,
      })),
    run: ({ state, args }) => ({
      canDrive: toNumber(state.fuelLevel) * MILES_PER_GALLON >= comparable(args.distance, '<='),
    }),
  }),
  liter_to_gallon: tool({
    description: 'Convert liters to gallons.',
    effect: 'read',
    parameters: z.object({ liter: liters.describe('Volume in liters.') }),
    returns: z.object({ gallon: gallons }),
    phrases: phrases.liter_to_gallon,
    candidates: ({ known, random }) =>
      [...knownNumbers(known, 'liters'), between(random.fork('more'), 11, 95)].map((liter) => ({ liter })),
    run: ({ args: { liter } }) => ({ gallon: times(liter, GALLONS_PER_LITER) }),
  }),
  gallon_to_liter: tool({
    description: 'Convert gallons to liters.',
    effect: 'read',
    parameters: z.object({ gallon: gallons.describe('Volume in gallons.') }),
    returns: z.object({ liter: liters }),
    phrases: phrases.gallon_to_liter,
    candidates: ({ state, random }) => [
      ...[toNumber(state.fuelLevel)].filter((level) => Number.isInteger(2 * level)).map((gallon) => ({ gallon })),
      ...sampleOf(random.fork('gallons'), [2, 3.5, 5, 7.5, 8, 11, 12.5, 14, 16, 19, 23, 26], 3).map((gallon) => ({
        gallon,
      })),
    ],
    run: ({ args: { gallon } }) => ({ liter: times(gallon, LITERS_PER_GALLON) }),
  }),
  get_zipcode_based_on_city: tool({
    description: 'Get the zip code of a city; `00000` where the city is unknown.',
    effect: 'read',
    parameters: z.object({ city: entity('city', z.string()).describe('Name of the city.') }),
    returns: z.object({ zipcode }),
    phrases: phrases.get_zipcode_based_on_city,
    candidates: ({ known }) => known.filter((item) => item.entity === 'city').map(({ value }) => ({ city: value })),
    run({ state, args: { city } }) {
      const found = zipcodeOf(state.roads, city)
      if (found === undefined) throw new ToolError('not-found', { zipcode: '00000' })
      return { zipcode: found }
    },
  }),
  estimate_distance: tool({
    description: 'Get the road distance in kilometers between two cities, which are given by zip code.',
    effect: 'read',
    parameters: z.object({
      cityA: zipcode.describe('Zip code of the first city.'),
      cityB: zipcode.describe('Zip code of the second city.'),
    }),
    returns: z.object({ distance }),
    phrases: phrases.estimate_distance,
    candidates({ state: { roads }, known, random }) {
      const zipcodes = known.filter((item) => item.entity === 'zipcode').map(({ value }) => String(value))
      const pairs = zipcodes.flatMap((cityA) => zipcodes.map((cityB) => ({ cityA, cityB })))
      return sampleOf(
        random.fork('pairs'),
        pairs.filter(({ cityA, cityB }) => distanceBetween(roads, cityA, cityB) !== undefined),
        12,
      )
    },
    run({ state: { roads, bulk }, args: { cityA, cityB } }) {
      const cities: JsonObject = bulk ? { intermediaryCities: bulk.intermediaryCities } : {}
      const found = distanceBetween(roads, cityA, cityB)
      if (found === undefined) throw new ToolError('not-found', { error: 'distance not found in database.', ...cities })
      return { distance: found, ...cities }
    },
  }),
  set_navigation: tool({
    description: 'Set the destination of the navigation system.',
    effect: 'write',
    parameters: z.object({ destination: place.describe('Address to go to.') }),
    returns: z.object({ status: z.string() }),
    phrases: phrases.set_navigation,
    candidates: ({ state, known }) =>
      [...known.filter((item) => item.entity === 'place').map(({ value }) => String(value)), state.roads.tireShop]
        .filter((destination) => destination !== state.destination)
        .map((destination) => ({ destination })),
    run({ draft, args: { destination } }) {
      draft().destination = destination
      return { status: `Navigating to ${textOf(destination)}` }
    },
  }),
  check_tire_pressure: tool({
    description: 'Get the pressure of the four tires in psi, and whether their mean is healthy (30 to 35).',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({
      frontLeftTirePressure: z.number(),
      frontRightTirePressure: z.number(),
      rearLeftTirePressure: z.number(),
      rearRightTirePressure: z.number(),
      healthy_tire_pressure: z.boolean(),
      car_info: z.object({}),
    }),
    phrases: phrases.check_tire_pressure,
    run({ state }) {
      const { frontLeftTirePressure, frontRightTirePressure, rearLeftTirePressure, rearRightTirePressure } = state
      const pressures = { frontLeftTirePressure, frontRightTirePressure, rearLeftTirePressure, rearRightTirePressure }
      const mean = Object.values<Numeric>(pressures).reduce<number>((sum, pressure) => sum + toNumber(pressure), 0) / 4
      return { ...pressures, healthy_tire_pressure: mean >= 30 && mean <= 35, car_info: state.bulk?.metadata ?? {} }
    },
  }),
  find_nearest_tire_shop: tool({
    description: 'Get the address of the nearest tire shop.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ shopLocation: place }),
    phrases: phrases.find_nearest_tire_shop,
    run: ({ state: { roads } }) => ({ shopLocation: roads.tireShop }),
  }),
}

function times(value: Json, factor: number): Numeric {
  return float(numberOf(value, "can't multiply sequence by non-int of type 'float'") * factor)
}

function knownNumbers(known: readonly Known[], type: string): number[] {
  return known.flatMap(({ entity: name, value }) => (name === type && typeof value === 'number' ? [value] : []))
}
