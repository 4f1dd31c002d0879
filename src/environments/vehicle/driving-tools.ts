import * as z from 'zod'
import type { Json } from '../../core/json.js'
import { float, isFloat, type Numeric, toNumber } from '../../core/number.js'
import { chance, pick, sampleOf } from '../../core/random.js'
import { formatRepr } from '../../text/python.js'
import { defineTool, entity } from '../../environment/index.js'
import { comparable, isTruthy, itemsOf, raised, refused, toFloat } from './arguments.js'
import { drivingPhrases as phrases } from './driving-phrases.js'
import { DOORS, FULL_BRAKE, PARKING_BRAKE, type State, unlockedDoors } from './state.js'

const tool = defineTool<State>()

/** Groups of doors people speak of. */
const DOOR_GROUPS: readonly (readonly string[])[] = [
  DOORS,
  ['driver', 'passenger'],
  ['rear_left', 'rear_right'],
  ...DOORS.map((door) => [door]),
]

/** Doors, brakes, engine and speed (SEMANTICS.md section 12). */
export const drivingTools = {
  startEngine: tool({
    description:
      'Start the engine. Needs every door locked and the brake pedal fully pressed; returns engine state, fuel level in gallons and battery voltage.',
    effect: 'write',
    parameters: z.object({
      ignitionMode: entity('ignition', z.enum(['START', 'STOP'])).describe('What the ignition is turned to.'),
    }),
    returns: z.object({ engineState: z.string(), fuelLevel: z.number(), batteryVoltage: z.number() }),
    requires: ['doors-locked', 'brake-pressed'],
    establishes: { 'engine-running': { ignitionMode: 'START' } },
    phrases: phrases.startEngine,
    candidates: ({ state }) => (state.engine_state === 'stopped' ? [{ ignitionMode: 'START' }] : []),
    run({ state, draft, args: { ignitionMode } }) {
      if (ignitionMode === 'STOP' && state.engine_state !== 'stopped') draft().engine_state = 'stopped'
      if (state.remainingUnlockedDoors > 0) {
        throw refused(
          'doors-unlocked',
          `All doors must be locked before starting the engine. Here are the unlocked doors: ${unlockedDoors(state).join(', ')}`,
        )
      }
      if (state.brakePedalStatus !== 'pressed')
        throw refused('brake-released', 'Brake pedal needs to be pressed when starting the engine.')
      if (toNumber(state.forces.brakePedal) !== FULL_BRAKE)
        throw refused('brake-released', 'Must press the brake fully before starting the engine.')
      if (toNumber(state.fuelLevel) < 0) throw refused('no-fuel', 'Fuel tank is empty.')
      if (ignitionMode !== 'START') throw refused('invalid-value', 'Invalid ignition mode.')
      draft().engine_state = 'running'
      return { engineState: 'running', fuelLevel: state.fuelLevel, batteryVoltage: state.batteryVoltage }
    },
  }),
  lockDoors: tool({
    description: 'Lock or unlock doors. Returns what was done and how many doors are now unlocked.',
    effect: 'write',
    parameters: z.object({
      unlock: entity('lock-action', z.boolean()).describe('true unlocks the doors, false locks them.'),
      door: entity('doors', z.array(z.enum(DOORS))).describe('Which doors.'),
    }),
    returns: z.object({ lockStatus: z.string(), remainingUnlockedDoors: z.number().int() }),
    establishes: { 'doors-locked': { unlock: false, door: DOORS } },
    phrases: phrases.lockDoors,
    candidates: ({ state: { doorStatus, engine_state } }) =>
      (engine_state === 'running' ? [false] : [true, false]).flatMap((unlock) => {
        const wanted = unlock ? 'unlocked' : 'locked'
        return DOOR_GROUPS.filter((doors) => doors.some((door) => doorStatus[door] !== wanted)).map((door) => ({
          unlock,
          door,
        }))
      }),
    run({ state, draft, args: { unlock, door } }) {
      const opening = isTruthy(unlock)
      const wanted = opening ? 'unlocked' : 'locked'
      let remaining = state.remainingUnlockedDoors
      const done: string[] = []
      for (const item of itemsOf(door)) {
        const status =
          typeof item === 'string' && Object.hasOwn(state.doorStatus, item) ? state.doorStatus[item] : undefined
        if (typeof item !== 'string' || status === undefined) throw raised('not-found', formatRepr(item))
        if (status === wanted || done.includes(item)) continue
        done.push(item)
        remaining += opening ? 1 : -1
        const next = draft()
        next.doorStatus[item] = wanted
        next.remainingUnlockedDoors = remaining
      }
      return { lockStatus: wanted, remainingUnlockedDoors: remaining }
    },
  }),
  pressBrakePedal: tool({
    description: 'Press the brake pedal and keep it there. Returns pedal status and brake force.',
    effect: 'write',
    parameters: z.object({
      pedalPosition: entity('pedal-position', z.number().min(0).max(1)).describe(
        'From 0, not pressed, to 1, fully pressed.',
      ),
    }),
    returns: z.object({ brakePedalStatus: z.string(), brakePedalForce: z.number() }),
    establishes: { 'brake-pressed': { pedalPosition: 1 } },
    phrases: phrases.pressBrakePedal,
    candidates: ({ state }) => (toNumber(state.forces.brakePedal) === FULL_BRAKE ? [] : [{ pedalPosition: 1 }]),
    run({ draft, args: { pedalPosition } }) {
      const position = comparable(pedalPosition, '<=')
      if (position < 0 || position > 1) throw refused('invalid-value', 'Pedal position must be between 0 and 1.')
      return moveBrakePedal(draft(), isFloat(pedalPosition) ? float(position * FULL_BRAKE) : position * FULL_BRAKE)
    },
  }),
  releaseBrakePedal: tool({
    description: 'Let the brake pedal go. Returns pedal status and brake force.',
    effect: 'write',
    parameters: z.object({}),
    returns: z.object({ brakePedalStatus: z.string(), brakePedalForce: z.number() }),
    revokes: ['brake-pressed'],
    phrases: phrases.releaseBrakePedal,
    candidates: ({ state: { brakePedalStatus, engine_state } }) =>
      brakePedalStatus === 'pressed' && engine_state === 'running' ? [{}] : [],
    run: ({ draft }) => moveBrakePedal(draft(), float(0)),
  }),
  activateParkingBrake: tool({
    description: 'Engage or release the parking brake. Returns its status, its force and the slope in degrees.',
    effect: 'write',
    parameters: z.object({ mode: entity('brake-mode', z.enum(['engage', 'release'])).describe('What to do with it.') }),
    returns: z.object({ parkingBrakeStatus: z.string(), _parkingBrakeForce: z.number(), _slopeAngle: z.number() }),
    phrases: phrases.activateParkingBrake,
    candidates: ({ state }) => [{ mode: state.parkingBrakeStatus === 'engaged' ? 'release' : 'engage' }],
    run({ state, draft, args: { mode } }) {
      if (mode !== 'engage' && mode !== 'release') throw refused('invalid-value', 'Invalid mode')
      const next = draft()
      next.parkingBrakeStatus = mode === 'engage' ? 'engaged' : 'released'
      next.forces.parkingBrake = float(mode === 'engage' ? PARKING_BRAKE : 0)
      next.forces.slope = float(10)
      return {
        ...(state.bulk ? { parkingBrakeInstruction: state.bulk.parkingBrakeInstruction } : {}),
        parkingBrakeStatus: next.parkingBrakeStatus,
        _parkingBrakeForce: float(mode === 'engage' ? PARKING_BRAKE : 0),
        _slopeAngle: float(10),
      }
    },
  }),
  setCruiseControl: tool({
    description: 'Switch cruise control on or off while the engine runs.',
    effect: 'write',
    parameters: z.object({
      speed: entity('speed', z.number()).describe('Speed to hold in miles per hour: a multiple of 5, at most 120.'),
      activate: entity('switch', z.boolean()).describe('true switches it on, false off.'),
      distanceToNextVehicle: entity('gap', z.number()).describe('Distance to keep to the car ahead, in meters.'),
    }),
    returns: z.object({ cruiseStatus: z.string(), currentSpeed: z.number(), distanceToNextVehicle: z.number() }),
    requires: ['engine-running'],
    phrases: phrases.setCruiseControl,
    candidates: ({ state, random, insists }) =>
      insists || isOnTheWay(state) || chance(random.fork('setting-out'), 1, 4)
        ? sampleOf(random.fork('speeds'), [35, 40, 45, 50, 55, 60, 65, 70, 75], 4).map((speed) => {
            const draw = random.fork(`cruise${speed}`)
            return {
              speed,
              activate: true,
              distanceToNextVehicle: pick(draw, [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200]),
            }
          })
        : [],
    run({ state, draft, args: { speed, activate, distanceToNextVehicle } }) {
      const [held, gap] = [toFloat(speed), toFloat(distanceToNextVehicle)]
      if (state.engine_state === 'stopped')
        throw refused('engine-stopped', 'Start the engine before activating the cruise control.')
      const next = draft()
      next.distanceToNextVehicle = gap
      if (isTruthy(activate)) {
        if (!isCruisingSpeed(toNumber(held))) throw refused('invalid-value', 'Invalid speed')
        next.cruiseStatus = 'active'
      } else next.cruiseStatus = 'inactive'
      return { cruiseStatus: next.cruiseStatus, currentSpeed: held, distanceToNextVehicle: gap }
    },
  }),
  get_current_speed: tool({
    description: 'Read the speedometer, in miles per hour.',
    effect: 'draws',
    parameters: z.object({}),
    returns: z.object({ currentSpeed: z.number() }),
    phrases: phrases.get_current_speed,
    candidates: ({ state }) => (isDriving(state) ? [{}] : []),
    run: ({ random }) => ({ currentSpeed: float(random.uniform(0, 120)) }),
  }),
}

/** Is somebody driving, or about to go where the navigation leads? */
function isOnTheWay(state: State): boolean {
  return state.engine_state === 'running' || state.destination !== 'None'
}

function isDriving({ engine_state, parkingBrakeStatus, brakePedalStatus }: State): boolean {
  return engine_state === 'running' && parkingBrakeStatus === 'released' && brakePedalStatus === 'released'
}

/** The force is kept as an int where the position was one, but shown as a float; a released pedal has the float. */
function moveBrakePedal(state: State, force: Numeric): Json {
  const pressed = toNumber(force) !== 0
  state.brakePedalStatus = pressed ? 'pressed' : 'released'
  state.forces.brakePedal = pressed ? force : float(0)
  return { brakePedalStatus: state.brakePedalStatus, brakePedalForce: float(toNumber(force)) }
}

function isCruisingSpeed(speed: number): boolean {
  return speed >= 0 && speed <= 120 && speed % 5 === 0
}
