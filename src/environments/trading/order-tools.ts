import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { float, toNumber } from '../../core/number.js'
import { between, pick, type Rng, sampleOf } from '../../core/random.js'
import { defineTool, entity } from '../../environment/index.js'
import { formatRepr } from '../../text/python.js'
import { comparable, dollars, pythonType, raised, refused, textOf } from './arguments.js'
import { stocksOf } from './market-tools.js'
import { orderPhrases as phrases } from './order-phrases.js'
import { orderIndex, priceOf, type State, stockOf } from './state.js'

const tool = defineTool<State>()
const orderId = entity('order', z.number().int())

/** Orders (SEMANTICS.md section 10). */
export const orderTools = {
  get_order_history: tool({
    description: 'List the numbers of all orders ever placed, oldest first.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ history: z.array(orderId) }),
    requires: ['signed-in'],
    phrases: phrases.get_order_history,
    candidates: ({ state: { orders } }) => (orders.length > 0 ? [{}] : []),
    run({ state: { authenticated, orders } }) {
      if (!authenticated)
        throw new ToolError('not-authenticated', [
          { error: 'User not authenticated. Please log in to view order history.' },
        ])
      return { history: orders.map(([key]) => key) }
    },
  }),
  get_order_details: tool({
    description: 'Show what an order is about and how far it is.',
    effect: 'read',
    parameters: z.object({ order_id: orderId.describe('Number of the order.') }),
    returns: z.object({
      id: orderId,
      order_type: z.string(),
      symbol: entity('stock', z.string()),
      price: z.number(),
      amount: z.number(),
      status: z.string(),
    }),
    phrases: phrases.get_order_details,
    candidates: ({ state: { orders } }) => orders.map(([order_id]) => ({ order_id })),
    run({ state, args: { order_id } }) {
      const order = state.orders[orderIndex(state, order_id)]?.[1]
      if (order === undefined) {
        const keys = state.orders.map(([key]) => key)
        throw refused(
          'not-found',
          `Order with ID ${textOf(order_id)} not found.Here is the list of orders_id: ${formatRepr(keys)}`,
        )
      }
      if (!state.bulk) return order
      if (!isObject(order)) throw raised('invalid-value', `'${pythonType(order)}' object has no attribute 'copy'`)
      return { ...order, metadata: textsAbout(order, state.bulk.orderTexts) }
    },
  }),
  cancel_order: tool({
    description: 'Cancel an order that is not completed.',
    effect: 'write',
    ends: 'order_id',
    parameters: z.object({ order_id: orderId.describe('Number of the order.') }),
    returns: z.object({ order_id: orderId, status: z.string() }),
    phrases: phrases.cancel_order,
    candidates: ({ state: { orders } }) =>
      orders
        .filter(([, order]) => isObject(order) && order['status'] !== 'Completed' && order['status'] !== 'Cancelled')
        .map(([order_id]) => ({ order_id })),
    run({ state, draft, args: { order_id } }) {
      const index = orderIndex(state, order_id)
      const [key, order] = state.orders[index] ?? []
      if (key === undefined || order === undefined)
        throw refused('not-found', `Order with ID ${textOf(order_id)} not found.`)
      if (!isObject(order)) throw raised('invalid-value', "string indices must be integers, not 'str'")
      if (order['status'] === undefined) throw raised('invalid-value', "'status'")
      if (order['status'] === 'Completed')
        throw refused('completed', `Can't cancel order ${textOf(order_id)}. Order is already completed.`)
      draft().orders[index] = [key, { ...order, status: 'Cancelled' }]
      return { order_id, status: 'Cancelled' }
    },
  }),
  place_order: tool({
    description:
      'Place an order to buy or sell shares of a stock at a price per share. Buying needs the money in the account.',
    effect: 'write',
    parameters: z.object({
      order_type: entity('order-side', z.enum(['Buy', 'Sell'])).describe('Whether to buy or to sell.'),
      symbol: entity('stock', z.string()).describe('Ticker symbol.'),
      price: entity('price', z.number()).describe('Dollars per share.'),
      amount: entity('shares', z.number().int()).describe('Number of shares.'),
    }),
    returns: z.object({
      order_id: orderId,
      order_type: z.string(),
      status: z.string(),
      price: z.number(),
      amount: z.number(),
    }),
    requires: ['signed-in'],
    phrases: phrases.place_order,
    candidates: ({ state, known, random }) =>
      sampleOf(random.fork('stocks'), stocksOf(state, known), 8).flatMap((symbol) =>
        orderFor(state, symbol, random.fork(symbol)),
      ),
    run({ state, draft, args: { order_type, symbol, price, amount } }) {
      if (!state.authenticated)
        throw refused('not-authenticated', 'User not authenticated. Please log in to place an order.')
      if (!stockOf(state, symbol)) throw refused('not-found', `Invalid stock symbol: ${textOf(symbol)}`)
      const [each, shares] = [comparable(price, '<='), comparable(amount, '<=')]
      if (each <= 0 || shares <= 0) throw refused('invalid-value', 'Price and amount must be positive values.')
      assertAffordable(state, order_type, each * Math.trunc(shares))
      const id = state.order_counter
      const paid = float(each)
      const next = draft()
      const index = orderIndex(state, id)
      next.orders[index < 0 ? next.orders.length : index] = [
        id,
        { id, order_type, symbol, price: paid, amount, status: 'Open' },
      ]
      next.order_counter = id + 1
      return { order_id: id, order_type, status: 'Pending', price: paid, amount }
    },
  }),
}

type Texts = { readonly [name: string]: string }

const textsBySymbol = new WeakMap<Texts, Map<string, Texts>>()

/** Long texts about an order's stock, made once per stock: orders of few stocks repeat them. */
function textsAbout(order: JsonObject, texts: Texts): Texts {
  if (order['symbol'] === undefined) throw raised('invalid-value', "'symbol'")
  const symbol = textOf(order['symbol'])
  const known = textsBySymbol.get(texts) ?? new Map<string, Texts>()
  textsBySymbol.set(texts, known)
  let made = known.get(symbol)
  if (!made) {
    made = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, text.replaceAll('{symbol}', () => symbol)]),
    )
    known.set(symbol, made)
  }
  return made
}

function assertAffordable({ account_info: { balance } }: State, side: Json, required: number): void {
  if (typeof side !== 'string') throw raised('invalid-value', `'${pythonType(side)}' object has no attribute 'lower'`)
  if (side.toLowerCase() !== 'buy' || required <= toNumber(balance)) return
  throw refused(
    'insufficient-funds',
    `Insufficient funds: required ${dollars(required)} but only ${dollars(toNumber(balance))} available.`,
  )
}

/** Numbers of shares people order. */
const LOTS = [1, 2, 3, 4, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120]

/**
 * Two orders somebody could place for a stock: at the current price and at a round limit that is better than it; none they cannot
 * pay, and none that goes against one they have open.
 */
function orderFor(state: State, symbol: string, random: Rng): JsonObject[] {
  const current = priceOf(state, symbol)
  const order_type = openSide(state, symbol) ?? (isHeld(state, symbol) ? pick(random, ['Buy', 'Sell', 'Sell']) : 'Buy')
  const limit = roundLimit(current * (1 + (order_type === 'Buy' ? -1 : 1) * (between(random, 2, 8) / 100)))
  return [current, limit].flatMap((price) => {
    const affordable = order_type === 'Buy' ? (0.9 * toNumber(state.account_info.balance)) / price : Infinity
    const lots = LOTS.filter((lot) => lot <= affordable)
    return lots.length === 0 || price <= 0 ? [] : [{ order_type, symbol, price, amount: pick(random, lots) }]
  })
}

/** Whole dollars, fives where a share costs hundreds, halves where it costs little. */
function roundLimit(price: number): number {
  const step = price > 200 ? 5 : price > 20 ? 1 : 0.5
  return Math.round(price / step) * step
}

/** Did some order buy the stock? */
function isHeld({ orders }: State, symbol: string): boolean {
  return orders.some(
    ([, order]) =>
      isObject(order) && order['symbol'] === symbol && order['order_type'] === 'Buy' && order['status'] === 'Completed',
  )
}

/** Does the newest open order for a stock buy or sell? */
function openSide({ orders }: State, symbol: string): Json | undefined {
  const own = orders.flatMap(([, order]) => (isObject(order) && order['symbol'] === symbol ? [order] : []))
  return own.findLast(({ status }) => status === 'Open')?.['order_type']
}
