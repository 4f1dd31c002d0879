import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, sameJson } from '../../../src/core/json.js'
import { float, untag } from '../../../src/core/number.js'
import { createRng } from '../../../src/core/random.js'
import { callTool, createScenario } from '../../../src/environment/index.js'
import { dollars } from '../../../src/environments/trading/arguments.js'
import { companiesOf } from '../../../src/environments/trading/companies.js'
import { trading } from '../../../src/environments/trading/environment.js'
import { load } from '../../../src/environments/trading/load.js'
import { type State, state } from '../../../src/environments/trading/state.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'

const FILES = ['fuzz_TradingBot', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']
const CLOCK = '2026-03-05T12:00:00'

const call = (name: string, args: JsonObject, from: Json): ReturnType<typeof callTool> =>
  callTool(trading, name, args, from, CLOCK)

const signedOut = load({}, { longContext: false, extension: {} })
const signedIn = load({ authenticated: true }, { longContext: false, extension: {} })
const open: Json = { ...signedIn, market_status: 'Open' }
const stray = load({ authenticated: true, orders: { order_type: 'Buy' } }, { longContext: false, extension: {} })

if (!bfclPresent) console.log('trading: BFCL reference data absent, golden transcripts not replayed')

describe.skipIf(!bfclPresent)('trading against golden transcripts', () => {
  it.each(FILES)('gives the results and states of %s', (file) => {
    const { calls, states, differences } = goldenDifferences(
      goldenRecords(`${file}.jsonl.gz`),
      'TradingBot',
      trading,
      load,
    )
    console.log(`${file}: ${calls} calls, ${states} states`)
    expect(differences).toEqual([])
    expect(calls).toBeGreaterThan(0)
  })
})

describe('companies', () => {
  it('have no symbol that reads as something else', () => {
    const symbols = Array.from({ length: 600 }, (_, seed) => companiesOf(createRng(seed), 20)).flatMap((companies) =>
      companies.map(({ symbol }) => symbol),
    )
    expect(new Set(symbols).size).toBeGreaterThan(1000)
    expect(symbols.filter((symbol) => /^(NONE|SOLD|ZERO|SAME)$/.test(symbol))).toEqual([])
  })
})

describe('trading refusals', () => {
  const order = { order_type: 'Buy', symbol: 'AAPL', price: 227.16, amount: 10 }
  const dates = { start_date: null, end_date: null }
  const cases: readonly [string, string, JsonObject, Json, Json][] = [
    ['an unknown company', 'get_symbol_by_name', { name: 'apple' }, signedOut, { symbol: 'Stock not found' }],
    [
      'an unknown symbol',
      'get_stock_info',
      { symbol: 'aapl' },
      signedOut,
      { error: "Stock with symbol 'aapl' not found." },
    ],
    [
      'an unknown order',
      'get_order_details',
      { order_id: 1 },
      signedOut,
      { error: 'Order with ID 1 not found.Here is the list of orders_id: [12345, 12446]' },
    ],
    [
      'cancelling an unknown order',
      'cancel_order',
      { order_id: -1 },
      signedOut,
      { error: 'Order with ID -1 not found.' },
    ],
    [
      'cancelling a completed order',
      'cancel_order',
      { order_id: 12345 },
      signedOut,
      { error: "Can't cancel order 12345. Order is already completed." },
    ],
    [
      'cancelling a text entry',
      'cancel_order',
      { order_id: 'order_type' },
      stray,
      "Error during execution: string indices must be integers, not 'str'",
    ],
    [
      'orders before signing in',
      'place_order',
      order,
      signedOut,
      { error: 'User not authenticated. Please log in to place an order.' },
    ],
    [
      'orders for unknown stocks',
      'place_order',
      { ...order, symbol: 'XYZ' },
      signedIn,
      { error: 'Invalid stock symbol: XYZ' },
    ],
    [
      'orders for nothing',
      'place_order',
      { ...order, amount: 0 },
      signedIn,
      { error: 'Price and amount must be positive values.' },
    ],
    [
      'orders beyond the balance',
      'place_order',
      { ...order, amount: 100 },
      signedIn,
      { error: 'Insufficient funds: required $22716.00 but only $10000.00 available.' },
    ],
    [
      'withdrawals before signing in',
      'withdraw_funds',
      { amount: 5 },
      signedOut,
      { error: 'User not authenticated. Please log in to make a transaction.' },
    ],
    [
      'withdrawals while the market is closed',
      'withdraw_funds',
      { amount: 5 },
      signedIn,
      { error: 'Market is closed. Transactions are not allowed.' },
    ],
    [
      'withdrawals of nothing',
      'withdraw_funds',
      { amount: 0 },
      open,
      { error: 'Transaction amount must be positive.' },
    ],
    [
      'withdrawals beyond the balance',
      'withdraw_funds',
      { amount: 10001 },
      open,
      { error: 'Insufficient funds for withdrawal.' },
    ],
    [
      'deposits before signing in',
      'fund_account',
      { amount: 5 },
      signedOut,
      { error: 'User not authenticated. Please log in to fund the account.' },
    ],
    [
      'deposits of less than nothing',
      'fund_account',
      { amount: -5 },
      signedIn,
      { error: 'Funding amount must be positive.' },
    ],
    [
      'the account before signing in',
      'get_account_info',
      {},
      signedOut,
      { error: 'User not authenticated. Please log in to view account information.' },
    ],
    [
      'the watchlist before signing in',
      'get_watchlist',
      {},
      signedOut,
      ['Error: User not authenticated. Please log in to view the watchlist.'],
    ],
    [
      'unwatching before signing in',
      'remove_stock_from_watchlist',
      { symbol: 'NVDA' },
      signedOut,
      { error: 'User not authenticated. Please log in to modify the watchlist.' },
    ],
    [
      'unwatching what is not watched',
      'remove_stock_from_watchlist',
      { symbol: 'F' },
      signedIn,
      { error: 'Stock F not found in watchlist.' },
    ],
    [
      'the order history before signing in',
      'get_order_history',
      {},
      signedOut,
      [{ error: 'User not authenticated. Please log in to view order history.' }],
    ],
    [
      'the transactions before signing in',
      'get_transaction_history',
      dates,
      signedOut,
      [{ error: 'User not authenticated. Please log in to view transaction history.' }],
    ],
    [
      'a date in words',
      'get_transaction_history',
      { ...dates, start_date: 'yesterday' },
      signedIn,
      "Error during execution: time data 'yesterday' does not match format '%Y-%m-%d'",
    ],
    [
      'a date with a time',
      'get_transaction_history',
      { ...dates, end_date: '2024-09-01 10:00:00' },
      signedIn,
      'Error during execution: unconverted data remains:  10:00:00',
    ],
    [
      'a day that is none',
      'get_transaction_history',
      { ...dates, end_date: '2023-02-29' },
      signedIn,
      'Error during execution: day is out of range for month',
    ],
    ['signing out twice', 'trading_logout', {}, signedOut, { status: 'No user is currently logged in' }],
    [
      'a wrong password',
      'trading_login',
      { username: 'ada', password: 'x' },
      { ...signedOut, credentials: { username: 'ada', password: 'y' } },
      { error: 'Invalid username or password.' },
    ],
    [
      'a text for a number',
      'fund_account',
      { amount: '5' },
      signedIn,
      "Error during execution: '<=' not supported between instances of 'str' and 'int'",
    ],
  ]

  it.each(cases)('answers %s', (_, name, args, from, value) => {
    const called = call(name, args, from)
    expect(called.error).toBeDefined()
    expect(called.value).toEqual(value)
  })

  it('writes sums of money as Python does', () => {
    expect([0.125, 0.375, 2.675, 1e22, 15010].map(dollars)).toEqual([
      '$0.12',
      '$0.38',
      '$2.67',
      '$10000000000000000000000.00',
      '$15010.00',
    ])
  })

  it('puts an order under the counter, in the place of an older one', () => {
    const placed = call('place_order', { order_type: 'Buy', symbol: 'AAPL', price: 100, amount: 2 }, signedIn)
      .state as State
    expect(placed.orders.map(([key]) => key)).toEqual([12345, 12446])
    expect(placed.orders[1]?.[1]).toEqual({
      id: 12446,
      order_type: 'Buy',
      symbol: 'AAPL',
      price: float(100),
      amount: 2,
      status: 'Open',
    })
    expect(placed.order_counter).toBe(12447)
  })
})

describe('trading scenarios', () => {
  const scenarios = Array.from({ length: 200 }, (_, seed) => createScenario([trading], createRng(seed)))

  it('are legal, all different, and describe nothing twice', () => {
    const seen = new Set<string>()
    for (const { world, userKnows, situations } of scenarios) {
      const made = world.stateOf('trading') as State
      expect(() => state.parse(made)).not.toThrow()
      seen.add(JSON.stringify(trading.observe(made)))
      expect(new Set(situations['trading']).size).toBe(3)
      const said = userKnows.flatMap(({ entity, by }) =>
        by.map(({ field, value }) => JSON.stringify([entity, field, value])),
      )
      expect(new Set(said).size).toBe(said.length)
      const prices = Object.values(made.stocks).map(({ price }) => price)
      expect(new Set(prices).size).toBe(prices.length)
    }
    expect(seen.size).toBe(scenarios.length)
  })

  it('hold more stocks and orders in larger worlds', () => {
    const made = createScenario([trading], createRng(1), 6).world.stateOf('trading') as State
    expect(Object.keys(made.stocks).length).toBe(84)
    expect(made.orders.length).toBeGreaterThanOrEqual(18)
  })

  it('offer only candidates that succeed, once somebody is signed in', () => {
    const offered = new Map<string, number>()
    for (const [seed, { world, userKnows }] of scenarios.entries()) {
      const from = world.stateOf('trading') as State
      for (const [name, tool] of Object.entries(trading.definition.tools)) {
        if (name === 'trading_login') continue
        const candidates = tool.candidates?.({
          state: from,
          known: userKnows,
          random: createRng(`${seed}:${name}`),
          clock: CLOCK,
        })
        for (const args of candidates ?? [{}]) {
          const fork = world.fork()
          if (tool.requires?.includes('signed-in'))
            fork.call({ id: 'p', name: 'trading_login', arguments: { ...from.credentials } })
          const before = fork.snapshot().state['trading'] as Json
          const { value, error } = fork.call({ id: 'c', name, arguments: args })
          expect(error, `${name} ${JSON.stringify(args)}`).toBeUndefined()
          expect(tool.returns?.safeParse(untag(value)).success, `${name} ${JSON.stringify(value)}`).toBe(true)
          if (tool.effect === 'read') expect(fork.snapshot().state['trading']).toBe(before)
          else expect(sameJson(fork.snapshot().state['trading'], before), `${name} ${JSON.stringify(args)}`).toBe(false)
          offered.set(name, (offered.get(name) ?? 0) + 1)
        }
      }
    }
    const missing = trading.specs.map(({ name }) => name).filter((name) => !offered.has(name))
    expect(missing).toEqual(['trading_login'])
  })

  it('let their user sign in with what the briefing says, and with nothing else', () => {
    for (const { world } of scenarios.filter((_, i) => i % 10 === 0)) {
      const from = { ...(world.stateOf('trading') as State), authenticated: false }
      expect(call('trading_login', { ...from.credentials }, from as Json).value).toEqual({
        status: 'Logged in successfully',
      })
      expect(call('trading_login', { username: 'someone', password: 'else' }, from as Json).error?.code).toBe(
        'wrong-credentials',
      )
    }
  })
})

describe('trading phrases', () => {
  it.each(Object.entries(trading.definition.tools))(
    'let people ask for %s in many ways and without tool words',
    (_, { phrases, parameters }) => {
      const { asks = [], reports = [] } = phrases ?? {}
      expect(asks.length).toBeGreaterThanOrEqual(6)
      expect(reports.length).toBeGreaterThanOrEqual(4)
      expect(asks.filter((ask) => /[.?!]$/.test(ask)).length).toBeGreaterThanOrEqual(2)
      const slots = new Set([...asks.join(' ').matchAll(/<(\w+)/g)].map(([, slot]) => slot))
      expect(slots).toEqual(new Set(Object.keys(parameters.shape)))
      for (const ask of asks) expect(ask.replaceAll(/<[^>]*>/g, '')).not.toMatch(/_/)
    },
  )
})
