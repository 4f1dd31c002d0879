import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import type { Json, JsonObject } from '../../core/json.js'
import { toNumber } from '../../core/number.js'
import { pick, sampleOf } from '../../core/random.js'
import { defineTool, entity, type Known } from '../../environment/index.js'
import { comparable, itemsOf, refused, textOf } from './arguments.js'
import { joinedLists } from './joined-lists.js'
import { marketPhrases as phrases } from './market-phrases.js'
import { priceOf, type State, stockOf } from './state.js'

const tool = defineTool<State>()
const symbol = entity('stock', z.string())
const symbols = entity('stock-list', z.array(symbol))

/** Prices, sectors and the watchlist (SEMANTICS.md section 10). */
export const marketTools = {
  get_symbol_by_name: tool({
    description: 'Get the ticker symbol of a company.',
    effect: 'read',
    parameters: z.object({ name: entity('company', z.string()).describe('Full name of the company.') }),
    returns: z.object({ symbol }),
    phrases: phrases.get_symbol_by_name,
    candidates: ({ state: { market }, known }) =>
      known
        .filter((item) => item.entity === 'company' && market.companies.some(({ name }) => name === item.value))
        .map(({ value }) => ({ name: value })),
    run({ state: { market }, args: { name } }) {
      const found = market.companies.find((company) => company.name === name)
      if (!found) throw new ToolError('not-found', { symbol: 'Stock not found' })
      return { symbol: found.symbol }
    },
  }),
  get_stock_info: tool({
    description:
      'Get the price of a stock in dollars, its change today in percent, its volume in millions and its moving averages.',
    effect: 'read',
    parameters: z.object({ symbol: symbol.describe('Ticker symbol.') }),
    returns: z.object({
      price: entity('price', z.number()),
      percent_change: z.number(),
      volume: z.number(),
      'MA(5)': z.number(),
      'MA(20)': z.number(),
    }),
    phrases: phrases.get_stock_info,
    candidates: ({ state, known }) => stocksOf(state, known).map((stock) => ({ symbol: stock })),
    run({ state, args }) {
      const found = stockOf(state, args.symbol)
      if (!found) throw refused('not-found', `Stock with symbol '${textOf(args.symbol)}' not found.`)
      return state.bulk ? { ...found, 'MA(5)': state.bulk.shortAverages, 'MA(20)': state.bulk.longAverages } : found
    },
  }),
  get_available_stocks: tool({
    description: 'List the ticker symbols of a sector.',
    effect: 'read',
    parameters: z.object({ sector: entity('sector', z.string()).describe('Name of the sector.') }),
    returns: z.object({ stock_list: symbols }),
    phrases: phrases.get_available_stocks,
    candidates: ({ state: { market } }) => market.sectors.map(({ sector }) => ({ sector })),
    run({ state: { market, bulk }, args: { sector } }) {
      const listed = market.sectors.find((entry) => entry.sector === sector)
      if (!listed) return { stock_list: [] }
      const further = bulk?.sectors[listed.sector]
      return { stock_list: further ? joinedLists(listed.symbols, further) : listed.symbols }
    },
  }),
  filter_stocks_by_price: tool({
    description: 'Keep those stocks of a list whose price lies in a range, its ends included.',
    effect: 'read',
    parameters: z.object({
      stocks: symbols.describe('Ticker symbols to choose from.'),
      min_price: entity('price-limit', z.number()).describe('Lowest price in dollars.'),
      max_price: entity('price-limit', z.number()).describe('Highest price in dollars.'),
    }),
    returns: z.object({ filtered_stocks: symbols }),
    phrases: phrases.filter_stocks_by_price,
    candidates: ({ state, random }): JsonObject[] =>
      state.market.sectors.flatMap(({ sector, symbols: stocks }) => {
        const prices = stocks.map((stock) => priceOf(state, stock)).toSorted((a, b) => a - b)
        const middle = pick(random.fork(sector), prices)
        const step = middle > 100 ? 100 : middle > 40 ? 50 : 10
        const [min_price, max_price] = [
          Math.max(10, Math.floor(middle / 2 / step) * step),
          Math.ceil((middle * 1.5) / step) * step,
        ]
        const kept = prices.filter((price) => price >= min_price && price <= max_price)
        return kept.length > 0 && kept.length < prices.length ? [{ stocks, min_price, max_price }] : []
      }),
    run({ state, args: { stocks, min_price, max_price } }) {
      return {
        filtered_stocks: itemsOf(stocks).filter((stock) => {
          const price = priceOf(state, stock)
          return price >= comparable(min_price, '<=') && price <= comparable(max_price, '>=')
        }),
      }
    },
  }),
  notify_price_change: tool({
    description: 'Tell which stocks of a list moved today by at least a threshold, up or down.',
    effect: 'read',
    parameters: z.object({
      stocks: symbols.describe('Ticker symbols to look at.'),
      threshold: entity('percentage', z.number()).describe('Least change in percent.'),
    }),
    returns: z.object({ notification: z.string() }),
    phrases: phrases.notify_price_change,
    candidates: ({ state: { market }, random }) =>
      market.sectors.map(({ sector, symbols: stocks }) => ({
        stocks,
        threshold: pick(random.fork(sector), [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]),
      })),
    run({ state, args: { stocks, threshold } }) {
      const moved = itemsOf(stocks).filter((stock) => {
        const found = stockOf(state, stock)
        return found !== undefined && Math.abs(toNumber(found.percent_change)) >= comparable(threshold, '>=')
      })
      return {
        notification:
          moved.length > 0
            ? `Stocks ${moved.map(textOf).join(', ')} have significant price changes.`
            : 'No significant price changes in the selected stocks.',
      }
    },
  }),
  get_watchlist: tool({
    description: 'List the ticker symbols on the watchlist.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ watchlist: symbols }),
    requires: ['signed-in'],
    phrases: phrases.get_watchlist,
    candidates: ({ state: { watch_list } }) => (watch_list.length > 0 ? [{}] : []),
    run({ state: { authenticated, watch_list, bulk } }): Json {
      if (!authenticated)
        throw new ToolError('not-authenticated', [
          'Error: User not authenticated. Please log in to view the watchlist.',
        ])
      return bulk ? joinedLists<Json>(watch_list, bulk.watchlist) : { watchlist: watch_list }
    },
  }),
  add_to_watchlist: tool({
    description:
      'Put a stock on the watchlist; one that is unknown or already there changes nothing. Returns the list.',
    effect: 'write',
    reverts: 'remove_stock_from_watchlist',
    parameters: z.object({ stock: symbol.describe('Ticker symbol.') }),
    returns: z.object({ watchlist: symbols }),
    phrases: phrases.add_to_watchlist,
    candidates: ({ state, known, random }) =>
      sampleOf(
        random,
        stocksOf(state, known).filter((stock) => !state.watch_list.includes(stock)),
        8,
      ).map((stock) => ({ stock })),
    run({ state, draft, args: { stock } }) {
      if (!stockOf(state, stock) || state.watch_list.includes(stock)) return { watchlist: state.watch_list }
      draft().watch_list.push(stock)
      return { watchlist: [...state.watch_list, stock] }
    },
  }),
  remove_stock_from_watchlist: tool({
    description: 'Take a stock off the watchlist.',
    effect: 'write',
    reverts: 'add_to_watchlist',
    parameters: z.object({ symbol: symbol.describe('Ticker symbol.') }),
    returns: z.object({ status: z.string() }),
    requires: ['signed-in'],
    phrases: phrases.remove_stock_from_watchlist,
    candidates: ({ state, known }) =>
      stocksOf(state, known)
        .filter((stock) => state.watch_list.includes(stock))
        .map((stock) => ({ symbol: stock })),
    run({ state, draft, args }) {
      if (!state.authenticated)
        throw refused('not-authenticated', 'User not authenticated. Please log in to modify the watchlist.')
      const index = state.watch_list.indexOf(args.symbol)
      if (index < 0) throw refused('not-found', `Stock ${textOf(args.symbol)} not found in watchlist.`)
      draft().watch_list.splice(index, 1)
      return { status: `Stock ${args.symbol} removed from watchlist successfully.` }
    },
  }),
}

/** Listed stocks this person can name somehow. */
export function stocksOf(state: State, known: readonly Known[]): string[] {
  return [
    ...new Set(
      known.flatMap(({ entity: type, value }) => (type === 'stock' && stockOf(state, value) ? [String(value)] : [])),
    ),
  ]
}
