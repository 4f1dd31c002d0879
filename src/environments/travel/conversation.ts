import { type Conversation, sibling } from '../../environment/index.js'
import { conditionals } from './conditionals.js'
import { unaffordable, unconnected } from './refused-candidates.js'
import type { State } from './state.js'

/** What conversations with travellers hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'book_flight',
      parameter: 'travel_class',
      asks: [
        'book (me |)a flight from <travel_from> to <travel_to> on <travel_date> with <card_id>',
        'get me a seat from <travel_from> to <travel_to> on <travel_date> and charge <card_id>',
        'I need a flight from <travel_from> to <travel_to> on <travel_date>, paid with <card_id>.',
      ],
      questions: [
        'Which class would you like to fly: <options>?',
        'Which class should I book: <options>?',
        'Do you want to fly <options>?',
      ],
    },
    {
      tool: 'book_flight',
      parameter: 'card_id',
      asks: [
        'book (me |)a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>',
        'book a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date>',
        'I need a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>.',
      ],
      questions: [
        'Which card should I charge: <options>?',
        'Which card would you like to pay with: <options>?',
        'Which card should I use for it?',
      ],
    },
    {
      tool: 'set_budget_limit',
      parameter: 'budget_limit',
      asks: [
        'set a limit on my travel spending',
        'set a travel budget for me',
        'I want a limit on my travel spending.',
      ],
      questions: [
        'What should the limit be?',
        'How high should the budget limit be?',
        'What is the most you want to spend on travel?',
      ],
    },
    {
      tool: 'purchase_insurance',
      parameter: 'insurance_type',
      asks: [
        'insure <booking_id> for <insurance_cost> and charge <card_id>',
        'buy insurance for <booking_id> for <insurance_cost> with <card_id>',
        'I want insurance on <booking_id> for <insurance_cost>, charged to <card_id>.',
      ],
      questions: [
        'What kind of insurance would you like?',
        'What should the insurance cover?',
        'Which type of insurance do you want?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'boarding-pass',
      asks: [
        'check me in for <booking>',
        'print my boarding pass for <booking>',
        'send me the boarding pass for <booking>',
        'I need my boarding pass for <booking>.',
        'Can you send me my boarding pass for <booking>?',
      ],
      entities: { booking: 'booking' },
      what: 'check you in or send boarding passes',
      instead: {
        tool: 'contact_customer_support',
        says: [
          'I could ask customer support about it, though.',
          'What I can do is write to customer support about that booking.',
        ],
      },
      words: ['boarding'],
    },
    {
      name: 'taxi',
      asks: [
        'order me a taxi in <city>',
        'get me a taxi for when I land in <city>',
        'Can you send a taxi to pick me up in <city>?',
        'I need a taxi in <city>.',
      ],
      entities: { city: 'city' },
      what: 'order a taxi',
      instead: {
        tool: 'book_flight',
        says: ['Flights are all I can book.', 'I can only help with the flight itself.'],
      },
      words: ['taxi'],
    },
    {
      name: 'rental-car',
      asks: [
        'rent me a car in <city>',
        'book me a rental car in <city>',
        'Can you get me a rental car in <city>?',
        'I need a rental car in <city>.',
      ],
      entities: { city: 'city' },
      what: 'rent a car',
      instead: {
        tool: 'book_flight',
        says: ['Flights are all I can book.', 'I can only help with getting there by plane.'],
      },
      words: ['rental', 'rent'],
    },
    {
      name: 'lounge',
      asks: [
        'get me into the lounge before <booking>',
        'add lounge access to <booking>',
        'Can you add lounge access to <booking>?',
        "I'd like lounge access for <booking>.",
      ],
      entities: { booking: 'booking' },
      what: 'arrange lounge access',
      instead: {
        tool: 'contact_customer_support',
        says: [
          'I could ask customer support about it, though.',
          'What I can do is pass the wish on to customer support.',
        ],
      },
      words: ['lounge'],
    },
    {
      name: 'parking',
      asks: [
        'reserve airport parking for <booking>',
        'get me a parking spot for <booking>',
        'Can you reserve airport parking for <booking>?',
        'I need a parking spot for <booking>.',
      ],
      entities: { booking: 'booking' },
      what: 'reserve parking',
      instead: {
        tool: 'contact_customer_support',
        says: [
          'I could ask customer support about it, though.',
          'What I can do is pass the wish on to customer support.',
        ],
      },
      words: ['parking'],
    },
  ],
  limits: [
    {
      tool: 'book_flight',
      code: 'insufficient-funds',
      reads: 'insufficient funds',
      candidates: unaffordable,
      says: [
        '<card_id> does not have enough money on it for this flight',
        'there is not enough money on <card_id> to pay for the flight',
      ],
      undone: [
        'No flight was booked',
        'The flight was not booked and nothing was charged',
        'Nothing was booked or charged',
      ],
    },
    {
      tool: 'get_flight_cost',
      code: 'no-route',
      reads: 'no available route',
      candidates: unconnected,
      says: [
        'there is no route from <travel_from> to <travel_to>',
        'no flights are available from <travel_from> to <travel_to>',
      ],
      undone: ['I have no price to give you', 'There is no fare for that trip'],
    },
  ],
  rules: [
    {
      name: 'class',
      tool: 'book_flight',
      parameter: 'travel_class',
      test: 'is',
      limits: ['first', 'business'],
      line: 'Flights in <limit:word> class must not be booked.',
      says: '<limit:word> class flights may not be booked',
    },
    {
      name: 'no-cancelling',
      tool: 'cancel_booking',
      test: 'any',
      limits: [],
      line: 'Bookings must not be cancelled here; the service desk does that.',
      says: 'bookings are not cancelled here, the service desk does that',
      permits: 'Bookings may be cancelled here.',
    },
    {
      name: 'insurance-cost',
      tool: 'purchase_insurance',
      parameter: 'insurance_cost',
      test: 'above',
      limits: [30, 40, 60],
      line: 'Insurance that costs more than <limit:money> must not be bought.',
      says: 'insurance that costs more than <limit:money> may not be bought',
    },
    {
      name: 'budget',
      tool: 'set_budget_limit',
      parameter: 'budget_limit',
      test: 'above',
      limits: [1500, 2500],
      line: 'The travel budget must not be raised above <limit:money>.',
      says: 'the travel budget may not be higher than <limit:money>',
    },
  ],
  siblings: [
    sibling(
      'book_hotel',
      'Book a hotel room and pay for it with a card on file.',
      { city: 'string', nights: 'integer', card_id: 'string' },
      ['hotel', 'room'],
    ),
    sibling('get_hotel_cost', 'Get the price of a hotel room for a night.', { city: 'string', date: 'string' }, [
      'hotel',
      'room',
    ]),
    sibling(
      'get_train_cost',
      'Get the price of a train ticket between two cities.',
      { from_city: 'string', to_city: 'string' },
      ['train', 'rail'],
    ),
    sibling('list_all_train_stations', 'List the train stations that can be booked.', {}, ['train', 'station']),
    sibling('cancel_hotel_booking', 'Cancel a hotel booking.', { hotel_booking_id: 'string' }, ['hotel', 'room']),
    sibling('register_frequent_flyer_card', "Add a loyalty card to the traveller's profile.", { number: 'string' }, [
      'loyalty',
      'miles',
    ]),
  ],
  revisions: [
    {
      tool: 'book_flight',
      parameter: 'travel_class',
      undo: { tool: 'cancel_booking', arguments: { booking_id: 'earlier' } },
      asks: [
        'make that <travel_class> instead',
        'on second thought, I want to fly <travel_class>',
        "I changed my mind, I'd like <travel_class> instead",
        "sorry, I'd rather fly <travel_class>",
      ],
    },
    {
      tool: 'book_flight',
      parameter: 'travel_date',
      undo: { tool: 'cancel_booking', arguments: { booking_id: 'earlier' } },
      asks: [
        'make that <travel_date> instead',
        'on second thought, I need to fly on <travel_date>',
        'sorry, I meant <travel_date>',
        'change that to <travel_date>',
      ],
    },
    {
      tool: 'set_budget_limit',
      parameter: 'budget_limit',
      asks: [
        'make that <budget_limit> instead',
        'on second thought, set it to <budget_limit>',
        'sorry, I meant <budget_limit>',
      ],
    },
  ],
  conditionals,
}
