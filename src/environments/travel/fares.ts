import type { Json } from '../../core/json.js'
import { float, type Numeric } from '../../core/number.js'
import { CLASS_FACTOR, type Route, ROUTES } from './tables.js'
import { textOf } from './text-of.js'

const byPair = new Map(ROUTES.map((route) => [`${route.from} ${route.to}`, route]))

export function routeOf(from: Json, to: Json): Route | undefined {
  return byPair.get(`${textOf(from)} ${textOf(to)}`)
}

/** What a seat costs: the fare times the class factor, doubled on dates whose digits add up to an even number. */
export function priceOf({ fare }: Route, travelClass: string, date: string): number {
  return fare * (CLASS_FACTOR.get(travelClass) ?? 1) * surchargeOn(date)
}

const priceLists = new Map<number, readonly Numeric[]>()

/** What such a seat costs on every route: few lists, which results share. */
export function pricesOn(travelClass: string, date: string): readonly Numeric[] {
  const factor = (CLASS_FACTOR.get(travelClass) ?? 1) * surchargeOn(date)
  const prices = priceLists.get(factor) ?? ROUTES.map((route) => float(priceOf(route, travelClass, date)))
  priceLists.set(factor, prices)
  return prices
}

function surchargeOn(date: string): number {
  let sum = 0
  for (const character of date) if (character >= '0' && character <= '9') sum += Number(character)
  return sum % 2 === 0 ? 2 : 1
}
