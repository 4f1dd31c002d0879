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
      name: 'receipt',
      asks: [
        'scan my (receipts|bills) and add them up',
        'read the amounts off a photo of my (receipts|bills)',
        'Can you add up a receipt from a photo?',
        'I have a photo of the receipts, can you get the amounts from that?',
      ],
      what: 'read figures from photos',
      instead: { tool: 'sum_values', says: ['If you tell me the amounts, I can add them up.'] },
      words: ['photo', 'scan', 'receipt'],
    },
    {
      name: 'chart',
      asks: [
        'draw me a (bar chart|pie chart) of our costs',
        'make a chart (for my slides|for the team meeting)',
        'Can you draw a chart for my slides?',
        'I need a (bar chart|pie chart) for the presentation.',
      ],
      what: 'draw charts',
      instead: { tool: 'mean', says: ['I can work out the sums and averages for it, though.'] },
      words: ['chart', 'plot'],
    },
    {
      name: 'exchange-rate',
      asks: [
        "look up today's exchange rate for the (euro|pound|yen)",
        "What's the exchange rate for the (euro|pound|yen) today?",
        'I need the current (euro|pound|yen) exchange rate.',
        "How's the (euro|pound|yen) doing today?",
      ],
      what: 'look up exchange rates',
      instead: { tool: 'multiply', says: ['If you have the rate, I can do the sums for you.'] },
      words: ['exchange', 'currency'],
    },
    {
      name: 'timer',
      asks: [
        'set a timer for (ten|twenty|thirty) minutes',
        'Can you set a timer for (ten|twenty|thirty) minutes?',
        'I need a timer, (ten|twenty|thirty) minutes.',
      ],
      what: 'set timers',
      words: ['timer', 'alarm'],
    },
    {
      name: 'reminder',
      asks: [
        'remind me to hand in the figures (tonight|tomorrow)',
        'Can you set a reminder for tomorrow to hand in the figures?',
        'I need a reminder tomorrow morning to hand in the figures.',
      ],
      what: 'set reminders',
      words: ['remind', 'reminder'],
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
      says: 'roots are worked out to <limit:number> digits at most here',
    },
    {
      name: 'decimals',
      tool: 'round_number',
      parameter: 'decimal_places',
      test: 'above',
      limits: [2],
      line: 'Numbers must not be rounded to more than <limit:number> decimals.',
      says: 'numbers are rounded to <limit:number> decimals at most here',
    },
    {
      name: 'powers',
      tool: 'power',
      test: 'any',
      limits: [],
      line: 'Powers must not be computed.',
      says: 'powers are not part of this service',
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
