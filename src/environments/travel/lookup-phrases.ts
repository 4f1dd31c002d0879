import type { Phrases } from '../../environment/index.js'

/** Wordings about fares, airports and currencies. */
export const lookupPhrases = {
  get_flight_cost: {
    asks: [
      '(check|find out|look up) what it costs to fly from <travel_from> to <travel_to> in <travel_class> on <travel_date>',
      '(look up|check|find) the fare from <travel_from> to <travel_to> on <travel_date> in <travel_class>',
      'get a price for flying in <travel_class> from <travel_from> to <travel_to> on <travel_date>',
      'How much is a seat in <travel_class> from <travel_from> to <travel_to> on <travel_date>?',
      'What would a flight from <travel_from> to <travel_to> on <travel_date> cost in <travel_class>?',
      "I'd like to know the price of a seat in <travel_class> from <travel_from> to <travel_to> for <travel_date>.",
      'Before I make up my mind, I need the fare for <travel_date> from <travel_from> to <travel_to> in <travel_class>.',
      'I wonder what I would pay for <travel_class> on <travel_date> if I flew from <travel_from> to <travel_to>.',
    ],
    answers: ['/travel_cost_list/0'],
    reports: [
      'The flight costs </travel_cost_list/0:money>.',
      'A seat from <travel_from> to <travel_to> on <travel_date> comes to </travel_cost_list/0:money>.',
      'You would pay </travel_cost_list/0:money> in <travel_class>.',
      'The fare is </travel_cost_list/0:money>.',
    ],
  },

  get_nearest_airport_by_city: {
    asks: [
      'look up the airport nearest to <location>',
      'find the (closest|nearest) airport to <location>',
      'Which airport is (closest|nearest) to <location>?',
      'find out which airport serves <location>',
      'I have no idea which airport I need for <location>.',
      "I'd like to know where people from <location> take a plane.",
    ],
    answers: ['/nearest_airport'],
    reports: [
      'The airport nearest to <location> is </nearest_airport>.',
      '<location> is served by </nearest_airport>.',
      'For <location> the closest airport is </nearest_airport>.',
      'That would be </nearest_airport>.',
    ],
  },

  list_all_airports: {
    asks: [
      'list (all |)the airports that can be booked',
      'go through every airport on offer',
      'Which airports can I choose from?',
      'What airports are there to fly from?',
      'I need the full list of airports.',
      "I'd like to see (all |)the airports I could use.",
    ],
    answers: ['/*'],
    reports: [
      'You can choose from </*:list>.',
      'The airports on offer are </*:list>.',
      'These airports can be booked: </*:list>.',
      'The full list of airports is </*:list>.',
    ],
  },

  compute_exchange_rate: {
    asks: [
      'convert <value:number> from <base_currency> (to|into) <target_currency>',
      'change <value:back> from <base_currency> (to|into) <target_currency>',
      'tell me what <value:back> in <base_currency> is worth in <target_currency>',
      '(work out|calculate) what <value:number> in <base_currency> comes to in <target_currency>',
      '(find out|check) how much an amount of <value:number> in <base_currency> is in <target_currency>',
      'How much is <value:number> in <base_currency> when changed into <target_currency>?',
      'What do I get in <target_currency> for <value:number> in <base_currency>?',
      'I have <value:number> in <base_currency> and need to know its worth in <target_currency>.',
      'I think in <target_currency>, so a sum of <value:number> in <base_currency> means little to me.',
    ],
    answers: ['/exchanged_value'],
    reports: [
      'That is </exchanged_value:number> in <target_currency>.',
      'You get </exchanged_value:number> in <target_currency>.',
      '<value:number> in <base_currency> comes to </exchanged_value:number> in <target_currency>.',
      'Changed into <target_currency> it makes </exchanged_value:number>.',
    ],
  },

  get_budget_fiscal_year: {
    asks: [
      '(look up|check|find out) which fiscal year the travel budget belongs to',
      'find the fiscal year of (our|the) travel budget',
      'Which fiscal year does the travel budget (fall into|belong to)?',
      'What fiscal year is the travel budget for?',
      'I need the fiscal year of the travel budget for my paperwork.',
      'Accounting keeps asking which fiscal year our travel budget covers.',
    ],
    answers: ['/budget_fiscal_year'],
    reports: [
      'The travel budget belongs to fiscal year </budget_fiscal_year>.',
      'It is the budget of the fiscal year </budget_fiscal_year>.',
      'The fiscal year is </budget_fiscal_year>.',
      'The travel budget covers fiscal year </budget_fiscal_year>.',
    ],
  },
} satisfies Record<string, Phrases>
