import * as z from 'zod'
import type { Json } from '../../core/json.js'
import type { Numeric } from '../../core/number.js'

const numeric = z.union([z.number(), z.object({ $float: z.number() }), z.object({ $int: z.string() })])
const json: z.ZodType<Json> = z.json()
const record = z.record(z.string(), json)
const text = z.string().nullable()

/** How the account can be connected; private, told to the assistant where it may use it. */
const credentials = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  refresh_token: z.string(),
  grant_type: z.string(),
  first_name: z.string(),
  last_name: z.string(),
})

/**
 * State of the travel desk (`SEMANTICS.md` section 11). Cards and bookings are lists of entries, since their ids may be
 * integer-like; their records are open because published configurations vary.
 */
export const state = z.object({
  credit_card_list: z.array(z.object({ id: z.string(), card: record })),
  booking_record: z.array(z.object({ id: z.string(), booking: record })),
  access_token: text,
  token_type: text,
  token_expires_in: z.number().int().nullable(),
  token_scope: text,
  user_first_name: text,
  user_last_name: text,
  budget_limit: numeric.nullable(),
  long_context: z.boolean(),
  credentials: credentials.nullable(),
  generator: z.object({ seed: z.number().int(), drawn: z.number().int() }),
})
export type State = z.infer<typeof state>
export type Card = State['credit_card_list'][number]['card']
export type Booking = State['booking_record'][number]['booking']

export function cardOf(from: State, id: Json): Card | undefined {
  return from.credit_card_list.find((entry) => entry.id === id)?.card
}

/** Sets what a card on file holds; found in the state, since a search in the draft makes a view of every card. */
export function setBalance(draft: State, from: State, id: Json, balance: Numeric): void {
  const entry = draft.credit_card_list[from.credit_card_list.findIndex((listed) => listed.id === id)]
  if (entry) entry.card['balance'] = balance
}

/** Place of a booking among all; -1 where there is none. */
export function bookingIndex(from: State, id: Json): number {
  return from.booking_record.findIndex((entry) => entry.id === id)
}

export function bookingOf(from: State, id: Json): Booking | undefined {
  return from.booking_record.find((entry) => entry.id === id)?.booking
}

export function cardEntries(from: State): (readonly [string, Card])[] {
  return from.credit_card_list.map(({ id, card }) => [id, card])
}

export function bookingEntries(from: State): (readonly [string, Booking])[] {
  return from.booking_record.map(({ id, booking }) => [id, booking])
}

/** Does some token work at present? */
export function isConnected(from: State): boolean {
  return from.access_token !== null && from.token_expires_in !== null && from.token_expires_in !== 0
}
