import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, sameJson } from '../../../src/core/json.js'
import { float, untag } from '../../../src/core/number.js'
import { createRng } from '../../../src/core/random.js'
import { callTool, createScenario } from '../../../src/environment/index.js'
import { vehicle } from '../../../src/environments/vehicle/environment.js'
import { load } from '../../../src/environments/vehicle/load.js'
import { DOORS, type State, state } from '../../../src/environments/vehicle/state.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'

const FILES = ['fuzz_VehicleControlAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']
const CLOCK = '2026-03-05T12:00:00'

const call = (name: string, args: JsonObject, from: Json): ReturnType<typeof callTool> =>
  callTool(vehicle, name, args, from, CLOCK)
const after = (from: Json, ...calls: readonly [string, JsonObject][]): Json =>
  calls.reduce((reached, [name, args]) => call(name, args, reached).state, from)

const parked = load({}, { longContext: false, extension: {} })
const lockAll: [string, JsonObject] = ['lockDoors', { unlock: false, door: [...DOORS] }]
const brake: [string, JsonObject] = ['pressBrakePedal', { pedalPosition: 1 }]
const start: [string, JsonObject] = ['startEngine', { ignitionMode: 'START' }]
const ready: readonly [string, JsonObject][] = [lockAll, brake]

if (!bfclPresent) console.log('vehicle: BFCL reference data absent, golden transcripts not replayed')

describe.skipIf(!bfclPresent)('vehicle against golden transcripts', () => {
  it.each(FILES)('gives the results and states of %s', (file) => {
    const { calls, states, differences } = goldenDifferences(
      goldenRecords(`${file}.jsonl.gz`),
      'VehicleControlAPI',
      vehicle,
      load,
    )
    console.log(`${file}: ${calls} calls, ${states} states`)
    expect(differences).toEqual([])
    expect(calls).toBeGreaterThan(0)
  })
})

describe('vehicle refusals', () => {
  const negativeFuel = load({ fuelLevel: -3 }, { longContext: false, extension: {} })
  const cases: readonly [string, string, JsonObject, Json, Json][] = [
    [
      'unlocked doors',
      'startEngine',
      { ignitionMode: 'START' },
      after(parked, ['lockDoors', { unlock: false, door: ['driver', 'passenger'] }]),
      {
        error:
          'All doors must be locked before starting the engine. Here are the unlocked doors: rear_left, rear_right',
      },
    ],
    [
      'a released pedal',
      'startEngine',
      { ignitionMode: 'START' },
      after(parked, lockAll),
      { error: 'Brake pedal needs to be pressed when starting the engine.' },
    ],
    [
      'a pedal pressed halfway',
      'startEngine',
      { ignitionMode: 'START' },
      after(parked, lockAll, ['pressBrakePedal', { pedalPosition: 0.5 }]),
      { error: 'Must press the brake fully before starting the engine.' },
    ],
    [
      'fuel below nothing',
      'startEngine',
      { ignitionMode: 'START' },
      after(negativeFuel, ...ready),
      { error: 'Fuel tank is empty.' },
    ],
    ['stopping', 'startEngine', { ignitionMode: 'STOP' }, after(parked, ...ready), { error: 'Invalid ignition mode.' }],
    ['taking fuel out', 'fillFuelTank', { fuelAmount: -1 }, parked, { error: 'Fuel amount cannot be negative.' }],
    [
      'too much fuel',
      'fillFuelTank',
      { fuelAmount: 51 },
      parked,
      { error: 'Cannot fill gas above the tank capacity.' },
    ],
    [
      'too little fuel',
      'fillFuelTank',
      { fuelAmount: 1 },
      negativeFuel,
      { error: 'Fuel tank is empty. Min fuel level is 0 gallons.' },
    ],
    [
      'an unknown door',
      'lockDoors',
      { unlock: true, door: ["driver's"] },
      parked,
      'Error during execution: "driver\'s"',
    ],
    [
      'a fan out of range',
      'adjustClimateControl',
      { temperature: 20, unit: 'celsius', fanSpeed: 101, mode: 'auto' },
      parked,
      { error: 'Fan speed must be between 0 and 100.' },
    ],
    ['the other weather service', 'get_outside_temperature_from_weather_com', {}, parked, { error: 404 }],
    ['an unknown headlight mode', 'setHeadlights', { mode: 'ON' }, parked, { error: 'Invalid headlight mode.' }],
    ['an unknown reading', 'displayCarStatus', { option: 'Fuel' }, parked, { error: 'Invalid option' }],
    ['an unknown brake mode', 'activateParkingBrake', { mode: 'on' }, parked, { error: 'Invalid mode' }],
    [
      'a pedal beyond its way',
      'pressBrakePedal',
      { pedalPosition: 1.1 },
      parked,
      { error: 'Pedal position must be between 0 and 1.' },
    ],
    [
      'cruising while parked',
      'setCruiseControl',
      { speed: 60, activate: true, distanceToNextVehicle: 50 },
      parked,
      { error: 'Start the engine before activating the cruise control.' },
    ],
    [
      'an odd cruising speed',
      'setCruiseControl',
      { speed: 62.5, activate: true, distanceToNextVehicle: 50 },
      after(parked, ...ready, start),
      { error: 'Invalid speed' },
    ],
    [
      'a distance nobody knows',
      'estimate_distance',
      { cityA: '83214', cityB: '52013' },
      parked,
      { error: 'distance not found in database.' },
    ],
    ['an unknown city', 'get_zipcode_based_on_city', { city: 'rivermist' }, parked, { zipcode: '00000' }],
    [
      'a text for a number',
      'fillFuelTank',
      { fuelAmount: '5' },
      parked,
      "Error during execution: '<' not supported between instances of 'str' and 'int'",
    ],
    [
      'a speed in words',
      'setCruiseControl',
      { speed: 'fast', activate: true, distanceToNextVehicle: 5 },
      parked,
      "Error during execution: could not convert string to float: 'fast'",
    ],
  ]

  it.each(cases)('answers %s', (_, name, args, from, value) => {
    const called = call(name, args, from)
    expect(called.error).toBeDefined()
    expect(called.value).toEqual(value)
  })

  it('keeps what a failed call wrote before', () => {
    const running = after(parked, ...ready, start)
    expect((call('startEngine', { ignitionMode: 'STOP' }, running).state as State).engine_state).toBe('stopped')
    expect(
      (call('lockDoors', { unlock: false, door: ['driver', 'trunk'] }, parked).state as State).remainingUnlockedDoors,
    ).toBe(3)
    expect(
      (call('setCruiseControl', { speed: 7, activate: true, distanceToNextVehicle: 9 }, running).state as State)
        .distanceToNextVehicle,
    ).toEqual(float(9))
  })
})

describe('vehicle scenarios', () => {
  const scenarios = Array.from({ length: 200 }, (_, seed) => createScenario([vehicle], createRng(seed)))

  it('are legal, all different, and tell enough about their user', () => {
    const seen = new Set<string>()
    for (const { world, userKnows, situations } of scenarios) {
      const made = world.stateOf('vehicle')
      expect(() => state.parse(made)).not.toThrow()
      seen.add(JSON.stringify(vehicle.observe(made)))
      expect(new Set(situations['vehicle']).size).toBeGreaterThanOrEqual(3)
      const cities = userKnows.flatMap(({ by }) => by.filter(({ field }) => field === 'city').map(({ value }) => value))
      expect(new Set(cities).size).toBe(cities.length)
      expect(cities.length).toBeGreaterThan(3)
    }
    expect(seen.size).toBe(scenarios.length)
  })

  it('hold more cities in larger worlds', () => {
    const { world } = createScenario([vehicle], createRng(1), 6)
    expect((world.stateOf('vehicle') as State).roads.zipcodes.length).toBe(54)
  })

  it('offer only candidates that succeed, once what they require holds', () => {
    const offered = new Map<string, number>()
    for (const [seed, { world, userKnows }] of scenarios.entries()) {
      for (const [name, tool] of Object.entries(vehicle.definition.tools)) {
        const candidates = tool.candidates?.({
          state: world.stateOf('vehicle'),
          known: userKnows,
          random: createRng(`${seed}:${name}`),
          clock: CLOCK,
        })
        for (const args of candidates ?? [{}]) {
          const fork = world.fork()
          for (const [prerequisite, given] of prerequisites(tool.requires ?? []))
            fork.call({ id: 'p', name: prerequisite, arguments: given })
          const before = fork.snapshot().state['vehicle'] as Json
          const { value, error } = fork.call({ id: 'c', name, arguments: args })
          expect(error, `${name} ${JSON.stringify(args)}`).toBeUndefined()
          expect(tool.returns?.safeParse(untag(value)).success, `${name} ${JSON.stringify(value)}`).toBe(true)
          if (tool.effect === 'read') expect(fork.snapshot().state['vehicle']).toBe(before)
          if (tool.effect === 'write')
            expect(sameJson(fork.snapshot().state['vehicle'], before), `${name} ${JSON.stringify(args)}`).toBe(false)
          offered.set(name, (offered.get(name) ?? 0) + 1)
        }
      }
    }
    const missing = vehicle.specs.map(({ name }) => name).filter((name) => !offered.has(name))
    expect(missing).toEqual(['get_outside_temperature_from_weather_com'])
  })
})

function prerequisites(conditions: readonly string[]): readonly [string, JsonObject][] {
  if (conditions.includes('engine-running')) return [...ready, start]
  return conditions.length > 0 ? ready : []
}

describe('vehicle phrases', () => {
  it.each(Object.entries(vehicle.definition.tools))(
    'let people ask for %s in many ways and without tool words',
    (_, { phrases, parameters }) => {
      const { asks = [], reports = [] } = phrases ?? {}
      expect(asks.length).toBeGreaterThanOrEqual(6)
      expect(reports.length).toBeGreaterThanOrEqual(4)
      expect(asks.filter((ask) => /[.?!]$/.test(ask)).length).toBeGreaterThanOrEqual(2)
      const slots = new Set([...asks.join(' ').matchAll(/<(\w+)/g)].map(([, slot]) => slot))
      expect(slots).toEqual(new Set(Object.keys(parameters.shape)))
      for (const ask of asks) expect(ask.replaceAll(/<[^>]*>/g, '')).not.toMatch(/_/)
    },
  )
})
