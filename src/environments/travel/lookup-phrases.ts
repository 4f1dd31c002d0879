import type { Phrases } from '../../environment/index.js'

/** Wordings about fares, airports and currencies. */
export const lookupPhrases = {
  get_flight_cost: {
    asks: [
      'How expensive is it to fly <travel_class> from <travel_from> to <travel_to> on <travel_date>?',
      'What do I pay for <travel_class> from <travel_from> to <travel_to> on <travel_date>?',
      '(check|look up|find) the price of a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>',
      '(check|look up) the <travel_class> fare from <travel_from> to <travel_to> on <travel_date>',
      'find out what it costs to fly <travel_class> from <travel_from> to <travel_to> on <travel_date>',
      'get me a price for a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>',
      'How much is a flight from <travel_from> to <travel_to> on <travel_date> in <travel_class>?',
      'How much is it to fly <travel_class> from <travel_from> to <travel_to> on <travel_date>?',
      'What would a flight from <travel_from> to <travel_to> on <travel_date> cost in <travel_class>?',
      "What's the <travel_class> fare from <travel_from> to <travel_to> on <travel_date>?",
      '<travel_from> to <travel_to> on <travel_date> in <travel_class>, how much is that?',
    ],
    occasions: [
      "I might have to go to <travel_to> on <travel_date>. What's the fare from <travel_from> in <travel_class>?",
      "We're thinking of a few days in <travel_to>, what would it cost to fly <travel_class> from <travel_from> on <travel_date>?",
    ],
    reasons: ['I have to get the trip approved first.', 'My manager wants a number.'],
    answers: ['/travel_cost_list/0'],
    reports: [
      'Flying from <travel_from> to <travel_to> on <travel_date> in <travel_class> costs </travel_cost_list/0:money>.',
      'A flight from <travel_from> to <travel_to> in <travel_class> on <travel_date> costs </travel_cost_list/0:money>.',
      'The fare from <travel_from> to <travel_to> on <travel_date> is </travel_cost_list/0:money> in <travel_class>.',
      "It's </travel_cost_list/0:money> from <travel_from> to <travel_to> on <travel_date> in <travel_class>.",
    ],
    deeds: ['price the flight to <travel_to>', 'look up the fare from <travel_from> to <travel_to>'],
  },

  get_nearest_airport_by_city: {
    asks: [
      '(find|look up) the (nearest|closest) airport to <location>',
      'Tell me the (nearest|closest) airport to <location>.',
      "What's the (nearest|closest) airport to <location>?",
      'Which airport is (closest|nearest) to <location>?',
      'Which airport do I use for <location>?',
    ],
    answers: ['/nearest_airport'],
    reports: [
      'The nearest airport to <location> is </nearest_airport>.',
      'The closest airport to <location> is </nearest_airport>.',
      'For <location>, the nearest airport is </nearest_airport>.',
      '</nearest_airport> is the closest airport to <location>.',
    ],
    deeds: ['find the airport for <location>', 'find the airports of cities'],
  },

  list_all_airports: {
    asks: [
      'list (all |)the airports I can (book|fly from)',
      'Show me all (the |)available airports.',
      'list all available airports',
      'Which airports are available?',
      'Which airports can I fly from?',
      'What airports can I book flights for?',
    ],
    answers: ['/*'],
    reports: [
      'You can book flights for these airports: </*:list>.',
      'The available airports are </*:list>.',
      'These are the airports you can book: </*:list>.',
      'You can fly from any of these: </*:list>.',
    ],
  },

  compute_exchange_rate: {
    asks: [
      'convert <value:number> <base_currency> (to|into) <target_currency>',
      'convert <value:back> from <base_currency> (to|into) <target_currency>',
      'tell me what <value:back> in <base_currency> is in <target_currency>',
      'tell me how much <value:number> <base_currency> is in <target_currency>',
      'work out what <value:number> <base_currency> comes to in <target_currency>',
      'How much is <value:number> <base_currency> in <target_currency>?',
      "What's <value:number> <base_currency> in <target_currency>?",
      'How many <target_currency> do I get for <value:number> <base_currency>?',
      'How much is <value:back> if I change it from <base_currency> to <target_currency>?',
    ],
    answers: ['/exchanged_value'],
    reports: [
      '<value:number> <base_currency> is </exchanged_value:number> <target_currency>.',
      '<value:back> is </exchanged_value:number> <target_currency>.',
      '<value:back> comes to </exchanged_value:number> <target_currency>.',
      'You get </exchanged_value:number> <target_currency> for <value:number> <base_currency>.',
    ],
    deeds: ['convert the amount'],
  },

  get_budget_fiscal_year: {
    asks: [
      'Which year is my travel budget for?',
      'check which year my travel budget is for',
      'check which fiscal year my travel budget is for',
      'tell me which fiscal year the travel budget is for',
      'check which fiscal year the travel budget is for',
      'Which fiscal year is the travel budget for?',
      'What fiscal year does the travel budget belong to?',
      "What's the fiscal year of the travel budget?",
      'I need the fiscal year of the travel budget.',
    ],
    answers: ['/budget_fiscal_year'],
    reports: [
      'The travel budget is for fiscal year </budget_fiscal_year>.',
      'The travel budget belongs to fiscal year </budget_fiscal_year>.',
      'The fiscal year of the travel budget is </budget_fiscal_year>.',
      'The travel budget covers fiscal year </budget_fiscal_year>.',
    ],
  },
} satisfies Record<string, Phrases>
