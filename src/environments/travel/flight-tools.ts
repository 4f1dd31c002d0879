import * as z from 'zod'
import type { Json } from '../../core/json.js'
import { isNumeric, float, toNumber } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { roundToCents } from './arithmetic.js'
import * as candidates from './candidates.js'
import { failure } from './failures.js'
import { priceOf, pricesOn, routeOf } from './fares.js'
import { phrases } from './phrases.js'
import { airport, amount, currency, travelClass, travelDate } from './schemas.js'
import type { State } from './state.js'
import { AIRPORT_OF_CITY, AIRPORTS, CLASS_FACTOR, USD_RATES } from './tables.js'
import { textOf } from './text-of.js'

const tool = defineTool<State>()

/** Airports, prices and currencies: what needs no account (`SEMANTICS.md` section 11). */
export const flightTools = {
  get_flight_cost: tool({
    description: 'Look up the price of a flight in US dollars.',
    effect: 'read',
    parameters: z.object({
      travel_from: airport.describe('Code of the departure airport.'),
      travel_to: airport.describe('Code of the destination airport.'),
      travel_date: travelDate.describe('YYYY-MM-DD.'),
      travel_class: travelClass.describe('Class of the seat.'),
    }),
    returns: z.object({ travel_cost_list: z.array(amount) }),
    candidates: candidates.flights,
    phrases: phrases.get_flight_cost,
    run({ state, args: { travel_from, travel_to, travel_date, travel_class } }) {
      const route = routeOf(travel_from, travel_to)
      if (!route) throw failure('no-route', 'No available route for the given airports.')
      if (!CLASS_FACTOR.has(travel_class))
        throw failure('invalid-value', 'Invalid travel class. Options are: economy, business, first.')
      const date = textOf(travel_date)
      const prices = state.long_context ? pricesOn(travel_class, date) : [float(priceOf(route, travel_class, date))]
      return { travel_cost_list: prices as Json }
    },
  }),

  list_all_airports: tool({
    description: 'List the codes of all airports that can be booked.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.array(airport),
    candidates: candidates.always,
    phrases: phrases.list_all_airports,
    run: () => [...AIRPORTS],
  }),

  get_nearest_airport_by_city: tool({
    description: 'Find the airport nearest to a city; the answer is Unknown for cities that are not served.',
    effect: 'read',
    parameters: z.object({ location: entity('city', z.string()).describe('Name of the city.') }),
    returns: z.object({ nearest_airport: airport }),
    candidates: candidates.cities,
    phrases: phrases.get_nearest_airport_by_city,
    run: ({ args: { location } }) => ({ nearest_airport: AIRPORT_OF_CITY.get(location) ?? 'Unknown' }),
  }),

  compute_exchange_rate: tool({
    description: 'Convert an amount of money between US dollars and another currency.',
    effect: 'read',
    parameters: z.object({
      base_currency: currency.describe('Currency of the amount.'),
      target_currency: currency.describe('Currency wanted; one of the two must be USD.'),
      value: amount.describe('Amount in the first currency.'),
    }),
    returns: z.object({ exchanged_value: amount }),
    candidates: candidates.exchanges,
    phrases: phrases.compute_exchange_rate,
    run({ args: { base_currency, target_currency, value } }) {
      const [outward, inward] = [USD_RATES.get(target_currency), USD_RATES.get(base_currency)]
      if (!isNumeric(value)) throw failure('invalid-value', 'The amount must be a number.')
      if (base_currency === 'USD' && outward !== undefined) return { exchanged_value: float(toNumber(value) * outward) }
      if (target_currency === 'USD' && inward !== undefined)
        return { exchanged_value: float(roundToCents(toNumber(value) / inward)) }
      throw failure('no-rate', 'No available exchange rate for the given currencies.')
    },
  }),
}
