import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { isNumeric, type Numeric, toNumber } from '../../core/number.js'
import { DEFAULTS, publishedMarket } from './market.js'
import type { Bulk, OrderKey, State } from './state.js'

/** A published BFCL configuration as a state (SEMANTICS.md sections 3 and 10); what it leaves out has the class's default. */
export function load(
  config: JsonObject,
  options: { readonly longContext: boolean; readonly extension: JsonObject },
): State {
  const { market_status: market, watch_list: watched, transaction_history: history } = config
  return {
    orders: ordersOf(config['orders']),
    account_info: accountOf(config['account_info']),
    authenticated: config['authenticated'] === true,
    market_status: typeof market === 'string' ? market : DEFAULTS.market_status,
    order_counter: toNumber(numericOr(config['order_counter'], DEFAULTS.order_counter)),
    stocks: isObject(config['stocks']) ? (config['stocks'] as State['stocks']) : DEFAULTS.stocks,
    watch_list: isArray(watched) ? watched.map(String) : DEFAULTS.watch_list,
    transaction_history: isArray(history) ? history.filter(isObject) : [],
    long_context: options.longContext,
    market: publishedMarket,
    bulk: options.longContext ? bulkOf(options.extension) : null,
    now: DEFAULTS.now,
    credentials: null,
    generator: { seed: toNumber(numericOr(config['random_seed'], DEFAULTS.seed)), drawn: 0 },
  }
}

/** Keys that are all digits become ints. */
function ordersOf(orders: Json | undefined): State['orders'] {
  if (!isObject(orders)) return DEFAULTS.orders
  return Object.entries(orders).map(([key, order]): [OrderKey, Json] => [/^\d+$/.test(key) ? Number(key) : key, order])
}

function accountOf(account: Json | undefined): State['account_info'] {
  if (!isObject(account)) return DEFAULTS.account_info
  return {
    account_id: numericOr(account['account_id'], DEFAULTS.account_info.account_id),
    balance: numericOr(account['balance'], DEFAULTS.account_info.balance),
    binding_card: numericOr(account['binding_card'], DEFAULTS.account_info.binding_card),
  }
}

function numericOr(value: Json | undefined, fallback: Numeric): Numeric {
  return isNumeric(value) ? value : fallback
}

const bulks = new WeakMap<JsonObject, Bulk>()

/** One for all accounts, so that the texts of its lists are made once too. */
function bulkOf(extension: JsonObject): Bulk {
  const bulk = bulks.get(extension) ?? bulkIn(extension)
  bulks.set(extension, bulk)
  return bulk
}

function bulkIn(extension: JsonObject): Bulk {
  const list = (key: string): Json[] => {
    const value = extension[key]
    return isArray(value) ? [...value] : []
  }
  const texts = extension['ORDER_DETAIL_EXTENSION']
  return {
    shortAverages: list('MA_5_EXTENSION'),
    longAverages: list('MA_20_EXTENSION'),
    orderTexts: isObject(texts)
      ? Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, String(text)]))
      : {},
    watchlist: list('WATCH_LIST_EXTENSION'),
    transactions: list('TRANSACTION_HISTORY_EXTENSION'),
    sectors: {
      Technology: list('TECHNOLOGY_EXTENSION').map(String),
      Automobile: list('AUTOMOBILE_EXTENSION').map(String),
    },
  }
}
