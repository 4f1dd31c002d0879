import { defineEnvironment } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { briefings } from './briefings.js'
import { entities } from './entities.js'
import { followingTools } from './following-tools.js'
import { readingTools } from './reading-tools.js'
import { scenario } from './scenario.js'
import { sessionTools } from './session-tools.js'
import { observe, state, type State } from './state.js'
import { writingTools } from './writing-tools.js'

/** A social network seen from one account (BFCL TwitterAPI, SEMANTICS section 8). */
export const posting = defineEnvironment<State>({
  name: 'posting',
  version: 1,
  source: 'built-in',
  summary: 'A social network: post, share and comment, follow people, look things up.',
  benchmark: 'bfcl',
  state,
  unobserved: ['shared_mentions'],
  observe,
  entities,
  conditions: { 'signed-in': ({ authenticated }) => authenticated },
  lapses: {
    'signed-in': {
      state: { '/authenticated': false },
      refusal: 'User not authenticated',
      causes: ['the Twitter session has ended', 'Twitter has signed the user out'],
    },
  },
  briefings,
  scenario,
  conversation,
  tools: { ...sessionTools, ...readingTools, ...writingTools, ...followingTools },
})
