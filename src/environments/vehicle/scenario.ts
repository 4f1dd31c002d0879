import { float, type Numeric } from '../../core/number.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import type { Cast, Known, Scenario, ScenarioContext } from '../../environment/index.js'
import { CITY_ENDINGS, CITY_PREFIXES, CITY_STEMS, SITUATIONS, STREETS } from './pools.js'
import { DOORS, FULL_BRAKE, GALLONS_PER_LITER, PARKING_BRAKE, type Roads, type State } from './state.js'

/** A car parked or on the road in a made-up region; the driver knows the cities of one trip by name. */
export function scenario({ random, cast, size }: ScenarioContext): Scenario<State> {
  const towns = townsOf(random.fork('towns'), 9 * size)
  const roads = roadsOf(random.fork('roads'), towns)
  const trip = towns.slice(0, 3 + size)
  const addresses = sampleOf(random.fork('streets'), STREETS, 4).map((street, i) =>
    addressOn(random.fork(`address${i}`), street, trip),
  )
  return {
    state: carOf(random.fork('car'), roads, addresses),
    userKnows: knownOf(random.fork('known'), trip, addresses),
    situations: sampleOf(random.fork('situations'), SITUATIONS, 8).map((text) => inWordsOf(cast, text)),
  }
}

interface Town {
  readonly city: string
  readonly zipcode: string
  readonly x: number
  readonly y: number
}

function townsOf(random: Rng, count: number): Town[] {
  const cities = new Set<string>()
  for (let i = 0; cities.size < count; i++) cities.add(cityName(random.fork(`name${i}`)))
  const step = Math.floor(89_999 / count)
  return [...cities].map((city, i) => {
    const draw = random.fork(`town${i}`)
    return { city, zipcode: String(10_000 + i * step + draw.next(step)), x: draw.next(400), y: draw.next(400) }
  })
}

function cityName(random: Rng): string {
  const name = pick(random, CITY_STEMS) + pick(random, CITY_ENDINGS)
  return chance(random, 1, 4) ? `${pick(random, CITY_PREFIXES)} ${name}` : name
}

/** Distances as the crow flies and a quarter more; one pair in eight is not in the table. */
function roadsOf(random: Rng, towns: readonly Town[]): Roads {
  const pairs = towns.flatMap((a, i) => towns.slice(i + 1).map((b) => [a, b] as const))
  const [a] = towns
  return {
    zipcodes: towns.map(({ city, zipcode }) => ({ city, zipcode })),
    distances: pairs
      .filter(() => !chance(random, 1, 8))
      .map(([from, to]) => ({ between: [from.zipcode, to.zipcode], distance: roadBetween(from, to) })),
    tireShop: a ? addressOn(random.fork('shop'), pick(random.fork('shop-street'), STREETS), [a]) : '',
  }
}

function roadBetween(a: Town, b: Town): Numeric {
  const [dx, dy] = [a.x - b.x, a.y - b.y]
  return float(20 + Math.round(1.25 * Math.sqrt(dx * dx + dy * dy)))
}

/** Without the zip code, which people do not know. */
function addressOn(random: Rng, street: string, towns: readonly Town[]): string {
  return `${between(random, 2, 480)} ${street}, ${pick(random, towns).city}`
}

function carOf(random: Rng, roads: Roads, addresses: readonly string[]): State {
  const running = chance(random.fork('running'), 1, 3)
  const doorStatus = doorsOf(random.fork('doors'), running)
  const pressed = chance(random.fork('pedal'), 1, running ? 9 : 5)
  const pressures = pressuresOf(random.fork('pressures'))
  const from = <T>(label: string, items: readonly T[]): T => pick(random.fork(label), items)
  const parkingBrakeStatus = running ? 'released' : from('brake', ['engaged', 'released'])
  return {
    fuelLevel: halves(random.fork('fuel'), 6, 84),
    batteryVoltage: float(between(random.fork('battery'), 118, 132) / 10),
    engine_state: running ? 'running' : 'stopped',
    remainingUnlockedDoors: Object.values(doorStatus).filter((status) => status === 'unlocked').length,
    doorStatus,
    acTemperature: halves(random.fork('temperature'), 32, 56),
    fanSpeed: 5 * between(random.fork('fan'), 2, 20),
    acMode: from('mode', ['auto', 'auto', 'cool', 'heat', 'defrost']),
    humidityLevel: float(between(random.fork('humidity'), 30, 70)),
    headLightStatus: from('lights', ['off', 'off', 'on']),
    parkingBrakeStatus,
    brakePedalStatus: pressed ? 'pressed' : 'released',
    distanceToNextVehicle: float(between(random.fork('gap'), 10, 150)),
    cruiseStatus: 'inactive',
    destination: from('destination', running ? addresses : ['None']),
    ...pressures,
    long_context: false,
    forces: {
      parkingBrake: float(parkingBrakeStatus === 'engaged' ? PARKING_BRAKE : 0),
      slope: halves(random.fork('slope'), 0, 16),
      brakePedal: float(pressed ? FULL_BRAKE : 0),
    },
    roads,
    bulk: null,
    told: { doors: chance(random.fork('told-doors'), 1, 2), fuel: chance(random.fork('told-fuel'), 1, 2) },
    generator: { seed: between(random.fork('seed'), 1, 1_000_000), drawn: 0 },
  }
}

/** All locked, all unlocked or something between; a running car has all locked. */
function doorsOf(random: Rng, running: boolean): State['doorStatus'] {
  const left = running ? 0 : pick(random, [0, 0, 1, 1, 2, 3, 4, 4, 4])
  const open = sampleOf(random, DOORS, left)
  return Object.fromEntries(DOORS.map((door) => [door, open.includes(door) ? 'unlocked' : 'locked']))
}

function pressuresOf(
  random: Rng,
): Pick<State, 'frontLeftTirePressure' | 'frontRightTirePressure' | 'rearLeftTirePressure' | 'rearRightTirePressure'> {
  const base = pick(random, [56, 58, 62, 63, 64, 65, 66, 67])
  const pressure = (): Numeric => halves(random, base - 2, base + 2)
  return {
    frontLeftTirePressure: pressure(),
    frontRightTirePressure: pressure(),
    rearLeftTirePressure: pressure(),
    rearRightTirePressure: pressure(),
  }
}

function halves(random: Rng, low: number, high: number): Numeric {
  return float(between(random, low, high) / 2)
}

function knownOf(random: Rng, towns: readonly Town[], addresses: readonly string[]): Known[] {
  const liters = sampleOf(random, [10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70], 4)
  return [
    ...towns.map(({ city, zipcode }) => ({
      entity: 'zipcode',
      value: zipcode,
      by: [{ field: 'city', match: 'equals' as const, value: city }],
    })),
    ...towns.map(({ city }) => ({ entity: 'city', value: city, by: [] })),
    ...addresses.map((address) => ({ entity: 'place', value: address, by: [] })),
    ...liters.map((liter) => ({
      entity: 'gallons',
      value: liter * GALLONS_PER_LITER,
      by: [{ field: 'liter', match: 'equals' as const, value: liter }],
    })),
    ...liters.map((liter) => ({ entity: 'liters', value: liter, by: [] })),
  ]
}

function inWordsOf({ colleagues, organisation }: Cast, text: string): string {
  return text.replace('{colleague}', colleagues[0]?.first ?? 'A friend').replace('{organisation}', organisation)
}
