import type { JsonObject } from '../../core/json.js'
import { toNumber } from '../../core/number.js'
import { pick } from '../../core/random.js'
import type { CandidateContext } from '../../environment/index.js'
import { dayAhead } from './dates.js'
import { priceOf } from './fares.js'
import type { State } from './state.js'
import { AIRPORTS, ROUTES, TRAVEL_CLASSES } from './tables.js'

type Context = CandidateContext<State>

function knownAirports({ known }: Context): string[] {
  return known.flatMap(({ entity, value }) => (entity === 'airport' ? [String(value)] : []))
}

/** Flights a traveller may want and is refused: those that cost more than the card holds. */
export function unaffordable(context: Context): JsonObject[] {
  const { state, random, clock } = context
  const airports = new Set(knownAirports(context))
  return ROUTES.filter(({ from, to }) => airports.has(from) && airports.has(to)).flatMap((route) => {
    const travel_date = dayAhead(random, clock)
    return TRAVEL_CLASSES.flatMap((travel_class) => {
      const price = priceOf(route, travel_class, travel_date)
      const poor = state.credit_card_list.filter(({ card }) => toNumber(card['balance'] as never) < price)
      return poor.map(({ id }) => ({
        card_id: id,
        travel_date,
        travel_from: route.from,
        travel_to: route.to,
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
