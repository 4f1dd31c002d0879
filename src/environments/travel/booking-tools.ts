import * as z from 'zod'
import { mapping } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { minus, plus } from './arithmetic.js'
import { costOf } from './booking-cost.js'
import * as candidates from './candidates.js'
import { amountIn, checkToken, failure, field, refusal } from './failures.js'
import { phrases } from './phrases.js'
import {
  accessToken,
  airport,
  bookingFields,
  bookingId,
  bookings,
  cardId,
  transactionId,
  travelClass,
  travelDate,
} from './schemas.js'
import { bookingEntries, bookingIndex, bookingOf, cardOf, setBalance, type State } from './state.js'
import { textOf } from './text-of.js'

const tool = defineTool<State>()
const INVOICED = ['travel_date', 'travel_from', 'travel_to', 'travel_class', 'travel_cost', 'transaction_id']

/** Booking flights, and the papers of a booking (`SEMANTICS.md` section 11). */
export const bookingTools = {
  book_flight: tool({
    description:
      'Book a flight and pay for it with a card on file. The balance must cover the price and must not be below the budget limit.',
    effect: 'draws',
    parameters: z.object({
      access_token: accessToken,
      card_id: cardId.describe('Id of the card that pays.'),
      travel_date: travelDate.describe('YYYY-MM-DD.'),
      travel_from: airport.describe('Code of the departure airport.'),
      travel_to: airport.describe('Code of the destination airport.'),
      travel_class: travelClass.describe('Class of the seat.'),
    }),
    returns: z.object({
      booking_id: bookingId,
      transaction_id: transactionId,
      booking_status: z.boolean(),
      booking_history: bookings,
    }),
    requires: ['connected'],
    candidates: candidates.affordableFlights,
    phrases: phrases.book_flight,
    run({ state, draft, args, random }) {
      checkToken(state, args.access_token, { booking_status: false })
      const { cost, balance } = costOf(state, args)
      const { card_id, travel_date, travel_from, travel_to, travel_class } = args
      const next = draft()
      setBalance(next, state, card_id, minus(balance, cost))
      const booking_id = String(random.integer(1_000_000, 9_999_999))
      const transaction_id = String(random.integer(10_000_000, 99_999_999))
      const booking = { card_id, travel_date, travel_from, travel_to, travel_class, travel_cost: cost, transaction_id }
      const taken = next.booking_record[bookingIndex(state, booking_id)]
      if (taken) taken.booking = booking
      else next.booking_record.push({ id: booking_id, booking })
      const booking_history = state.long_context ? mapping([...bookingEntries(state), [booking_id, booking]]) : {}
      return { booking_id, transaction_id, booking_status: true, booking_history }
    },
  }),

  get_booking_history: tool({
    description: 'List all bookings of the account by id.',
    effect: 'read',
    parameters: z.object({ access_token: accessToken }),
    returns: z.object({ booking_history: bookings }),
    requires: ['connected'],
    candidates: candidates.allBookings,
    phrases: phrases.get_booking_history,
    run({ state, args }) {
      checkToken(state, args.access_token)
      return { booking_history: mapping(bookingEntries(state)) }
    },
  }),

  retrieve_invoice: tool({
    description: 'Get the invoice of a booking.',
    effect: 'read',
    parameters: z.object({
      access_token: accessToken,
      booking_id: bookingId.nullable().default(null).describe('Id of the booking.'),
      insurance_id: entity('insurance', z.string())
        .nullable()
        .default(null)
        .describe('Id of the insurance; not needed.'),
    }),
    returns: z.object({ invoice: z.object({ booking_id: bookingId, ...bookingFields }) }),
    requires: ['connected'],
    candidates: candidates.bookings,
    phrases: phrases.retrieve_invoice,
    run({ state, args: { access_token, booking_id } }) {
      checkToken(state, access_token)
      const booking = bookingOf(state, booking_id)
      if (!booking) throw refusal('not-found', 'Booking not found')
      return { invoice: { booking_id, ...Object.fromEntries(INVOICED.map((name) => [name, field(booking, name)])) } }
    },
  }),

  cancel_booking: tool({
    description: 'Cancel a booking and pay its price back to the card.',
    effect: 'write',
    ends: 'booking_id',
    parameters: z.object({ access_token: accessToken, booking_id: bookingId.describe('Id of the booking.') }),
    returns: z.object({ cancel_status: z.boolean() }),
    requires: ['connected'],
    candidates: candidates.bookings,
    phrases: phrases.cancel_booking,
    run({ state, draft, args: { access_token, booking_id } }) {
      checkToken(state, access_token, { cancel_status: false })
      const booking = bookingOf(state, booking_id)
      if (!booking) throw refusal('not-found', 'Booking not found', { cancel_status: false })
      const payer = textOf(field(booking, 'card_id'))
      const cost = amountIn(booking, 'travel_cost')
      const card = cardOf(state, payer)
      if (!card) throw failure('missing-field', `'${payer}'`)
      const balance = plus(amountIn(card, 'balance'), cost)
      const next = draft()
      setBalance(next, state, payer, balance)
      next.booking_record.splice(bookingIndex(state, booking_id), 1)
      return { cancel_status: true }
    },
  }),
}
