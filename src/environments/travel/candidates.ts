import { addDays } from '../../core/calendar.js'
import type { Json, JsonObject } from '../../core/json.js'
import { isNumeric, toNumber } from '../../core/number.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import type { CandidateContext, Known } from '../../environment/index.js'
import { priceOf, routeOf } from './fares.js'
import { legsAhead } from './itinerary.js'
import { INSURANCE_TYPES, SUPPORT_MESSAGES } from './pools.js'
import { type Card, cardOf, isConnected, type State } from './state.js'
import { CURRENCIES, TRAVEL_CLASSES, USD_RATES } from './tables.js'
import { textOf } from './text-of.js'

type Context = CandidateContext<State>

const LIMIT = 16

/** What people may want from each tool in a state; every assignment succeeds there once the account is connected. */
export const always = (): JsonObject[] => [{}]

export function connect({ state }: Context): JsonObject[] {
  return state.credentials && !isConnected(state) ? [{}] : []
}

export function budget({ state, random }: Context): JsonObject[] {
  const current = state.budget_limit === null ? undefined : toNumber(state.budget_limit)
  const limits = sampleOf(random, [500, 750, 800, 1000, 1200, 1500, 1800, 2000, 2500, 3000, 3500, 4000, 5000], 6)
  return limits.filter((limit) => limit !== current).map((budget_limit) => ({ budget_limit }))
}

export function traveller({ state, known }: Context): JsonObject[] {
  const [first_name, last_name] = [one(known, 'first-name'), one(known, 'last-name')]
  const [date_of_birth, passport_number] = [one(known, 'birth-date'), one(known, 'passport')]
  if (!first_name || !last_name || !date_of_birth || !passport_number) return []
  const other =
    state.user_first_name !== null && (state.user_first_name !== first_name || state.user_last_name !== last_name)
  return other ? [] : [{ first_name, last_name, date_of_birth, passport_number }]
}

export function newCards({ state, known, random, clock }: Context): JsonObject[] {
  const taken = new Set(state.credit_card_list.map(({ card }) => ending(card)))
  const [first, last] = [one(known, 'first-name'), one(known, 'last-name')]
  return Array.from({ length: 3 }, () => ({
    card_number: `${pick(random, ['4', '51', '53', '55'])}${digits(random, 15)}`.slice(0, 16),
    expiration_date: `${String(between(random, 1, 12)).padStart(2, '0')}/${Number(clock.slice(0, 4)) + between(random, 1, 5)}`,
    cardholder_name: `${textOf(first)} ${textOf(last)}`,
    card_verification_number: between(random, 101, 998),
  })).filter(({ card_number }) => first && last && !taken.has(card_number.slice(-4)))
}

export function cards({ state }: Context): JsonObject[] {
  return state.credit_card_list.filter(({ card }) => isNumeric(card['balance'])).map(({ id }) => ({ card_id: id }))
}

export function allCards({ state }: Context): JsonObject[] {
  return state.credit_card_list.length > 0 ? [{}] : []
}

/** Fares of the next flight ahead, mostly on its day and in its class, now and then on the day after or in another class. */
export function flights({ state, known, random }: Context): JsonObject[] {
  const [leg] = legsAhead(state, known)
  if (!leg) return []
  const { from: travel_from, to: travel_to, date, travelClass } = leg
  const later = chance(random.fork('later'), 1, 4) ? [dayAfter(state, date)] : []
  const others = chance(random.fork('others'), 1, 5) ? TRAVEL_CLASSES.filter((other) => other !== travelClass) : []
  return [
    { travel_date: date, travel_class: travelClass },
    ...later.map((travel_date) => ({ travel_date, travel_class: travelClass })),
    ...others.map((travel_class) => ({ travel_date: date, travel_class })),
  ].map((when) => ({ travel_from, travel_to, ...when }))
}

/** The next flight ahead, on its day or the one after, in the class that is wanted where a card pays for that. */
export function affordableFlights({ state, known }: Context): JsonObject[] {
  const [leg] = legsAhead(state, known)
  const route = leg && routeOf(leg.from, leg.to)
  if (!leg || !route) return []
  return [leg.date, dayAfter(state, leg.date)].flatMap((travel_date) => {
    const payable = (travel_class: string): JsonObject[] =>
      state.credit_card_list
        .filter(({ card }) => canPay(state, card, priceOf(route, travel_class, travel_date)))
        .map(({ id }) => ({ card_id: id, travel_date, travel_from: leg.from, travel_to: leg.to, travel_class }))
    const wanted = payable(leg.travelClass)
    return wanted.length > 0 ? wanted : payable('economy')
  })
}

export function cities({ known }: Context): JsonObject[] {
  return values(known, 'city').map((location) => ({ location }))
}

/** Amounts whose conversion comes out in whole cents. */
export function exchanges({ random }: Context): JsonObject[] {
  return sampleOf(
    random,
    CURRENCIES.filter((code) => code !== 'USD'),
    5,
  ).flatMap((foreign) => {
    const [base_currency, target_currency] = chance(random, 1, 2) ? ['USD', foreign] : [foreign, 'USD']
    const unit = Math.max(10, magnitudeOf(10 * (USD_RATES.get(base_currency) ?? 1)))
    const value = between(random, 2, 60) * (chance(random, 1, 2) ? 5 * unit : unit)
    const converted = value * (USD_RATES.get(target_currency) ?? 1)
    return Number(converted.toFixed(2)) === converted ? [{ base_currency, target_currency, value }] : []
  })
}

/** The largest power of ten that is not above a number, 1 at the least. */
function magnitudeOf(value: number): number {
  let power = 1
  while (power * 10 <= value) power *= 10
  return power
}

export function allBookings({ state }: Context): JsonObject[] {
  return state.booking_record.length > 0 ? [{}] : []
}

export function bookings({ state }: Context): JsonObject[] {
  return state.booking_record
    .filter(({ booking }) => cardOf(state, booking['card_id'] ?? null) && booking['transaction_id'] !== undefined)
    .map(({ id }) => ({ booking_id: id }))
}

/** What insurance for a trip may cost, in percent of its price, and in dollars. */
const PREMIUMS = [4, 5, 6, 8]
const [LEAST, MOST] = [20, 90]

/** Insurance in round sums that go with what the trip cost, mostly on the card that paid for it. */
export function insurances({ state, random }: Context): JsonObject[] {
  const limit = state.budget_limit === null ? Number.POSITIVE_INFINITY : toNumber(state.budget_limit)
  return sampleOf(random, state.booking_record, LIMIT).flatMap(({ id, booking }) => {
    const draw = random.fork(id)
    const price = isNumeric(booking['travel_cost']) ? toNumber(booking['travel_cost']) : 400
    const share = Math.round((price * pick(draw, PREMIUMS)) / 500) * 5
    const insurance_cost = Math.min(Math.max(LEAST, share), MOST - 5 * draw.next(4))
    const payers = state.credit_card_list.filter(
      ({ card }) => insurance_cost <= limit && insurance_cost <= balanceOf(card),
    )
    const same = payers.filter((payer) => payer.id === booking['card_id'])
    return sampleOf(draw.fork('card'), same.length > 0 && chance(draw.fork('same'), 2, 3) ? same : payers, 1).map(
      ({ id: card_id }) => ({ insurance_type: pick(draw, INSURANCE_TYPES), booking_id: id, insurance_cost, card_id }),
    )
  })
}

export function supportMessages({ state, random }: Context): JsonObject[] {
  return sampleOf(random, state.booking_record, LIMIT).flatMap(({ id }) =>
    ['first', 'second'].map(() => ({ booking_id: id, message: pick(random, SUPPORT_MESSAGES) })),
  )
}

function values(known: readonly Known[], entity: string): Json[] {
  return known.filter((item) => item.entity === entity).map(({ value }) => value)
}

function one(known: readonly Known[], entity: string): Json | undefined {
  return known.find((item) => item.entity === entity)?.value
}

/** People name a booking by its date, so that no two are on one day. */
function dayAfter({ booking_record }: State, date: string): string {
  const next = addDays(date, 1)
  return booking_record.some(({ booking }) => booking['travel_date'] === next) ? date : next
}

/** Within the budget too: nobody sets a limit and books beyond it without a word. */
function canPay(state: State, card: Card, price: number): boolean {
  const balance = balanceOf(card)
  const limit = state.budget_limit === null ? price : toNumber(state.budget_limit)
  return balance >= price && balance >= limit && price <= limit
}

function balanceOf(card: Card): number {
  const balance = card['balance']
  return isNumeric(balance) ? toNumber(balance) : Number.NEGATIVE_INFINITY
}

function ending(card: Card): string {
  return textOf(card['card_number']).slice(-4)
}

function digits(random: Rng, count: number): string {
  return Array.from({ length: count }, () => String(random.next(10))).join('')
}
