import { defineEnvironment } from '../../environment/index.js'
import { mapping } from '../../core/number.js'
import { accountTools } from './account-tools.js'
import { bookingTools } from './booking-tools.js'
import { briefings } from './briefings.js'
import { cardTools } from './card-tools.js'
import { entities } from './entities.js'
import { flightTools } from './flight-tools.js'
import { scenario } from './scenario.js'
import { serviceTools } from './service-tools.js'
import { bookingEntries, cardEntries, isConnected, type State, state } from './state.js'

/** A travel account: flights, cards, bookings and what comes with them (`SEMANTICS.md` section 11). */
export const travel = defineEnvironment<State>({
  name: 'travel',
  version: 1,
  summary: 'A travel account: look up fares, book and cancel flights, insure them, manage payment cards and a budget.',
  benchmark: 'bfcl',
  state,
  unobserved: ['credentials', 'generator'],
  observe: ({ credentials: _, generator: __, ...shown }) => ({
    ...shown,
    credit_card_list: mapping(cardEntries(shown)),
    booking_record: mapping(bookingEntries(shown)),
  }),
  scenario,
  entities,
  conditions: {
    connected: isConnected,
    'traveller-on-file': ({ user_first_name }) => user_first_name !== null,
  },
  briefings,
  tools: { ...accountTools, ...flightTools, ...cardTools, ...bookingTools, ...serviceTools },
})
