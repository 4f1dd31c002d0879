import type { JsonObject } from '../../core/json.js'
import { toNumber } from '../../core/number.js'
import { between, pick } from '../../core/random.js'
import { type CandidateContext, type Conversation, sibling } from '../../environment/index.js'
import { addDays } from './dates.js'
import { priceOf } from './fares.js'
import type { State } from './state.js'
import { AIRPORTS, ROUTES, TRAVEL_CLASSES } from './tables.js'

type Context = CandidateContext<State>

function knownAirports({ known }: Context): string[] {
  return known.flatMap(({ entity, value }) => (entity === 'airport' ? [String(value)] : []))
}

/** Flights that cost more than the card holds. */
function unaffordable(context: Context): JsonObject[] {
  const { state, random, clock } = context
  const airports = new Set(knownAirports(context))
  return ROUTES.filter(({ from, to }) => airports.has(from) && airports.has(to)).flatMap((route) => {
    const travel_date = addDays(clock, between(random, 4, 170))
    return TRAVEL_CLASSES.flatMap((travel_class) => {
      const price = priceOf(route, travel_class, travel_date)
      const poor = state.credit_card_list.filter(({ card }) => toNumber(card['balance'] as never) < price)
      return poor.map(({ id }) => ({
        card_id: id,
        travel_date,
        travel_from: route.from,
        travel_to: route.to,
        travel_class,
      }))
    })
  })
}

/** Pairs of airports between which nothing flies. */
function unconnected(context: Context): JsonObject[] {
  const { random, clock } = context
  const airports = knownAirports(context).filter((code) => AIRPORTS.includes(code))
  return airports.flatMap((from) =>
    airports
      .filter((to) => to !== from && !ROUTES.some((route) => route.from === from && route.to === to))
      .map((to) => ({
        travel_from: from,
        travel_to: to,
        travel_date: addDays(clock, between(random, 4, 170)),
        travel_class: pick(random, TRAVEL_CLASSES),
      })),
  )
}

/** What conversations with travellers hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'book_flight',
      parameter: 'travel_class',
      asks: [
        'book a flight from <travel_from> to <travel_to> on <travel_date>, paid with <card_id>',
        'get me on a plane from <travel_from> to <travel_to> on <travel_date> and charge <card_id>',
        'I need a seat from <travel_from> to <travel_to> on <travel_date>, and <card_id> pays for it.',
      ],
      questions: [
        'Which class would you like to fly: <options>?',
        'In which class should I book the seat, <options>?',
        'Which class should it be: <options>?',
      ],
    },
    {
      tool: 'book_flight',
      parameter: 'card_id',
      asks: [
        'book a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>',
        'reserve a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date>',
        'I want to fly from <travel_from> to <travel_to> on <travel_date> in <travel_class>.',
      ],
      questions: [
        'Which card should pay for it: <options>?',
        'Which card would you like to use, <options>?',
        'On which card should I put it?',
      ],
    },
    {
      tool: 'set_budget_limit',
      parameter: 'budget_limit',
      asks: ['put a limit on my travel spending', 'cap the travel budget', 'I want a limit on what goes into travel.'],
      questions: [
        'What should the limit be?',
        'At which amount should I set the limit?',
        'What is the most you want to spend?',
      ],
    },
    {
      tool: 'purchase_insurance',
      parameter: 'insurance_type',
      asks: [
        'insure <booking_id> for <insurance_cost>, charged to <card_id>',
        'take out insurance costing <insurance_cost> for <booking_id> and pay with <card_id>',
        'I want <booking_id> insured for <insurance_cost>, on <card_id>.',
      ],
      questions: [
        'What kind of insurance should it be?',
        'What should the insurance cover?',
        'Which type of insurance do you want?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'window-seat',
      asks: [
        'pick a window seat for <booking>',
        'get me a place at the window on <booking>',
        'Can I sit at the window on <booking>?',
        "I'd like to sit by the window on <booking>.",
      ],
      entities: { booking: 'booking' },
      what: 'choose a window seat on a flight',
      words: ['window'],
    },
    {
      name: 'boarding-pass',
      asks: [
        'check me in for <booking> and send me the boarding pass',
        'get the boarding pass for <booking>',
        'I need my boarding pass for <booking>.',
        'Where do I get the boarding pass for <booking>?',
      ],
      entities: { booking: 'booking' },
      what: 'check in or issue a boarding pass',
      words: ['boarding'],
    },
    {
      name: 'meal',
      asks: [
        'order a vegetarian meal for <booking>',
        'see to it that I get a vegetarian meal on <booking>',
        "I don't eat meat, so I need a vegetarian meal on <booking>.",
      ],
      entities: { booking: 'booking' },
      what: 'order a meal for a flight',
      words: ['meal', 'vegetarian'],
    },
    {
      name: 'visa',
      asks: [
        'find out whether I need a visa for <city>',
        'Do I need a visa to get into <city>?',
        "I'm not sure whether they let me into <city> without a visa.",
      ],
      entities: { city: 'city' },
      what: 'look up visa rules',
      words: ['visa'],
    },
    {
      name: 'delay',
      asks: [
        'check whether <booking> is delayed',
        'Is <booking> on time or delayed?',
        'I heard <booking> is delayed, is that so?',
      ],
      entities: { booking: 'booking' },
      what: 'see whether a flight is delayed',
      words: ['delayed', 'punctual'],
    },
  ],
  limits: [
    {
      tool: 'book_flight',
      code: 'insufficient-funds',
      reads: 'insufficient funds',
      candidates: unaffordable,
      says: ['the funds on <card_id> do not cover the fare', 'there are not enough funds on <card_id> for this flight'],
      undone: [
        'Nothing was booked',
        'No flight was booked and nothing was charged',
        'The card was not charged, and there is no booking',
      ],
    },
    {
      tool: 'get_flight_cost',
      code: 'no-route',
      reads: 'no available route',
      candidates: unconnected,
      says: [
        'there is no route from <travel_from> to <travel_to>',
        'no route is available between <travel_from> and <travel_to>',
      ],
      undone: ['There is no fare I could give you', 'So I have no price for it'],
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
      says: 'flights in <limit:word> class must not be booked',
    },
    {
      name: 'no-cancelling',
      tool: 'cancel_booking',
      test: 'any',
      limits: [],
      line: 'Bookings must not be cancelled here; the service desk does that.',
      says: 'bookings must not be cancelled here, the service desk does that',
    },
    {
      name: 'insurance-cost',
      tool: 'purchase_insurance',
      parameter: 'insurance_cost',
      test: 'above',
      limits: [60, 100, 150],
      line: 'Insurance that costs more than <limit:money> must not be bought.',
      says: 'insurance that costs more than <limit:money> must not be bought',
    },
    {
      name: 'budget',
      tool: 'set_budget_limit',
      parameter: 'budget_limit',
      test: 'above',
      limits: [1500, 2500],
      line: 'The travel budget must not be raised above <limit:money>.',
      says: 'the travel budget must not be raised above <limit:money>',
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
        'make it <travel_class> after all',
        'on second thought, I would rather go in <travel_class>',
        "I've changed my mind and would like <travel_class> instead",
        'actually, <travel_class> would be better',
      ],
    },
    {
      tool: 'book_flight',
      parameter: 'travel_date',
      undo: { tool: 'cancel_booking', arguments: { booking_id: 'earlier' } },
      asks: [
        'make it <travel_date> instead',
        'on second thought, I have to fly on <travel_date>',
        'sorry, it must be <travel_date>',
      ],
    },
    {
      tool: 'set_budget_limit',
      parameter: 'budget_limit',
      asks: [
        'make it <budget_limit> after all',
        'actually, <budget_limit> will do',
        'on second thought, <budget_limit> is more sensible',
      ],
    },
  ],
  conditionals: [
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
        'book me <travel_class> from <travel_from> to <travel_to> on <travel_date> with it',
        'use it for a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date>',
      ],
    },
    {
      name: 'too-expensive',
      tool: 'retrieve_invoice',
      at: '/invoice/travel_cost',
      noun: 'invoiced amount',
      test: 'above',
      says: ['it comes to more than <limit:money>', 'I was billed over <limit:money>'],
      short: ['more than <limit:money>', 'over <limit:money>'],
      does: 'cancel_booking',
      same: { booking_id: 'booking_id' },
      asks: ['cancel the whole trip', 'call the flight off', 'have the booking cancelled'],
    },
  ],
}
