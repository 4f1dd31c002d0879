import type { Json } from '../../core/json.js'
import { CLASS_FACTOR, type Route, ROUTES } from './tables.js'
import { textOf } from './text-of.js'

const byPair = new Map(ROUTES.map((route) => [`${route.from} ${route.to}`, route]))

export function routeOf(from: Json, to: Json): Route | undefined {
  return byPair.get(`${textOf(from)} ${textOf(to)}`)
}

/** What a seat costs: the fare times the class factor, doubled on dates whose digits add up to an even number. */
export function priceOf(route: Route, travelClass: string, date: string): number {
  return route.fare * (CLASS_FACTOR.get(travelClass) ?? 1) * surcharge(date)
}

function surcharge(date: string): number {
  let sum = 0
  for (const digit of date.match(/\d/g) ?? []) sum += Number(digit)
  return sum % 2 === 0 ? 2 : 1
}
