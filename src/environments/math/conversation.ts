import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations with a calculator hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'square_root',
      parameter: 'precision',
      asks: [
        'work out the root of <number>',
        'take the square root of <number> for me',
        'I need the root of <number> as exactly as possible.',
      ],
      questions: [
        'To how many digits do you need it?',
        'How many digits should it have?',
        'With how many digits should I work it out?',
      ],
    },
    {
      tool: 'si_unit_conversion',
      parameter: 'unit_out',
      asks: [
        'convert <value> <unit_in> for me',
        'I have a length of <value> <unit_in> that I need in another unit.',
        'put <value> <unit_in> into another unit',
      ],
      questions: ['Into which unit?', 'Which unit do you need?', 'In what unit should the result be?'],
    },
    {
      tool: 'power',
      parameter: 'exponent',
      asks: [
        'raise <base> to a power',
        'work out a power of <base>',
        'I need <base> multiplied by itself a few times over.',
      ],
      questions: ['What should the exponent be?', 'Which power do you need?', 'To which power should I raise it?'],
    },
    {
      tool: 'multiply',
      parameter: 'b',
      asks: ['multiply <a> for me', 'I need a multiple of <a>.', 'take <a> a few times over'],
      questions: [
        'By which number should I multiply it?',
        'What should I multiply it by?',
        'Which multiple do you need?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'chart',
      asks: [
        'draw a chart of my figures',
        'Can I get a chart of these results?',
        'I need the results as a chart for my slides.',
      ],
      what: 'draw charts',
      words: ['chart', 'plot'],
    },
    {
      name: 'equation',
      asks: [
        'solve an equation with two unknowns for me',
        'Can you solve equations as well?',
        'I have an equation here that needs solving.',
      ],
      what: 'solve equations',
      words: ['equation', 'solve'],
    },
    {
      name: 'cosine',
      asks: ['find the cosine of an angle', 'work out a cosine for me', 'I need the cosine of a right angle.'],
      what: 'compute cosines',
      words: ['cosine', 'angle'],
    },
    {
      name: 'median',
      asks: [
        'find the median of my last figures',
        'What is the median of those figures?',
        'I would rather have the median of them.',
      ],
      what: 'compute medians',
      words: ['median'],
    },
    {
      name: 'prime',
      asks: [
        'check whether a number is prime',
        'list the first few prime numbers',
        'I need to know which of my numbers are prime.',
      ],
      what: 'test for prime numbers',
      words: ['prime'],
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
      line: 'This is a calculator for beginners: powers must not be computed.',
      says: 'powers must not be computed in this calculator for beginners',
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
