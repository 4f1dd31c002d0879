import type { JsonObject } from '../../core/json.js'
import { toNumber } from '../../core/number.js'
import { pick } from '../../core/random.js'
import type { CandidateContext } from '../../environment/index.js'
import { dayAhead } from './dates.js'
import { priceOf, routeOf } from './fares.js'
import { legsAhead } from './itinerary.js'
import type { State } from './state.js'
import { AIRPORTS, ROUTES, TRAVEL_CLASSES } from './tables.js'

type Context = CandidateContext<State>

function knownAirports({ known }: Context): string[] {
  return known.flatMap(({ entity, value }) => (entity === 'airport' ? [String(value)] : []))
}

/** Flights a traveller may want and is refused: those ahead that cost more than the card holds. */
export function unaffordable({ state, known }: Context): JsonObject[] {
  return legsAhead(state, known).flatMap(({ from, to, date }) => {
    const route = routeOf(from, to)
    return TRAVEL_CLASSES.flatMap((travel_class) => {
      const poor = state.credit_card_list.filter(
        ({ card }) => route && toNumber(card['balance'] as never) < priceOf(route, travel_class, date),
      )
      return poor.map(({ id }) => ({
        card_id: id,
        travel_date: date,
        travel_from: from,
        travel_to: to,
        travel_class,
      }))
    })
  })
}

/** Pairs of airports between which nothing flies. */
export function unconnected(context: Context): JsonObject[] {
  const { random, clock } = context
  const airports = knownAirports(context).filter((code) => AIRPORTS.includes(code))
  return airports.flatMap((from) =>
    airports
      .filter((to) => to !== from && !ROUTES.some((route) => route.from === from && route.to === to))
      .map((to) => ({
        travel_from: from,
        travel_to: to,
        travel_date: dayAhead(random, clock),
        travel_class: pick(random, TRAVEL_CLASSES),
      })),
  )
}
