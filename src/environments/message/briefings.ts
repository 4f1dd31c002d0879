import type { Briefing } from '../../environment/index.js'
import type { State } from './state.js'

/** What the assistant is told about the session in the workspace. */
export const briefings: readonly Briefing<State>[] = [
  {
    when: ({ current_user }) => current_user !== null,
    pattern: 'The user is signed in to the workspace messenger with the id <account:word>.',
    values: ({ current_user }) => ({ account: current_user }),
    entities: { account: 'workspace-account' },
    establishes: ['signed-in'],
  },
  {
    when: ({ current_user, account }) => current_user === null && account !== null,
    pattern: "Nobody is signed in to the workspace messenger. The user's own id there is <account:word>.",
    values: ({ account }) => ({ account }),
    entities: { account: 'workspace-account' },
    denies: ['signed-in'],
  },
]
