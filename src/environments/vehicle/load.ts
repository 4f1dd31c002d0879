import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { float, isNumeric, type Numeric, toNumber } from '../../core/number.js'
import { publishedRoads } from './roads.js'
import { type Bulk, DEFAULT_SEED, DEFAULTS, DOORS, type State } from './state.js'

/** A published BFCL configuration as a state (SEMANTICS.md sections 3 and 12); what it leaves out has the class's default. */
export function load(
  config: JsonObject,
  options: { readonly longContext: boolean; readonly extension: JsonObject },
): State {
  const number = (key: string, fallback: Numeric): Numeric => {
    const value = config[key]
    return isNumeric(value) ? value : fallback
  }
  const text = (key: string, fallback: string): string => {
    const value = config[key]
    return typeof value === 'string' ? value : fallback
  }
  const doorStatus = doorsOf(config['doorStatus'])
  return {
    fuelLevel: number('fuelLevel', DEFAULTS.fuelLevel),
    batteryVoltage: number('batteryVoltage', DEFAULTS.batteryVoltage),
    engine_state: text('engineState', DEFAULTS.engine_state),
    remainingUnlockedDoors: DOORS.length - Object.values(doorStatus).filter((status) => status === 'locked').length,
    doorStatus,
    acTemperature: number('acTemperature', DEFAULTS.acTemperature),
    fanSpeed: number('fanSpeed', DEFAULTS.fanSpeed),
    acMode: text('acMode', DEFAULTS.acMode),
    humidityLevel: number('humidityLevel', DEFAULTS.humidityLevel),
    headLightStatus: text('headLightStatus', DEFAULTS.headLightStatus),
    parkingBrakeStatus: text('parkingBrakeStatus', DEFAULTS.parkingBrakeStatus),
    brakePedalStatus: text('brakePedalStatus', DEFAULTS.brakePedalStatus),
    distanceToNextVehicle: number('distanceToNextVehicle', DEFAULTS.distanceToNextVehicle),
    cruiseStatus: text('cruiseStatus', DEFAULTS.cruiseStatus),
    destination: text('destination', DEFAULTS.destination),
    frontLeftTirePressure: number('frontLeftTirePressure', DEFAULTS.frontLeftTirePressure),
    frontRightTirePressure: number('frontRightTirePressure', DEFAULTS.frontRightTirePressure),
    rearLeftTirePressure: number('rearLeftTirePressure', DEFAULTS.rearLeftTirePressure),
    rearRightTirePressure: number('rearRightTirePressure', DEFAULTS.rearRightTirePressure),
    long_context: options.longContext,
    forces: {
      parkingBrake: number('parkingBrakeForce', float(0)),
      slope: number('slopeAngle', float(0)),
      brakePedal: number('brakePedalForce', float(0)),
    },
    roads: publishedRoads,
    bulk: options.longContext ? bulkOf(options.extension) : null,
    told: { doors: false, fuel: false },
    generator: { seed: toNumber(number('random_seed', DEFAULT_SEED)), drawn: 0 },
  }
}

function doorsOf(doors: Json | undefined): State['doorStatus'] {
  if (!isObject(doors)) return Object.fromEntries(DOORS.map((door) => [door, 'unlocked']))
  return Object.fromEntries(Object.entries(doors).map(([door, status]) => [door, String(status)]))
}

const bulks = new WeakMap<JsonObject, Bulk>()

/** One for all cars, so that the texts of its parts are made once too. */
function bulkOf(extension: JsonObject): Bulk {
  const bulk = bulks.get(extension) ?? bulkIn(extension)
  bulks.set(extension, bulk)
  return bulk
}

function bulkIn(extension: JsonObject): Bulk {
  const cities = extension['INTERMEDIARY_CITIES']
  const weather = extension['LONG_WEATHER_EXTENSION']
  return {
    metadata: String(extension['CAR_STATUS_METADATA_EXTENSION'] ?? ''),
    parkingBrakeInstruction: String(extension['PARKING_BRAKE_INSTRUCTION'] ?? ''),
    intermediaryCities: isArray(cities) ? cities.map(String) : [],
    weather: isObject(weather) ? weather : {},
  }
}
