import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import type { Json, JsonObject } from '../../core/json.js'
import { type Numeric, toNumber } from '../../core/number.js'
import { pick, sampleOf } from '../../core/random.js'
import { defineTool, entity } from '../../environment/index.js'
import { numericOf, plus, refused } from './arguments.js'
import { clockTime, later, midnightOf, momentOf } from './dates.js'
import { accountPhrases as phrases } from './account-phrases.js'
import type { State } from './state.js'

const tool = defineTool<State>()
const money = entity('money', z.number())
const date = entity('date', z.string())

/** Session, balance and transactions (SEMANTICS.md section 10). */
export const accountTools = {
  trading_login: tool({
    description: 'Sign in to the trading account.',
    effect: 'session',
    parameters: z.object({
      username: entity('trading-account', z.string()).describe('Name of the account.'),
      password: entity('trading-password', z.string()).describe('Its password.'),
    }),
    returns: z.object({ status: z.string() }),
    establishes: ['signed-in'],
    phrases: phrases.trading_login,
    candidates: ({ state: { authenticated } }) => (authenticated ? [] : [{}]),
    run({ state, draft, args: { username, password } }) {
      if (state.authenticated) return { status: 'Already logged in' }
      const { credentials } = state
      if (credentials && (credentials.username !== username || credentials.password !== password)) {
        throw refused('wrong-credentials', 'Invalid username or password.')
      }
      draft().authenticated = true
      return { status: 'Logged in successfully' }
    },
  }),
  trading_get_login_status: tool({
    description: 'Tell whether somebody is signed in.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ status: z.boolean() }),
    tells: 'signed-in',
    phrases: phrases.trading_get_login_status,
    run: ({ state: { authenticated } }) => ({ status: authenticated }),
  }),
  trading_logout: tool({
    description: 'Sign out of the trading account.',
    effect: 'session',
    parameters: z.object({}),
    returns: z.object({ status: z.string() }),
    revokes: ['signed-in'],
    phrases: phrases.trading_logout,
    candidates: ({ state: { authenticated } }) => (authenticated ? [{}] : []),
    run({ state, draft }) {
      if (!state.authenticated) throw new ToolError('not-authenticated', { status: 'No user is currently logged in' })
      draft().authenticated = false
      return { status: 'Logged out successfully' }
    },
  }),
  get_account_info: tool({
    description: 'Get the account number, cash balance and bound card of the trading account.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ account_id: z.number().int(), balance: z.number(), binding_card: z.number().int() }),
    requires: ['signed-in'],
    phrases: phrases.get_account_info,
    run({ state: { authenticated, account_info } }) {
      if (!authenticated)
        throw refused('not-authenticated', 'User not authenticated. Please log in to view account information.')
      return account_info
    },
  }),
  fund_account: tool({
    description: 'Pay money into the trading account.',
    effect: 'draws',
    parameters: z.object({ amount: money.describe('Amount in dollars.') }),
    returns: z.object({ status: z.string(), new_balance: z.number() }),
    requires: ['signed-in'],
    phrases: phrases.fund_account,
    candidates: ({ random }) =>
      sampleOf(
        random.fork('round'),
        [150, 200, 250, 300, 400, 500, 600, 750, 800, 1000, 1200, 1500, 2000, 2500, 3000, 5000, 7500],
        4,
      ).map((amount) => ({ amount })),
    run({ state, draft, args: { amount }, random, clock }) {
      if (!state.authenticated)
        throw refused('not-authenticated', 'User not authenticated. Please log in to fund the account.')
      const paid = numericOf(amount, '<=')
      if (toNumber(paid) <= 0) throw refused('invalid-value', 'Funding amount must be positive.')
      const balance = plus(state.account_info.balance, paid)
      const moment = later(nowOf(state, clock), random.integer(0, SECONDS_A_DAY))
      return transact(draft(), { type: 'deposit', amount, timestamp: moment }, balance, 'Account funded successfully')
    },
  }),
  withdraw_funds: tool({
    description: 'Pay money out of the trading account. Only while the market is open.',
    effect: 'draws',
    parameters: z.object({ amount: money.describe('Amount in dollars.') }),
    returns: z.object({ status: z.string(), new_balance: z.number() }),
    requires: ['signed-in', 'market-open'],
    phrases: phrases.withdraw_funds,
    candidates({ state, random }) {
      if (state.market_status !== 'Open') return []
      const amounts = [80, 100, 150, 200, 300, 400, 500, 600, 800, 1000, 1500, 2000, 2500, 3500, 5000]
      return sampleOf(
        random,
        amounts.filter((amount) => amount <= toNumber(state.account_info.balance)),
        4,
      ).map((amount) => ({ amount }))
    },
    run({ state, draft, args: { amount }, random, clock }) {
      if (!state.authenticated)
        throw refused('not-authenticated', 'User not authenticated. Please log in to make a transaction.')
      if (state.market_status !== 'Open')
        throw refused('market-closed', 'Market is closed. Transactions are not allowed.')
      const paid = numericOf(amount, '<=')
      if (toNumber(paid) <= 0) throw refused('invalid-value', 'Transaction amount must be positive.')
      if (toNumber(paid) > toNumber(state.account_info.balance))
        throw refused('insufficient-funds', 'Insufficient funds for withdrawal.')
      const balance = plus(state.account_info.balance, paid, -1)
      const moment = later(nowOf(state, clock), random.integer(0, SECONDS_A_DAY))
      return transact(draft(), { type: 'withdrawal', amount, timestamp: moment }, balance, 'Withdrawal successful')
    },
  }),
  get_transaction_history: tool({
    description: 'List deposits and withdrawals, all or those from the start of one day to the start of another.',
    effect: 'read',
    parameters: z.object({
      start_date: date.nullable().default(null).describe('First day, YYYY-MM-DD.'),
      end_date: date.nullable().default(null).describe('Day before whose start they end, YYYY-MM-DD.'),
    }),
    returns: z.object({
      transaction_history: z.array(z.object({ type: z.string(), amount: z.number(), timestamp: z.string() })),
    }),
    requires: ['signed-in'],
    phrases: phrases.get_transaction_history,
    candidates({ state: { transaction_history: history }, random }): JsonObject[] {
      const days = history.map((entry) => String(entry['timestamp']).slice(0, 10)).toSorted()
      const [first, last] = [days[0], days.at(-1)]
      if (first === undefined || last === undefined) return []
      const start_date = pick(random, days)
      return [{}, { start_date }, ...(first === last ? [] : [{ start_date: first, end_date: last }])]
    },
    run({ state, args: { start_date, end_date } }) {
      if (!state.authenticated) {
        throw new ToolError('not-authenticated', [
          { error: 'User not authenticated. Please log in to view transaction history.' },
        ])
      }
      const from = isGiven(start_date) ? midnightOf(start_date) : undefined
      const to = isGiven(end_date) ? midnightOf(end_date) : undefined
      const history = state.transaction_history.filter((entry) => {
        if (from === undefined && to === undefined) return true
        const moment = momentOf(entry['timestamp'] ?? null)
        return (from === undefined || moment >= from) && (to === undefined || moment <= to)
      })
      return { transaction_history: (history as Json[]).concat(state.bulk?.transactions ?? []) }
    },
  }),
  get_current_time: tool({
    description: 'Get the time of day at the exchange.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ current_time: z.string() }),
    phrases: phrases.get_current_time,
    run: ({ state, clock }) => ({ current_time: clockTime(nowOf(state, clock)) }),
  }),
}

/** Transactions are dated somewhere within a day from now. */
const SECONDS_A_DAY = 86_400

function nowOf({ now }: State, clock: string): string {
  return now ?? clock.slice(0, 19).replace('T', ' ')
}

function transact(state: State, entry: JsonObject, balance: Numeric, status: string): Json {
  state.account_info.balance = balance
  state.transaction_history.push(entry)
  return { status, new_balance: balance }
}

/** Python's idea of an open end: nothing, or an empty text. */
function isGiven(value: Json): boolean {
  return value !== null && value !== undefined && value !== '' && value !== 0 && value !== false
}
