import { defineEnvironment } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { briefings } from './briefings.js'
import { entities } from './entities.js'
import { scenario } from './scenario.js'
import { sessionTools } from './session-tools.js'
import { type State, state } from './state.js'
import { ticketTools } from './ticket-tools.js'

/** A help desk with a queue of tickets (`SEMANTICS.md` section 9). */
export const ticketing = defineEnvironment<State>({
  name: 'ticketing',
  version: 1,
  source: 'built-in',
  summary: 'A help desk: open tickets, follow, edit, resolve and close them.',
  benchmark: 'bfcl',
  state,
  unobserved: ['account'],
  scenario,
  entities,
  conditions: { 'signed-in': ({ current_user }) => Boolean(current_user) },
  lapses: {
    'signed-in': {
      state: { '/current_user': null },
      refusal: 'User not authenticated',
      causes: ['the help desk session has ended', 'the help desk has signed the user out'],
    },
  },
  briefings,
  conversation,
  tools: { ...sessionTools, ...ticketTools },
})
