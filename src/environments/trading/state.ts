import * as z from 'zod'
import { type Json, type JsonObject, isObject } from '../../core/json.js'
import { isNumeric, mapping, type Numeric, toNumber } from '../../core/number.js'

const numeric: z.ZodType<Numeric> = z.union([
  z.number(),
  z.strictObject({ $float: z.number() }),
  z.strictObject({ $int: z.string() }),
])

const stock = z.object({
  price: numeric,
  percent_change: numeric,
  volume: numeric,
  'MA(5)': numeric,
  'MA(20)': numeric,
})

/** Who trades where: fixed in the published environment, made up in scenarios. */
const market = z.object({
  companies: z.array(z.object({ name: z.string(), symbol: z.string() })),
  sectors: z.array(z.object({ sector: z.string(), symbols: z.array(z.string()) })),
})

/** Lists and texts that only long-context runs show. */
const bulk = z.object({
  shortAverages: z.array(z.custom<Json>()),
  longAverages: z.array(z.custom<Json>()),
  orderTexts: z.record(z.string(), z.string()),
  watchlist: z.array(z.custom<Json>()),
  transactions: z.array(z.custom<Json>()),
  /** Further symbols by sector. */
  sectors: z.record(z.string(), z.array(z.string())),
})

/**
 * A brokerage account as SEMANTICS.md section 10 describes it; the keys from `market` on are private. Orders are entries,
 * since their keys are ints or texts and come in order.
 */
export const state = z.object({
  orders: z.array(z.tuple([z.union([z.number().int(), z.string()]), z.custom<Json>()])),
  account_info: z.object({ account_id: numeric, balance: numeric, binding_card: numeric }),
  authenticated: z.boolean(),
  market_status: z.string(),
  order_counter: z.number().int(),
  stocks: z.record(z.string(), stock),
  watch_list: z.array(z.string()),
  transaction_history: z.array(z.custom<JsonObject>(isObject as (value: unknown) => boolean)),
  long_context: z.boolean(),
  market,
  bulk: bulk.nullable(),
  /** `YYYY-MM-DD HH:MM:SS` where the time stands still; else the world's clock counts. */
  now: z.string().nullable(),
  /** What signing in takes; any name and password do where nothing is set. */
  credentials: z.object({ username: z.string(), password: z.string() }).nullable(),
  generator: z.object({ seed: z.number().int(), drawn: z.number().int() }),
})

export type State = z.infer<typeof state>
export type Stock = State['stocks'][string]
export type Market = State['market']
export type Bulk = NonNullable<State['bulk']>
export type OrderKey = State['orders'][number][0]

/** Private keys. */
export const UNOBSERVED = [
  'market',
  'bulk',
  'now',
  'credentials',
  'generator',
] as const satisfies readonly (keyof State)[]

/** The compared part; orders as the mapping they are. */
export function observe(from: State): Json {
  const {
    market: _market,
    bulk: _bulk,
    now: _now,
    credentials: _credentials,
    generator: _generator,
    ...observed
  } = from
  return { ...observed, orders: mapping(from.orders) }
}

/** Position of an order, by a key compared as Python does: numbers by value, texts as they are. */
export function orderIndex({ orders }: State, id: Json): number {
  if (typeof id === 'string') return orders.findIndex(([key]) => key === id)
  const wanted = typeof id === 'boolean' ? Number(id) : isNumeric(id) ? toNumber(id) : NaN
  return orders.findIndex(([key]) => key === wanted)
}

/** Today's figures of a listed stock. */
export function stockOf({ stocks }: State, symbol: Json): Stock | undefined {
  return typeof symbol === 'string' && Object.hasOwn(stocks, symbol) ? stocks[symbol] : undefined
}

/** The current price as a plain number, 0 for unknown symbols. */
export function priceOf(from: State, symbol: Json): number {
  const found = stockOf(from, symbol)
  return found ? toNumber(found.price) : 0
}
