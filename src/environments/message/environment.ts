import { defineEnvironment } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { briefings } from './briefings.js'
import { contactTools } from './contact-tools.js'
import { entities } from './entities.js'
import { messageTools } from './message-tools.js'
import { scenario } from './scenario.js'
import { sessionTools } from './session-tools.js'
import { observe, state, type State } from './state.js'

/** A workspace messenger (BFCL MessageAPI, SEMANTICS section 7). */
export const message = defineEnvironment<State>({
  name: 'message',
  version: 1,
  source: 'built-in',
  summary: 'A workspace messenger: send, search and delete messages, keep contacts.',
  benchmark: 'bfcl',
  state,
  unobserved: ['account', 'generator'],
  observe,
  entities,
  conditions: { 'signed-in': ({ current_user }) => current_user !== null },
  lapses: {
    'signed-in': {
      state: { '/current_user': null },
      refusal: 'No user is currently logged in',
      causes: ['the messenger session has ended', 'the messenger has signed the user out'],
    },
  },
  briefings,
  scenario,
  conversation,
  tools: { ...contactTools, ...sessionTools, ...messageTools },
})
