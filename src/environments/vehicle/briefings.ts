import { toNumber } from '../../core/number.js'
import type { Briefing } from '../../environment/index.js'
import { FULL_BRAKE, type State, TANK_CAPACITY } from './state.js'

/** What a drive can depend on. */
export const conditions: { readonly [name: string]: (state: State) => boolean } = {
  'doors-locked': ({ remainingUnlockedDoors }) => remainingUnlockedDoors === 0,
  'brake-pressed': ({ brakePedalStatus, forces }) =>
    brakePedalStatus === 'pressed' && toNumber(forces.brakePedal) === FULL_BRAKE,
  'engine-running': ({ engine_state }) => engine_state !== 'stopped',
}

const holds = (name: string) => (state: State) => conditions[name]?.(state) ?? false
const isRunning = holds('engine-running')
const isLocked = holds('doors-locked')
const none = (): { readonly [slot: string]: never } => ({})

/** What the dashboard shows at the start: where doors, pedal, engine and tank stand. */
export const briefings: readonly Briefing<State>[] = [
  {
    when: (state) => !isRunning(state),
    pattern: 'The engine is off.',
    values: none,
    denies: ['engine-running'],
  },
  {
    when: isRunning,
    pattern: 'The engine is running, with every door locked.',
    values: none,
    establishes: ['engine-running', 'doors-locked'],
  },
  {
    when: (state) => !isRunning(state) && isLocked(state),
    pattern: 'Every door is locked.',
    values: none,
    establishes: ['doors-locked'],
  },
  {
    when: (state) => !isLocked(state) && state.told.doors,
    pattern: 'At least one door is unlocked.',
    values: none,
    denies: ['doors-locked'],
  },
  {
    when: holds('brake-pressed'),
    pattern: 'The brake pedal is fully pressed.',
    values: none,
    establishes: ['brake-pressed'],
  },
  {
    when: ({ told }) => told.fuel,
    pattern: `The tank holds <fuel:number> of ${TANK_CAPACITY} gallons.`,
    values: ({ fuelLevel }) => ({ fuel: toNumber(fuelLevel) }),
    entities: { fuel: 'gallons' },
  },
]
