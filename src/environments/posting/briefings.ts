import type { Briefing } from '../../environment/index.js'
import type { State } from './state.js'

/** What the assistant is told about the session on Twitter. */
export const briefings: readonly Briefing<State>[] = [
  {
    when: ({ authenticated }) => authenticated,
    pattern: 'The user is signed in to Twitter and posts there as <handle:word>.',
    values: ({ username }) => ({ handle: username }),
    entities: { handle: 'handle' },
    establishes: ['signed-in'],
  },
  {
    when: ({ authenticated }) => !authenticated,
    pattern:
      'Nobody is signed in to Twitter, where the user posts as <handle:word>. Signing in takes the account name <account:word> and the password <password:quoted>.',
    values: ({ username, password }) => ({ handle: username, account: username, password }),
    entities: { handle: 'handle', account: 'posting-account', password: 'posting-password' },
    denies: ['signed-in'],
  },
]
