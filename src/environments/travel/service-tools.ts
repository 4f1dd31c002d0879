import * as z from 'zod'
import { isNumeric, toNumber } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { minus } from './arithmetic.js'
import * as candidates from './candidates.js'
import { amountIn, checkToken, failure, refusal } from './failures.js'
import { phrases } from './phrases.js'
import { accessToken, bookingId, cardId, premium } from './schemas.js'
import { bookingOf, cardOf, setBalance, type State } from './state.js'

const tool = defineTool<State>()

/** Insurance and support for a booking (`SEMANTICS.md` section 11). */
export const serviceTools = {
  purchase_insurance: tool({
    description: 'Insure a booking and pay with a card on file. The cost must stay within the budget limit.',
    effect: 'draws',
    parameters: z.object({
      access_token: accessToken,
      insurance_type: entity('insurance-type', z.string()).describe('What is covered.'),
      booking_id: bookingId.describe('Id of the booking to insure.'),
      insurance_cost: premium.describe('Price of the insurance in US dollars.'),
      card_id: cardId.describe('Id of the card that pays.'),
    }),
    returns: z.object({ insurance_id: entity('insurance', z.string()), insurance_status: z.boolean() }),
    requires: ['connected'],
    once: 'booking_id',
    candidates: candidates.insurances,
    phrases: phrases.purchase_insurance,
    run({ state, draft, args: { access_token, booking_id, insurance_cost, card_id }, random }) {
      const status = { insurance_status: false }
      checkToken(state, access_token, status)
      if (!isNumeric(insurance_cost)) throw failure('invalid-value', 'The insurance cost must be a number.')
      const limit = state.budget_limit
      if (limit !== null && toNumber(limit) < toNumber(insurance_cost))
        throw refusal('over-budget', 'Exceeded budget limit', status)
      if (!bookingOf(state, booking_id)) throw refusal('not-found', 'Booking not found', status)
      const card = cardOf(state, card_id)
      if (!card) throw refusal('not-found', 'Credit card not registered', status)
      const balance = minus(amountIn(card, 'balance'), insurance_cost)
      setBalance(draft(), state, card_id, balance)
      return { insurance_id: String(random.integer(100_000_000, 999_999_999)), insurance_status: true }
    },
  }),

  contact_customer_support: tool({
    description: 'Send a message about a booking to customer support.',
    effect: 'read',
    parameters: z.object({
      booking_id: bookingId.describe('Id of the booking.'),
      message: z.string().describe('Text for the support staff.'),
    }),
    returns: z.object({ customer_support_message: z.string() }),
    candidates: candidates.supportMessages,
    phrases: phrases.contact_customer_support,
    run({ state, args: { booking_id } }) {
      if (!bookingOf(state, booking_id)) throw refusal('not-found', 'Booking not found')
      return { customer_support_message: RECEIVED }
    },
  }),
}

const RECEIVED =
  'Thank you for contacting customer support. Your message has been received and we will get back to you shortly.'
