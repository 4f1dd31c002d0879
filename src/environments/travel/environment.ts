import { defineEnvironment } from '../../environment/index.js'
import { conversation } from './conversation.js'
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
  source: 'built-in',
  summary: 'A travel account: look up fares, book and cancel flights, insure them, manage payment cards and a budget.',
  benchmark: 'bfcl',
  state,
  unobserved: ['credentials', 'generator'],
  observe: (from) => ({
    credit_card_list: mapping(cardEntries(from)),
    booking_record: mapping(bookingEntries(from)),
    access_token: from.access_token,
    token_type: from.token_type,
    token_expires_in: from.token_expires_in,
    token_scope: from.token_scope,
    user_first_name: from.user_first_name,
    user_last_name: from.user_last_name,
    budget_limit: from.budget_limit,
    long_context: from.long_context,
  }),
  scenario,
  entities,
  conditions: {
    connected: isConnected,
    'traveller-on-file': ({ user_first_name }) => user_first_name !== null,
  },
  briefings,
  conversation,
  tools: { ...accountTools, ...flightTools, ...cardTools, ...bookingTools, ...serviceTools },
})
