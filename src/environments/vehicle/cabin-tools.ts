import * as z from 'zod'
import type { Json, JsonObject } from '../../core/json.js'
import { ToolError } from '../../core/errors.js'
import { float, type Numeric } from '../../core/number.js'
import { between, pick, sampleOf } from '../../core/random.js'
import { defineTool, entity } from '../../environment/index.js'
import { comparable, numberOf, refused } from './arguments.js'
import { cabinPhrases as phrases } from './cabin-phrases.js'
import { LOG_LINES } from './pools.js'
import type { State } from './state.js'

const tool = defineTool<State>()

const READINGS = ['fuel', 'battery', 'doors', 'climate', 'headlights', 'parkingBrake', 'brakePedal', 'engine'] as const

/** Door states come as a mapping, which no sentence answers with; other tools look them up. */
const ONE_ANSWER_READINGS = READINGS.filter((reading) => reading !== 'doors')

/** Climate, lights, readings and the dashboard log (SEMANTICS.md section 12). */
export const cabinTools = {
  displayCarStatus: tool({
    description:
      'Show one reading of the car. Fuel comes in gallons, temperature in degrees Celsius, the battery in volts.',
    effect: 'read',
    parameters: z.object({ option: entity('car-reading', z.enum(READINGS)).describe('Which reading.') }),
    returns: z.object({
      fuelLevel: entity('gallons', z.number()).optional(),
      batteryVoltage: z.number().optional(),
      doorStatus: z.record(z.string(), z.string()).optional(),
      currentACTemperature: z.number().optional(),
      fanSpeed: z.number().optional(),
      climateMode: z.string().optional(),
      humidityLevel: z.number().optional(),
      headlightStatus: z.string().optional(),
      parkingBrakeStatus: z.string().optional(),
      parkingBrakeForce: z.number().optional(),
      slopeAngle: z.number().optional(),
      brakePedalStatus: z.string().optional(),
      brakePedalForce: z.number().optional(),
      engineState: z.string().optional(),
    }),
    phrases: phrases.displayCarStatus,
    candidates: () => ONE_ANSWER_READINGS.map((option) => ({ option })),
    run({ state, args: { option } }) {
      const before: JsonObject = state.bulk ? { metadata: state.bulk.metadata } : {}
      const reading = Object.hasOwn(readings, option) ? readings[option](state) : undefined
      if (!reading) throw new ToolError('invalid-value', { ...before, error: 'Invalid option' })
      return { ...before, ...reading }
    },
  }),
  adjustClimateControl: tool({
    description: 'Set temperature, fan and mode of the air conditioning.',
    effect: 'write',
    parameters: z.object({
      temperature: entity('temperature', z.number()).describe('Temperature to reach, in the given unit.'),
      unit: entity('temperature-unit', z.enum(['celsius', 'fahrenheit']))
        .describe('Unit of the temperature.')
        .default('celsius'),
      fanSpeed: entity('fan-speed', z.number().int().min(0).max(100)).describe('Fan speed from 0 to 100.').default(50),
      mode: entity('climate-mode', z.enum(['auto', 'cool', 'heat', 'defrost']))
        .describe('What the air conditioning does.')
        .default('auto'),
    }),
    returns: z.object({ currentACTemperature: z.number(), climateMode: z.string(), humidityLevel: z.number() }),
    phrases: phrases.adjustClimateControl,
    candidates({ random }): JsonObject[] {
      const celsius = sampleOf(random.fork('celsius'), [17, 18, 19, 20, 21, 22, 23, 24, 26, 27], 4)
      const [warm = 21, cool = 18, mild = 22] = celsius
      const fanSpeed = between(random.fork('fan'), 3, 19) * 5
      const mode = pick(random.fork('mode'), ['cool', 'heat', 'defrost'])
      const temperature = between(random.fork('fahrenheit'), 62, 79)
      return [
        { temperature: warm },
        { temperature, unit: 'fahrenheit' },
        { temperature: cool, fanSpeed },
        { temperature: mild, mode },
        { temperature, unit: 'fahrenheit', fanSpeed, mode },
      ]
    },
    run({ state, draft, args: { temperature, unit, fanSpeed, mode } }) {
      const fan = comparable(fanSpeed, '<=')
      if (fan < 0 || fan > 100) throw refused('invalid-value', 'Fan speed must be between 0 and 100.')
      const stored: Json = unit === 'fahrenheit' ? celsiusOf(temperature) : temperature
      const next = draft()
      next.acTemperature = stored as Numeric
      next.fanSpeed = fanSpeed
      next.acMode = mode
      return { currentACTemperature: temperature, climateMode: mode, humidityLevel: state.humidityLevel }
    },
  }),
  get_outside_temperature_from_google: tool({
    description: 'Get the outside temperature in degrees Celsius, from Google.',
    effect: 'draws',
    parameters: z.object({}),
    returns: z.object({ outsideTemperature: z.number() }),
    phrases: phrases.get_outside_temperature_from_google,
    run: ({ state: { bulk }, random }) => ({ ...bulk?.weather, outsideTemperature: float(random.uniform(-10, 40)) }),
  }),
  get_outside_temperature_from_weather_com: tool({
    description: 'Get the outside temperature from weather.com. The service is unreliable.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ outsideTemperature: z.number() }),
    phrases: phrases.get_outside_temperature_from_weather_com,
    candidates: () => [],
    deadEnd: 'it always fails: the service is never there',
    run() {
      throw new ToolError('not-found', { error: 404 })
    },
  }),
  setHeadlights: tool({
    description: 'Set the headlights.',
    effect: 'write',
    parameters: z.object({
      mode: entity('headlight-mode', z.enum(['on', 'off', 'auto'])).describe('`auto` leaves them off by day.'),
    }),
    returns: z.object({ headlightStatus: z.string() }),
    phrases: phrases.setHeadlights,
    candidates: ({ state }) => (state.headLightStatus === 'on' ? [{ mode: 'off' }] : [{ mode: 'on' }]),
    run({ draft, args: { mode } }) {
      if (mode !== 'on' && mode !== 'off' && mode !== 'auto') throw refused('invalid-value', 'Invalid headlight mode.')
      const headlightStatus = mode === 'on' ? 'on' : 'off'
      draft().headLightStatus = headlightStatus
      return { headlightStatus }
    },
  }),
  display_log: tool({
    description: 'Show messages in the dashboard log, in order.',
    effect: 'read',
    parameters: z.object({ messages: entity('log-lines', z.array(z.string())).describe('One line each.') }),
    returns: z.object({ log: z.array(z.string()) }),
    phrases: phrases.display_log,
    deadEnd: 'it repeats what it is told: nothing is changed, and nothing new is to be heard',
    candidates: ({ random }) => {
      const lines = sampleOf(random.fork('lines'), LOG_LINES, 5)
      return [lines.slice(0, 1), lines.slice(1, 3), lines.slice(3, 4)].map((messages) => ({ messages }))
    },
    run: ({ args: { messages } }) => ({ log: messages }),
  }),
}

const readings: { readonly [reading in (typeof READINGS)[number]]: (state: State) => JsonObject } = {
  fuel: ({ fuelLevel }) => ({ fuelLevel }),
  battery: ({ batteryVoltage }) => ({ batteryVoltage }),
  doors: ({ doorStatus }) => ({ doorStatus }),
  climate: ({ acTemperature, fanSpeed, acMode, humidityLevel }) => ({
    currentACTemperature: acTemperature,
    fanSpeed,
    climateMode: acMode,
    humidityLevel,
  }),
  headlights: ({ headLightStatus }) => ({ headlightStatus: headLightStatus }),
  parkingBrake: ({ parkingBrakeStatus, forces }) => ({
    parkingBrakeStatus,
    parkingBrakeForce: forces.parkingBrake,
    slopeAngle: forces.slope,
  }),
  brakePedal: ({ brakePedalStatus, forces }) => ({ brakePedalStatus, brakePedalForce: forces.brakePedal }),
  engine: ({ engine_state }) => ({ engineState: engine_state }),
}

/** Left to right, as SEMANTICS.md section 12 has it. */
function celsiusOf(fahrenheit: Json): Numeric {
  return float(((numberOf(fahrenheit, "unsupported operand type(s) for -: '{type}' and 'int'") - 32) * 5) / 9)
}
