import type { Json } from '../../core/json.js'
import { CLASS_FACTOR, type Route, ROUTES } from './tables.js'
import { textOf } from './text-of.js'

const byPair = new Map(ROUTES.map((route) => [`${route.from} ${route.to}`, route]))

export function routeOf(from: Json, to: Json): Route | undefined {
  return byPair.get(`${textOf(from)} ${textOf(to)}`)
}

/** What a seat costs: the fare times the class factor, doubled on dates whose digits add up to an even number. */
export function priceOf(route: Route, travelClass: string, date: string): number {
  return pricesOf([route], travelClass, date)[0] as number
}

/** The same for many routes on one date. */
export function pricesOf(routes: readonly Route[], travelClass: string, date: string): number[] {
  const [factor, surcharge] = [CLASS_FACTOR.get(travelClass) ?? 1, surchargeOn(date)]
  return routes.map(({ fare }) => fare * factor * surcharge)
}

function surchargeOn(date: string): number {
  let sum = 0
  for (const character of date) if (character >= '0' && character <= '9') sum += Number(character)
  return sum % 2 === 0 ? 2 : 1
}
