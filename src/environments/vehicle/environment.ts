import { defineEnvironment } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { briefings, conditions } from './briefings.js'
import { cabinTools } from './cabin-tools.js'
import { drivingTools } from './driving-tools.js'
import { entities } from './entities.js'
import { scenario } from './scenario.js'
import { type State, state, UNOBSERVED } from './state.js'
import { tripTools } from './trip-tools.js'

/** A connected car: BFCL's VehicleControlAPI (SEMANTICS.md section 12). */
export const vehicle = defineEnvironment<State>({
  name: 'vehicle',
  version: 1,
  source: 'built-in',
  summary: 'A connected car: doors, brakes, engine, climate, fuel, tires, distances and navigation.',
  benchmark: 'bfcl',
  state,
  unobserved: UNOBSERVED,
  scenario,
  entities,
  conditions,
  lapses: {
    'brake-pressed': {
      state: { '/brakePedalStatus': 'released', '/forces/brakePedal': 0 },
      refusal: 'Brake pedal needs to be pressed',
      causes: ['the brake pedal has been released in the meantime', 'nobody has a foot on the brake any more'],
    },
    'doors-locked': {
      state: { '/doorStatus/driver': 'unlocked', '/remainingUnlockedDoors': 1 },
      refusal: 'All doors must be locked',
      causes: ["the driver's door has been unlocked in the meantime", "somebody has opened the driver's door"],
    },
  },
  briefings,
  conversation,
  tools: { ...drivingTools, ...cabinTools, ...tripTools },
})
