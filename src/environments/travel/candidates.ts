import type { Json, JsonObject } from '../../core/json.js'
import { isNumeric, toNumber } from '../../core/number.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import type { CandidateContext, Known } from '../../environment/index.js'
import { dayAhead } from './dates.js'
import { priceOf } from './fares.js'
import { INSURANCE_TYPES, SUPPORT_MESSAGES } from './pools.js'
import { type Card, cardOf, isConnected, type State } from './state.js'
import { CURRENCIES, ROUTES, type Route, TRAVEL_CLASSES, USD_RATES } from './tables.js'
import { textOf } from './text-of.js'

type Context = CandidateContext<State>

const LIMIT = 16

/** What people mostly fly. */
const CLASSES: readonly (typeof TRAVEL_CLASSES)[number][] = ['economy', 'economy', 'economy', 'business', 'first']

/** What people may want from each tool in a state; every assignment succeeds there once the account is connected. */
export const always = (): JsonObject[] => [{}]

export function connect({ state }: Context): JsonObject[] {
  return state.credentials && !isConnected(state) ? [{}] : []
}

export function budget({ state, random }: Context): JsonObject[] {
  const current = state.budget_limit === null ? undefined : toNumber(state.budget_limit)
  const limits = Array.from({ length: 6 }, () => between(random, 6, 110) * 50)
  return [...new Set(limits)].filter((limit) => limit !== current).map((budget_limit) => ({ budget_limit }))
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

export function flights({ state, known, random, clock }: Context): JsonObject[] {
  const days = freeDays(state, known, random, clock)
  return knownRoutes(known, random).flatMap(({ from, to }) =>
    ['one', 'another'].map(() => ({
      travel_from: from,
      travel_to: to,
      travel_date: pick(random, days),
      travel_class: pick(random, CLASSES),
    })),
  )
}

export function affordableFlights({ state, known, random, clock }: Context): JsonObject[] {
  const days = freeDays(state, known, random, clock)
  return knownRoutes(known, random).flatMap((route) => {
    const travel_date = pick(random, days)
    const payable = TRAVEL_CLASSES.flatMap((travel_class) =>
      state.credit_card_list
        .filter(({ card }) => canPay(state, card, priceOf(route, travel_class, travel_date)))
        .map(({ id }) => ({ card_id: id, travel_class })),
    )
    return sampleOf(random, payable, 2).map(({ card_id, travel_class }) => ({
      card_id,
      travel_date,
      travel_from: route.from,
      travel_to: route.to,
      travel_class,
    }))
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
    const value = chance(random, 1, 2) ? between(random, 2, 90) * 50 : between(random, 21, 1990)
    const converted = value * (USD_RATES.get(target_currency) ?? 1)
    return Number(converted.toFixed(2)) === converted ? [{ base_currency, target_currency, value }] : []
  })
}

export function allBookings({ state }: Context): JsonObject[] {
  return state.booking_record.length > 0 ? [{}] : []
}

export function bookings({ state }: Context): JsonObject[] {
  return state.booking_record
    .filter(({ booking }) => cardOf(state, booking['card_id'] ?? null) && booking['transaction_id'] !== undefined)
    .map(({ id }) => ({ booking_id: id }))
}

export function insurances({ state, random }: Context): JsonObject[] {
  const limit = state.budget_limit === null ? Number.POSITIVE_INFINITY : toNumber(state.budget_limit)
  return sampleOf(random, state.booking_record, LIMIT).flatMap(({ id }) =>
    sampleOf(random, state.credit_card_list, 2).flatMap(({ id: card_id, card }) => {
      const insurance_cost = between(random, 5, 60) * 5
      if (insurance_cost > limit || insurance_cost > balanceOf(card)) return []
      return [{ insurance_type: pick(random, INSURANCE_TYPES), booking_id: id, insurance_cost, card_id }]
    }),
  )
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

function knownRoutes(known: readonly Known[], random: Rng): Route[] {
  const airports = new Set(values(known, 'airport'))
  return sampleOf(
    random,
    ROUTES.filter(({ from, to }) => airports.has(from) && airports.has(to)),
    LIMIT,
  )
}

/** Days of the user's trip that no booking has yet, since people name a booking by its date; another day where all are taken. */
function freeDays(state: State, known: readonly Known[], random: Rng, clock: string): readonly string[] {
  const taken = datesOf(state)
  const days = values(known, 'date').map(String)
  const free = days.filter((day) => !taken.has(day))
  return free.length > 0 ? free : [freeDate(taken, random, clock)]
}

function freeDate(taken: ReadonlySet<Json | undefined>, random: Rng, clock: string): string {
  const date = dayAhead(random, clock)
  return taken.has(date) ? freeDate(taken, random, clock) : date
}

function datesOf(state: State): ReadonlySet<Json | undefined> {
  return new Set(state.booking_record.map(({ booking }) => booking['travel_date']))
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
