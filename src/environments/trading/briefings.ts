import type { Briefing } from '../../environment/index.js'
import type { State } from './state.js'

/** What a trade can depend on. */
export const conditions: { readonly [name: string]: (state: State) => boolean } = {
  'signed-in': ({ authenticated }) => authenticated,
  'market-open': ({ market_status }) => market_status === 'Open',
}

const none = (): { readonly [slot: string]: never } => ({})

/** Whether somebody is signed in to the brokerage and with what, and whether the market is open. */
export const briefings: readonly Briefing<State>[] = [
  {
    when: ({ authenticated }) => authenticated,
    pattern: 'The user is signed in to the trading account.',
    values: none,
    establishes: ['signed-in'],
  },
  {
    when: ({ authenticated, credentials }) => !authenticated && credentials !== null,
    pattern: 'Nobody is signed in to trading yet; the account is <username:word>, its password <password:word>.',
    values: ({ credentials }) => ({ username: credentials?.username ?? '', password: credentials?.password ?? '' }),
    entities: { username: 'trading-account', password: 'trading-password' },
    denies: ['signed-in'],
  },
  {
    when: ({ market_status }) => market_status === 'Open',
    pattern: 'The stock market is open.',
    values: none,
    establishes: ['market-open'],
  },
  {
    when: ({ market_status }) => market_status !== 'Open',
    pattern: 'The stock market is closed at the moment.',
    values: none,
    denies: ['market-open'],
  },
]
