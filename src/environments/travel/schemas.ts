import * as z from 'zod'
import { entity } from '../../environment/index.js'
import { CURRENCIES, TRAVEL_CLASSES } from './tables.js'

/** Typed parameters and result leaves that several tools of the travel desk share. */
export const accessToken = entity('access-token', z.string()).describe('Token of the connected travel account.')
export const cardId = entity('card', z.string())
export const bookingId = entity('booking', z.string())
export const transactionId = entity('transaction', z.string())
export const airport = entity('airport', z.string())
export const amount = entity('amount', z.number())
export const premium = entity('premium', z.number())
export const travelDate = entity('date', z.string())
export const travelClass = entity('travel-class', z.enum(TRAVEL_CLASSES))
export const currency = entity('currency', z.enum(CURRENCIES))

export const bookingFields = {
  travel_date: travelDate,
  travel_from: airport,
  travel_to: airport,
  travel_class: travelClass,
  travel_cost: amount,
  transaction_id: transactionId,
}

export const bookings = z.record(bookingId, z.object({ card_id: cardId, ...bookingFields }))
