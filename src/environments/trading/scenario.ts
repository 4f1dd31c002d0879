import { weekdayOf } from '../../core/calendar.js'
import type { Json, JsonObject } from '../../core/json.js'
import { float, toNumber } from '../../core/number.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import type { Cast, Known, Scenario, ScenarioContext } from '../../environment/index.js'
import { type Company, companiesOf, marketOf } from './companies.js'
import { PASSWORD_WORDS, SITUATIONS } from './pools.js'
import type { State } from './state.js'

/** A small investor's account on a made-up market. Some people know ticker symbols, others say company names. */
export function scenario({ random, cast, today, size }: ScenarioContext): Scenario<State> {
  const companies = companiesOf(random.fork('companies'), 14 * size)
  const familiar = companies.slice(0, 12)
  const orders = ordersOf(random.fork('orders'), sampleOf(random.fork('ordered'), familiar, 6), size)
  const counter = lastId(orders) + 1 + between(random.fork('counter'), 0, 40)
  return {
    state: {
      orders,
      account_info: accountOf(random.fork('account')),
      authenticated: chance(random.fork('session'), 1, 2),
      market_status: isWeekend(today) || chance(random.fork('market'), 1, 9) ? 'Closed' : 'Open',
      order_counter: counter,
      stocks: Object.fromEntries(companies.map(({ symbol, stock }) => [symbol, stock])),
      watch_list: sampleOf(random.fork('watched'), familiar, between(random.fork('watching'), 2, 5)).map(
        ({ symbol }) => symbol,
      ),
      transaction_history: historyOf(random.fork('history'), today, size),
      long_context: false,
      market: marketOf(companies),
      bulk: null,
      now: null,
      credentials: { username: cast.user.account, password: passwordOf(random.fork('password')) },
      generator: { seed: between(random.fork('seed'), 1, 1_000_000), drawn: 0 },
    },
    userKnows: [...knownOf(random.fork('known'), familiar, orders), ...sectorsOf(companies)],
    situations: sampleOf(random.fork('situations'), SITUATIONS, 8).map((text) => inWordsOf(cast, text)),
  }
}

function accountOf(random: Rng): State['account_info'] {
  return {
    account_id: between(random, 10_000, 99_999),
    balance: float(between(random, 60_000, 1_500_000) / 100),
    binding_card: between(random, 40_000_000, 89_999_999) * 100_000_000 + between(random, 0, 99_999_999),
  }
}

const STATUSES = ['Completed', 'Completed', 'Open', 'Open', 'Pending', 'Cancelled']

/** The first two orders can still be cancelled, so that there always is something to cancel. */
function ordersOf(random: Rng, companies: readonly Company[], size: number): State['orders'] {
  let id = between(random.fork('first'), 11_000, 88_000)
  return Array.from({ length: between(random.fork('count'), 3, 6) * size }, (_, i): State['orders'][number] => {
    const draw = random.fork(`order${i}`)
    const { symbol, stock } = companies[i % companies.length] as Company
    id += between(draw, 1, 60)
    const price = float(Math.round(toNumber(stock.price) * between(draw, 90, 110)) / 100)
    const status = i < 2 ? pick(draw, ['Open', 'Pending']) : pick(draw, STATUSES)
    return [
      id,
      { id, order_type: pick(draw, ['Buy', 'Buy', 'Sell']), symbol, price, amount: between(draw, 1, 90), status },
    ]
  })
}

function lastId(orders: State['orders']): number {
  return orders.reduce((last, [id]) => Math.max(last, Number(id)), 10_000)
}

/** Deposits and withdrawals of the year so far or the one before, oldest first. */
function historyOf(random: Rng, today: string, size: number): JsonObject[] {
  const year = Number(today.slice(0, 4)) - 1
  const two = (n: number): string => String(n).padStart(2, '0')
  const moments = Array.from({ length: between(random, 3, 6) * size }, () => {
    const day = `${year}-${two(between(random, 1, 12))}-${two(between(random, 1, 28))}`
    return `${day} ${two(between(random, 8, 17))}:${two(between(random, 0, 59))}:${two(between(random, 0, 59))}`
  })
  return moments.toSorted().map((timestamp) => {
    const amount = float(pick(random, [between(random, 1, 60) * 50, between(random, 4_000, 260_000) / 100]))
    return { type: pick(random, ['deposit', 'deposit', 'withdrawal']), amount, timestamp }
  })
}

function passwordOf(random: Rng): string {
  return `${pick(random, PASSWORD_WORDS)}-${pick(random, PASSWORD_WORDS)}-${between(random, 10, 99)}`
}

function knownOf(random: Rng, companies: readonly Company[], orders: State['orders']): Known[] {
  const saysSymbols = chance(random, 1, 6)
  const saysOrders = chance(random.fork('by-order'), 1, 3)
  const described = (entity: string, value: Json, field: string, said: Json): Known => ({
    entity,
    value,
    by: [{ field, match: 'equals', value: said }],
  })
  return [
    ...companies.map(({ name, symbol }) =>
      saysSymbols ? { entity: 'stock', value: symbol, by: [] } : described('stock', symbol, 'name', name),
    ),
    ...companies.map(({ name }) => ({ entity: 'company', value: name, by: [] })),
    ...companies.map(({ symbol, stock }) => described('price', toNumber(stock.price), 'symbol', symbol)),
    ...orders.map(([id]) => ({ entity: 'order', value: id, by: [] })),
    ...orders.slice(0, saysOrders ? 2 : 0).flatMap(([id, order]) => {
      const symbol = (order as JsonObject)['symbol']
      return typeof symbol === 'string' ? [described('stock', symbol, 'order_id', id)] : []
    }),
  ]
}

function sectorsOf(companies: readonly Company[]): Known[] {
  return marketOf(companies).sectors.flatMap(({ sector, symbols }) => [
    { entity: 'sector', value: sector, by: [] },
    { entity: 'stock-list', value: symbols, by: [{ field: 'sector', match: 'equals' as const, value: sector }] },
  ])
}

function inWordsOf({ colleagues, team }: Cast, text: string): string {
  return text.replace('{colleague}', colleagues[1]?.first ?? 'A friend').replace('{team}', team)
}

/** Exchanges are closed on Saturdays and Sundays. */
function isWeekend(today: string): boolean {
  return weekdayOf(today) >= 5
}
