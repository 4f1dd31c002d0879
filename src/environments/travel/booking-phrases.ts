import type { Phrases } from '../../environment/index.js'

/** Wordings about bookings and what comes with them. */
export const bookingPhrases = {
  book_flight: {
    asks: [
      'I want to fly from <travel_from> to <travel_to> on <travel_date>, <travel_class>. Charge <card_id>.',
      'On <travel_date> I have to go from <travel_from> to <travel_to>, please book <travel_class> with <card_id>.',
      'use <card_id> to book <travel_class> from <travel_from> to <travel_to> on <travel_date>',
      'book (me |)a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class> with <card_id>',
      'book me a flight from <travel_from> to <travel_to> on <travel_date>, <travel_class>, and charge <card_id>',
      'book <travel_from> to <travel_to> on <travel_date> in <travel_class> with <card_id>',
      'book a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date> and pay with <card_id>',
      'get me a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class> and pay with <card_id>',
      'I need a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>, paid with <card_id>.',
      'I need to fly <travel_class> from <travel_from> to <travel_to> on <travel_date>, and you can charge <card_id>.',
      'Can you get me a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date>, paid with <card_id>?',
      "I'm flying from <travel_from> to <travel_to> on <travel_date>, please book <travel_class> and charge <card_id>.",
    ],
    occasions: [
      'I have to be in <travel_to> on <travel_date>. Book <travel_class> from <travel_from> and charge <card_id>.',
      "I'm visiting my sister in <travel_to>, so please book me <travel_class> from <travel_from> on <travel_date> with <card_id>.",
      'They want me in <travel_to> on <travel_date>, can you get me there from <travel_from> in <travel_class> and use <card_id>?',
      'My cousin is getting married in <travel_to>, get me <travel_class> from <travel_from> on <travel_date> and use <card_id>.',
    ],
    reasons: ['My trip got approved.'],
    reports: [
      "You're booked from <travel_from> to <travel_to> on <travel_date> in <travel_class>(, charged to <card_id>|). The booking number is </booking_id>.",
      'Your flight from <travel_from> to <travel_to> on <travel_date> in <travel_class> is booked( and paid with <card_id>|). The booking number is </booking_id>.',
      "I've booked you a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date>( and paid with <card_id>|). It's booking </booking_id>.",
      "You're flying from <travel_from> to <travel_to> on <travel_date> in <travel_class>(; I charged <card_id>|). Your booking number is </booking_id>.",
      '<travel_from> to <travel_to> on <travel_date> in <travel_class> is booked( on <card_id>|), under number </booking_id>.',
    ],
    besides: [
      {
        after: { tool: 'get_flight_cost', same: ['travel_from', 'travel_to', 'travel_date', 'travel_class'] },
        says: [
          "That's the fare of </travel_cost_list/0:money> that I looked up.",
          'The fare is </travel_cost_list/0:money>, as quoted.',
          'It costs the </travel_cost_list/0:money> I found before.',
        ],
      },
    ],
    deeds: ['book the flight to <travel_to>', 'book the flight from <travel_from> to <travel_to>'],
  },

  get_booking_history: {
    asks: [
      'list (all |)my flight bookings',
      'Show me (all |)my booked flights.',
      'pull up (all |)my flight bookings',
      'Which flights have I booked?',
      'What flights do I have booked?',
    ],
    reasons: [
      "I've lost track of my trips.",
      'My husband wants to know when I am away.',
      "I'm filling in my calendar.",
    ],
    answers: ['/booking_history/*/travel_date'],
    reports: [
      'You have these flights booked: </booking_history/*:items>',
      'Your booked flights: </booking_history/*:items>',
      "Here's what you have booked: </booking_history/*:items>",
      'These are your flights: </booking_history/*:items>',
    ],
    items: [
      '</travel_date:date>: </travel_from:thing-airport> to </travel_to:thing-airport>, </travel_class:thing-travel-class>, </travel_cost:money>, booking <key>',
      '</travel_from:thing-airport> to </travel_to:thing-airport> on </travel_date:date>, </travel_class:thing-travel-class>, </travel_cost:money>, booking <key>',
    ],
    deeds: ['list the bookings', 'go through the bookings'],
  },

  retrieve_invoice: {
    asks: [
      '(get|pull up) the invoice for <booking_id>',
      'show me the invoice for <booking_id>',
      'check how much I paid for <booking_id>',
      "What's on the invoice for <booking_id>?",
      'How much was <booking_id>?',
      'What did I pay for <booking_id>?',
      'I need the invoice for <booking_id>.',
      'look up the invoice for <booking_id>',
    ],
    reasons: ['The accountant is asking for it.', "I'm doing my expenses.", 'Finance wants to see what I paid.'],
    answers: ['/invoice/travel_cost'],
    reports: [
      'The invoice for <booking_id> is for </invoice/travel_cost:money>.',
      'You paid </invoice/travel_cost:money> for <booking_id>.',
      'You were charged </invoice/travel_cost:money> for <booking_id>; the transaction number is </invoice/transaction_id>.',
      'According to the invoice, you paid </invoice/travel_cost:money> for <booking_id>.',
    ],
    deeds: ['get the invoice for <booking_id>'],
  },

  cancel_booking: {
    asks: [
      'cancel <booking_id>',
      'cancel <booking_id> for me',
      'I have to cancel <booking_id>.',
      'I want to cancel <booking_id>.',
      "I won't be taking <booking_id>, please cancel it.",
      "I don't need <booking_id> anymore, please cancel it.",
      'Please cancel <booking_id> for me.',
      "I can't take <booking_id>, so please cancel it.",
    ],
    occasions: ['The client called it off, so cancel <booking_id>.'],
    reasons: [
      'My plans changed.',
      'Something came up at work.',
      'The visit got called off.',
      "I can't go after all.",
      'They moved it online.',
      'My daughter is ill.',
    ],
    reports: [
      "I've cancelled <booking_id>.",
      'The cancellation of <booking_id> went through.',
      '<booking_id> is cancelled.',
      '<booking_id> has been cancelled.',
    ],
    deeds: ['cancel <booking_id>'],
  },

  purchase_insurance: {
    asks: [
      'buy the <insurance_type> insurance for <booking_id>, <insurance_cost>, with <card_id>',
      'add <insurance_type> insurance for <insurance_cost> to <booking_id> and charge <card_id>',
      'get me <insurance_type> insurance on <booking_id> for <insurance_cost> and put it on <card_id>',
      'add the <insurance_cost> <insurance_type> insurance to <booking_id> and charge <card_id>',
      'I want the <insurance_cost> <insurance_type> insurance on <booking_id>, charged to <card_id>.',
      'I want <insurance_type> insurance on <booking_id> for <insurance_cost>, charged to <card_id>.',
      "I'd like to add <insurance_type> insurance to <booking_id> for <insurance_cost> and pay with <card_id>.",
      'Can you add <insurance_type> insurance to <booking_id> for <insurance_cost>, paid with <card_id>?',
    ],
    reasons: ["I'd rather be safe than sorry.", 'My wife insists.', 'The office wants me to have it.'],
    reports: [
      "I've added <insurance_type> insurance to <booking_id> for <insurance_cost>(, charged to <card_id>|). The insurance number is </insurance_id>.",
      'I bought <insurance_type> insurance for <booking_id> for <insurance_cost>( with <card_id>|). The insurance number is </insurance_id>.',
      'The <insurance_type> insurance for <booking_id> is in place for <insurance_cost>(, charged to <card_id>|). The insurance number is </insurance_id>.',
      'You now have <insurance_type> insurance on <booking_id>( for <insurance_cost>, paid with <card_id>| for <insurance_cost>). The insurance number is </insurance_id>.',
    ],
    deeds: ['insure <booking_id>'],
  },

  contact_customer_support: {
    asks: [
      'ask customer support about <booking_id>: <message:quoted>',
      'message customer support about <booking_id>: <message:quoted>',
      'send customer support a message about <booking_id>: <message:quoted>',
      'write to customer support about <booking_id>: <message:quoted>',
      'contact customer support about <booking_id> and say <message:quoted>',
      'let customer support know about <booking_id>: <message:quoted>',
      'I need to tell customer support <message:quoted> about <booking_id>.',
      'Please tell customer support <message:quoted> about <booking_id>.',
    ],
    answers: ['/customer_support_message'],
    reports: [
      "I've sent customer support your message about <booking_id>; they will get back to you shortly.",
      'Your message about <booking_id> is with customer support. They have confirmed it and will get back to you soon.',
      'Customer support has your message about <booking_id> and will get back to you shortly.',
      'I passed that on to customer support for <booking_id>. They say they will get back to you shortly.',
    ],
    texts: {
      '/customer_support_message': [{ reads: 'we will get back to you', told: String.raw`\bget back to you\b` }],
    },
    deeds: ['write to customer support about <booking_id>'],
  },
} satisfies Record<string, Phrases>
