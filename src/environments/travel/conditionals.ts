import type { Conditional } from '../../environment/index.js'

/** What travellers have done only if something turns out so. */
export const conditionals: readonly Conditional[] = [
  {
    name: 'enough-on-card',
    tool: 'get_credit_card_balance',
    at: '/card_balance',
    noun: 'balance',
    test: 'above',
    says: ['there is more than <limit:money> on it', 'the balance is above <limit:money>'],
    short: ['more than <limit:money>', 'over <limit:money>'],
    does: 'book_flight',
    same: { card_id: 'card_id' },
    asks: [
      'book me a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class> with it',
      'use it to book a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>',
    ],
    undone: ["I didn't book the flight", "I haven't booked anything"],
  },
  {
    name: 'too-expensive',
    tool: 'retrieve_invoice',
    at: '/invoice/travel_cost',
    noun: 'invoiced amount',
    test: 'above',
    says: ['it cost more than <limit:money>', 'I paid more than <limit:money>'],
    short: ['more than <limit:money>', 'over <limit:money>'],
    does: 'cancel_booking',
    same: { booking_id: 'booking_id' },
    asks: ['cancel the flight', 'cancel the booking', 'cancel the trip'],
    undone: ["I didn't cancel it", 'I left the booking as it is'],
  },
]
