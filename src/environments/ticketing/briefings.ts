import type { Briefing } from '../../environment/index.js'
import type { State } from './state.js'

/** What the assistant is told about the session at the help desk. */
export const briefings: readonly Briefing<State>[] = [
  {
    when: ({ current_user }) => Boolean(current_user),
    pattern: 'The account <account:quoted> is signed in to the help desk.',
    values: ({ current_user }) => ({ account: current_user }),
    entities: { account: 'account' },
    establishes: ['signed-in'],
  },
  {
    when: ({ current_user, account }) => !current_user && account !== null,
    pattern:
      'Nobody is signed in to the help desk. The user has the account <account:quoted> with the password <password:quoted>.',
    values: ({ account }) => ({ account: account?.username ?? null, password: account?.password ?? null }),
    entities: { account: 'account', password: 'password' },
    denies: ['signed-in'],
  },
]
