import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations with a calculator hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'square_root',
      parameter: 'precision',
      asks: [
        '(find|work out|calculate) the square root of <number>',
        "What's the square root of <number>?",
        'I need the square root of <number>.',
      ],
      questions: ['To how many digits?', 'How many digits do you need?', 'How many digits should it have?'],
    },
    {
      tool: 'logarithm',
      parameter: 'precision',
      asks: [
        '(find|work out|calculate) the (log|logarithm) of <value> to base <base>',
        "What's the base <base> (log|logarithm) of <value>?",
        'I need the base <base> (log|logarithm) of <value>.',
      ],
      questions: [
        'With how many digits of precision?',
        'How many digits of precision do you need?',
        'How many digits should I work with?',
      ],
    },
    {
      tool: 'si_unit_conversion',
      parameter: 'unit_out',
      asks: [
        'convert <value> <unit_in>( for me|)',
        'convert <value> <unit_in> to another unit',
        'I need <value> <unit_in> in another unit.',
      ],
      questions: ['Which unit do you want it in?', 'To which unit?', 'Which unit do you need?'],
    },
    {
      tool: 'percentage',
      parameter: 'whole',
      asks: [
        '(work out|calculate) what percentage <part> is',
        'What percentage is <part>?',
        'I need <part> as a percentage.',
      ],
      questions: [
        'Of what total do you want the percentage?',
        'As a percentage of what number?',
        'What number should it be a percentage of?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'email',
      asks: [
        'email (these results|the results) to my accountant',
        'Can you email me the results?',
        'I need the results emailed to my manager.',
      ],
      what: 'send email',
      words: ['email', 'mail'],
    },
    {
      name: 'spreadsheet',
      asks: [
        'put (these results|the results) into my spreadsheet',
        'Can you open my spreadsheet and add the results?',
        'I need the results in my spreadsheet.',
      ],
      what: 'edit spreadsheets',
      words: ['spreadsheet'],
    },
    {
      name: 'exchange-rate',
      asks: [
        "look up today's exchange rate for the euro",
        "What's the exchange rate for the euro today?",
        'I need the current euro exchange rate.',
      ],
      what: 'look up exchange rates',
      words: ['exchange', 'currency'],
    },
    {
      name: 'reminder',
      asks: [
        'remind me to check (these numbers|the numbers) again tomorrow',
        'Can you set a reminder for tomorrow to check the numbers again?',
        'I need a reminder to check these numbers tomorrow.',
      ],
      what: 'set reminders',
      words: ['remind', 'reminder'],
    },
    {
      name: 'printer',
      asks: [
        'print (these results|the results) on the office printer',
        'Can you send the results to the printer?',
        'I need a printout of the results, from the office printer.',
      ],
      what: 'send results to a printer',
      words: ['printer'],
    },
  ],
  rules: [
    {
      name: 'precision',
      tool: 'square_root',
      parameter: 'precision',
      test: 'above',
      limits: [5, 8],
      line: 'Roots must not be computed to more than <limit:number> digits.',
      says: 'roots must not be computed to more than <limit:number> digits',
    },
    {
      name: 'decimals',
      tool: 'round_number',
      parameter: 'decimal_places',
      test: 'above',
      limits: [2],
      line: 'Numbers must not be rounded to more than <limit:number> decimals.',
      says: 'numbers must not be rounded to more than <limit:number> decimals',
    },
    {
      name: 'powers',
      tool: 'power',
      test: 'any',
      limits: [],
      line: 'Powers must not be computed.',
      says: 'powers must not be computed',
      permits: 'Powers may be computed.',
    },
  ],
  siblings: [
    sibling('add_tax', 'Add sales tax to a price.', { price: 'number', rate: 'number' }, ['tax']),
    sibling('multiply_matrices', 'Multiply two matrices.', { first: 'string', second: 'string' }, [
      'matrix',
      'matrices',
    ]),
    sibling(
      'temperature_unit_conversion',
      'Convert a temperature to another unit.',
      { value: 'number', unit_out: 'string' },
      ['temperature', 'celsius'],
    ),
    sibling('compound_interest', 'Compute interest on savings.', { amount: 'number', years: 'integer' }, [
      'interest',
      'savings',
    ]),
    sibling('cube_root', 'Compute the cube root of a number.', { number: 'number' }, ['cube', 'third root']),
  ],
}
