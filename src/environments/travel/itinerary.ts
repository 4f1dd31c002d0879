import { addDays } from '../../core/calendar.js'
import { between, chance, pick, type Rng } from '../../core/random.js'
import type { Known } from '../../environment/index.js'
import type { State } from './state.js'
import { AIRPORT_OF_CITY, AIRPORTS, ROUTES, type Route, type TRAVEL_CLASSES } from './tables.js'

/** A flight that a traveller has in mind. */
export interface Leg {
  readonly from: string
  readonly to: string
  readonly date: string
  readonly travelClass: (typeof TRAVEL_CLASSES)[number]
}

/** What people mostly fly. */
const CLASSES: readonly Leg['travelClass'][] = ['economy', 'economy', 'economy', 'business', 'first']

const SERVED = new Set([...AIRPORT_OF_CITY.values()].filter((airport) => AIRPORTS.includes(airport)))
const FLOWN = ROUTES.filter(({ from, to }) => SERVED.has(from) && SERVED.has(to))

/** Trips of two to four flights that lead home again, by home. */
const ROUND_TRIPS: readonly (readonly Route[])[] = FLOWN.flatMap((out) => [...waysHome([out])])

const HOMES = [...new Set(ROUND_TRIPS.flatMap(([out]) => (out ? [out.from] : [])))]

function waysHome(path: readonly Route[]): Route[][] {
  const [home, last] = [path[0]?.from, path.at(-1)?.to]
  const onward = FLOWN.filter(({ from }) => from === last)
  const back = onward.filter(({ to }) => to === home).map((route) => [...path, route])
  if (path.length >= 3) return back
  const stops = onward.filter(({ to }) => to !== home && path.every((route) => route.to !== to))
  return [...back, ...stops.flatMap((route) => waysHome([...path, route]))]
}

/** At least so many flights of somebody who travels from home and back again, day after day. */
export function journeyOf(random: Rng, today: string, count: number): Leg[] {
  const home = pick(random.fork('home'), HOMES)
  const legs: Leg[] = []
  let date = addDays(today, chance(random.fork('soon'), 2, 5) ? between(random, 3, 14) : between(random, 15, 70))
  for (let i = 0; legs.length < count; i++) {
    const draw = random.fork(`trip${i}`)
    const travelClass = pick(draw.fork('class'), CLASSES)
    for (const [j, { from, to }] of roundTrip(home, draw).entries()) {
      legs.push({ from, to, date, travelClass })
      date = addDays(date, between(draw.fork(`stay${j}`), 3, 7))
    }
    date = addDays(date, between(draw.fork('home'), 5, 25))
  }
  return legs
}

/** One in two goes to one place and back, where something flies back. */
function roundTrip(home: string, random: Rng): readonly Route[] {
  const trips = ROUND_TRIPS.filter(([out]) => out?.from === home)
  const direct = trips.filter(({ length }) => length === 2)
  return pick(random, direct.length > 0 && chance(random.fork('direct'), 1, 2) ? direct : trips)
}

/** A flight in mind, as the traveller knows it. */
export function legKnown({ from, to, date, travelClass }: Leg): Known {
  return { entity: 'leg', value: { from, to, date, travelClass }, by: [] }
}

/** The flights that this person still means to book, the next one first. */
export function legsAhead({ booking_record: booked }: State, known: readonly Known[]): Leg[] {
  const legs = known.flatMap(({ entity, value }) => (entity === 'leg' ? [value as unknown as Leg] : []))
  const isBooked = ({ from, to, date }: Leg): boolean =>
    booked.some(
      ({ booking: { travel_from, travel_to, travel_date } }) =>
        travel_from === from &&
        travel_to === to &&
        typeof travel_date === 'string' &&
        travel_date >= addDays(date, -3) &&
        travel_date <= addDays(date, 3),
    )
  return legs.slice(legs.findLastIndex(isBooked) + 1)
}
