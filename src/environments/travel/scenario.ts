import { addDays } from '../../core/calendar.js'
import { float } from '../../core/number.js'
import { between, chance, pick, type Rng } from '../../core/random.js'
import type { Cast, Known, Scenario, ScenarioContext } from '../../environment/index.js'
import { priceOf, routeOf } from './fares.js'
import { journeyOf, type Leg, legKnown } from './itinerary.js'
import { situationsOf } from './pools.js'
import type { State } from './state.js'
import { AIRPORT_OF_CITY } from './tables.js'

type CardEntry = State['credit_card_list'][number]
type BookingEntry = State['booking_record'][number]

/** Airports that travellers call by their letters. */
const FAMILIAR = new Set(['JFK', 'LAX', 'SFO', 'LHR', 'CDG', 'HKG', 'ORD', 'BOS'])

/** Flights in mind that are not booked yet: at least these many. */
const PLANNED = 4

/** A traveller with a few cards and a journey in mind, of which the first flights may be booked; half of the accounts are connected. */
export function scenario({ random, cast, today, size }: ScenarioContext): Scenario<State> {
  const cards = cardsOf(random.fork('cards'), cast, today, size)
  const booked = between(random.fork('booked'), 0, 3) * size
  const journey = journeyOf(random.fork('journey'), today, booked + PLANNED)
  const bookings = bookingsOf(random.fork('bookings'), journey.slice(0, booked), cards)
  const planned = journey.slice(booked)
  const budget = random.fork('budget')
  return {
    state: {
      credit_card_list: cards,
      booking_record: bookings,
      ...accountOf(random.fork('account'), cast),
      budget_limit: chance(budget, 1, 3) ? float(between(budget, 8, 44) * 50) : null,
      long_context: false,
      generator: { seed: between(random.fork('generator'), 1, 1_000_000), drawn: 0 },
    },
    userKnows: [
      ...placesOf(journey),
      ...planned.map(legKnown),
      ...daysOf(planned).map((value) => ({ entity: 'date', value, by: [] })),
      ...cards.map((card) => cardKnown(card, cards, cast)),
      ...bookings.map((booking) => bookingKnown(booking, bookings)),
      ...personKnown(random.fork('person'), cast, today),
    ],
    situations: situationsOf(cast),
  }
}

function cardsOf(random: Rng, { user, colleagues }: Cast, today: string, size: number): CardEntry[] {
  const holders = [user, user, user, ...colleagues.slice(0, 2)].map(({ first, last }) => `${first} ${last}`)
  const endings = distinct(random, between(random, 2, 4) * size, (draw) => digits(draw, 4))
  const ids = distinct(random, endings.length, (draw) => `${between(draw, 1, 9)}${digits(draw, 11)}`)
  return endings.map((ending, i) => ({
    id: ids[i] as string,
    card: {
      card_number: `${pick(random, ['4', '51', '52', '54'])}${digits(random, 12)}`.slice(0, 12) + ending,
      expiration_date: `${String(between(random, 1, 12)).padStart(2, '0')}/${Number(today.slice(0, 4)) + between(random, 1, 4)}`,
      cardholder_name: (i === 0 ? holders[0] : pick(random, holders)) as string,
      card_verification_number: between(random, 101, 998),
      balance: float(i === 0 ? between(random, 4200, 16_000) : between(random, 350, 12_000)),
    },
  }))
}

/** The next flight's day and those around it. */
function daysOf([next]: readonly Leg[]): string[] {
  return next ? [0, 1, 2].map((later) => addDays(next.date, later)) : []
}

function bookingsOf(random: Rng, legs: readonly Leg[], cards: readonly CardEntry[]): BookingEntry[] {
  const ids = distinct(random, legs.length, (draw) => String(between(draw, 1_000_000, 9_999_999)))
  const transactions = distinct(random, legs.length, (draw) => String(between(draw, 10_000_000, 99_999_999)))
  return legs.map(({ from, to, date, travelClass }, i) => {
    const route = routeOf(from, to)
    return {
      id: ids[i] as string,
      booking: {
        card_id: pick(random, cards).id,
        travel_date: date,
        travel_from: from,
        travel_to: to,
        travel_class: travelClass,
        travel_cost: float(route ? priceOf(route, travelClass, date) : 0),
        transaction_id: transactions[i] as string,
      },
    }
  })
}

type Account = Pick<
  State,
  | 'access_token'
  | 'token_type'
  | 'token_expires_in'
  | 'token_scope'
  | 'user_first_name'
  | 'user_last_name'
  | 'credentials'
>

function accountOf(random: Rng, { user }: Cast): Account {
  const connected = chance(random, 1, 2)
  const known = connected || chance(random, 1, 2)
  const grant_type = pick(random, ['read_write', 'read_write', 'write'])
  return {
    access_token: known ? code(random, 18) : null,
    token_type: known ? 'Bearer' : null,
    token_expires_in: connected ? between(random, 2, 60) * 60 : known ? 0 : null,
    token_scope: known ? grant_type : null,
    user_first_name: known ? user.first : null,
    user_last_name: known ? user.last : null,
    credentials: connected
      ? null
      : {
          client_id: `${user.first.toLowerCase()}-${digits(random, 5)}`,
          client_secret: code(random, 14),
          refresh_token: code(random, 20),
          grant_type,
          first_name: user.first,
          last_name: user.last,
        },
  }
}

function placesOf(legs: readonly Leg[]): Known[] {
  const airports = new Set(legs.flatMap(({ from, to }) => [from, to]))
  return [...AIRPORT_OF_CITY]
    .filter(([, airport]) => airports.has(airport))
    .flatMap(([city, airport]) => [
      { entity: 'city', value: city, by: [] },
      { entity: 'airport', value: airport, by: [{ field: 'location', match: 'equals', value: city }] },
    ])
}

/** By its last digits; by its holder too where that is somebody else's only card, since users register cards of their own. */
function cardKnown({ id, card }: CardEntry, all: readonly CardEntry[], { user }: Cast): Known {
  const holder = card['cardholder_name'] as string
  const alone =
    holder !== `${user.first} ${user.last}` &&
    all.every((other) => other.id === id || other.card['cardholder_name'] !== holder)
  const ending = { field: 'card_number', match: 'ends-with' as const, value: (card['card_number'] as string).slice(-4) }
  return {
    entity: 'card',
    value: id,
    by: alone ? [ending, { field: 'cardholder_name', match: 'equals', value: holder }] : [ending],
  }
}

/** By its day, and by where it goes where people know that airport by its letters and no other booking goes there. */
function bookingKnown({ id, booking }: BookingEntry, all: readonly BookingEntry[]): Known {
  const to = booking['travel_to'] as string
  const alone = FAMILIAR.has(to) && all.every((other) => other.id === id || other.booking['travel_to'] !== to)
  const day = { field: 'travel_date', match: 'equals' as const, value: booking['travel_date'] as string }
  return {
    entity: 'booking',
    value: id,
    by: alone ? [day, { field: 'travel_to', match: 'equals', value: to }] : [day],
  }
}

function personKnown(random: Rng, { user }: Cast, today: string): Known[] {
  const born = addDays(`${Number(today.slice(0, 4)) - between(random, 20, 68)}-01-01`, between(random, 0, 364))
  return [
    { entity: 'first-name', value: user.first, by: [] },
    { entity: 'last-name', value: user.last, by: [] },
    { entity: 'person', value: `${user.first} ${user.last}`, by: [] },
    { entity: 'birth-date', value: born, by: [] },
    { entity: 'passport', value: `US${between(random, 1, 9)}${digits(random, 7)}`, by: [] },
  ]
}

function distinct(random: Rng, count: number, make: (random: Rng) => string): string[] {
  const made = new Set<string>()
  while (made.size < count) made.add(make(random))
  return [...made]
}

function digits(random: Rng, count: number): string {
  return Array.from({ length: count }, () => String(random.next(10))).join('')
}

function code(random: Rng, length: number): string {
  const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  return Array.from({ length }, () => letters[random.next(letters.length)]).join('')
}
