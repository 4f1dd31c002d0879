import type { Phrases } from '../../environment/index.js'

/** Wordings about bookings and what comes with them. */
export const bookingPhrases = {
  book_flight: {
    asks: [
      'book a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>, paid with <card_id>',
      'reserve a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date> and charge <card_id>',
      'get a place on a plane from <travel_from> to <travel_to> on <travel_date>, travelling in <travel_class> and paying with <card_id>',
      'use <card_id> to book <travel_class> from <travel_from> to <travel_to> for <travel_date>',
      'I need to fly from <travel_from> to <travel_to> on <travel_date> in <travel_class>, and <card_id> should pay for it.',
      'I have to be in <travel_to> on <travel_date>, so I need a seat in <travel_class> from <travel_from> charged to <card_id>.',
      'My trip from <travel_from> to <travel_to> is fixed for <travel_date>, so I want to go in <travel_class> and pay with <card_id>.',
      'We agreed that I fly from <travel_from> to <travel_to> on <travel_date>; <travel_class> is fine and <card_id> covers it.',
    ],
    reports: [
      'Your flight is booked; the booking number is </booking_id>.',
      'Booked: booking </booking_id>, transaction </transaction_id>.',
      'You have a seat from <travel_from> to <travel_to> on <travel_date>; the booking number is </booking_id>.',
      'The flight on <travel_date> is reserved as </booking_id>.',
    ],
  },

  get_booking_history: {
    asks: [
      'list (all |)the flights I have booked',
      'go over (all |)my bookings',
      'Which flights have I booked so far?',
      'What trips do I have coming up?',
      'I need an overview of my booked trips.',
      "I've lost track of my bookings and want to see them all.",
    ],
    answers: ['/booking_history/*/travel_date'],
    reports: [
      'You have flights on </booking_history/*/travel_date:list>.',
      'Your bookings are for </booking_history/*/travel_date:list>.',
      'You are booked on these dates: </booking_history/*/travel_date:list>.',
      'Booked so far: </booking_history/*/travel_date:list>.',
    ],
  },

  retrieve_invoice: {
    asks: [
      '(get|pull up|fetch) the invoice for <booking_id>',
      'see what I was billed for <booking_id>',
      'What did <booking_id> come to on the invoice?',
      'check the invoiced amount of <booking_id>',
      'I have to hand in the invoice of <booking_id>.',
      'My employer pays me back for <booking_id> and asks for the invoice.',
      'The bookkeepers want to see the bill for <booking_id>.',
    ],
    answers: ['/invoice/travel_cost'],
    reports: [
      'The invoice comes to </invoice/travel_cost:money>.',
      'You were billed </invoice/travel_cost:money>( under transaction </invoice/transaction_id>|).',
      'The invoiced amount is </invoice/travel_cost:money>.',
      'According to the invoice it cost </invoice/travel_cost:money>.',
    ],
  },

  cancel_booking: {
    asks: [
      'cancel <booking_id> and get the fare refunded',
      'call off <booking_id> with a refund',
      'have <booking_id> cancelled and the money returned',
      "I can't travel after all, so <booking_id> (has to|must) be cancelled.",
      'The plans fell through, and I want my money back for <booking_id>.',
      "I won't be taking <booking_id> any more and need the refund.",
      'give back <booking_id> and have the fare returned',
      'Something came up, so <booking_id> should be cancelled and refunded.',
    ],
    reports: [
      'The booking is cancelled and the fare goes back to the card.',
      'Cancelled: the price has been refunded.',
      'That trip is off, and the card gets its money back.',
      'The cancellation went through, with a refund to the card.',
    ],
  },

  purchase_insurance: {
    asks: [
      'insure <booking_id> with <insurance_type> cover for <insurance_cost>, charged to <card_id>',
      'take out <insurance_type> insurance costing <insurance_cost> for <booking_id> and pay with <card_id>',
      'add <insurance_type> cover at <insurance_cost> to <booking_id>, paid by <card_id>',
      'I want <booking_id> to come with <insurance_type> insurance for <insurance_cost>, on <card_id>.',
      'To be on the safe side, <booking_id> should have <insurance_type> cover for <insurance_cost>, with <card_id> paying.',
      'I was offered <insurance_type> insurance for <booking_id> at <insurance_cost> and would like it on <card_id>.',
      'buy <insurance_type> cover for <booking_id> at <insurance_cost> with <card_id>',
      'get <booking_id> covered by <insurance_type> insurance at <insurance_cost> and charge <card_id>',
    ],
    reports: [
      'The insurance is in place under number </insurance_id>.',
      'Insured: the policy has the number </insurance_id>.',
      'Your trip is covered now, policy </insurance_id>.',
      'The cover was bought as </insurance_id>.',
    ],
  },

  contact_customer_support: {
    asks: [
      'write to customer support about <booking_id>: <message:quoted>',
      'pass the message <message:quoted> on to customer support regarding <booking_id>',
      'contact the support staff about <booking_id> with the words <message:quoted>',
      'ask customer support about <booking_id> as follows: <message:quoted>',
      'Customer support should hear from me about <booking_id>: <message:quoted>.',
      'I have something to tell customer support concerning <booking_id>, namely <message:quoted>.',
      'let customer support know about <booking_id>: <message:quoted>',
      'send customer support the note <message:quoted> about <booking_id>',
    ],
    answers: ['/customer_support_message'],
    reports: [
      'Customer support answered: </customer_support_message:quoted>.',
      'Customer support has your message and writes </customer_support_message:quoted>.',
      'The reply of customer support for now: </customer_support_message:quoted>.',
      'Your message went out, and this came back: </customer_support_message:quoted>.',
    ],
  },
} satisfies Record<string, Phrases>
