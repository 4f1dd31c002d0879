import type { Json } from '../../core/json.js'
import { float, type Numeric, toNumber } from '../../core/number.js'
import { parseDay } from './dates.js'
import { amountIn, refusal } from './failures.js'
import { priceOf, routeOf } from './fares.js'
import { cardOf, type State } from './state.js'
import { AIRPORTS, CLASS_FACTOR } from './tables.js'
import { textOf } from './text-of.js'

export interface Flight {
  readonly card_id: Json
  readonly travel_date: Json
  readonly travel_from: Json
  readonly travel_to: Json
  readonly travel_class: Json
}

/** What a flight costs and what its card holds, once all that could refuse the booking has been checked, in the order of `SEMANTICS.md` section 11. */
export function costOf(from: State, flight: Flight): { readonly cost: Numeric; readonly balance: Numeric } {
  const card = cardOf(from, flight.card_id)
  if (!card) throw refused('not-found', 'Card not registered')
  if (!Object.hasOwn(card, 'balance')) throw refused('missing-field', 'Balance not found')
  const route = checkedRoute(flight)
  const cost = priceOf(route, textOf(flight.travel_class), textOf(flight.travel_date))
  const balance = amountIn(card, 'balance')
  if (toNumber(balance) < cost) throw refused('insufficient-funds', 'Insufficient funds')
  if (from.budget_limit !== null && toNumber(balance) < toNumber(from.budget_limit)) {
    throw refused('over-budget', 'Balance is less than budget limit')
  }
  return { cost: float(cost), balance }
}

function checkedRoute({
  travel_from,
  travel_to,
  travel_date,
  travel_class,
}: Flight): NonNullable<ReturnType<typeof routeOf>> {
  const [from, to] = [textOf(travel_from), textOf(travel_to)]
  if (!AIRPORTS.includes(from)) throw refused('invalid-value', `Invalid departure airport code: ${from}`)
  if (!AIRPORTS.includes(to)) throw refused('invalid-value', `Invalid destination airport code: ${to}`)
  if (!parseDay(textOf(travel_date))) throw refused('invalid-value', 'Invalid date format. Use YYYY-MM-DD.')
  if (!CLASS_FACTOR.has(textOf(travel_class))) {
    throw refused('invalid-value', "Invalid travel class. Must be one of {'economy', 'business', 'first'}")
  }
  const route = routeOf(from, to)
  if (!route) throw refused('no-route', 'No available route for the given airports.')
  return route
}

function refused(code: string, error: string): Error {
  return refusal(code, error, { booking_status: false })
}
