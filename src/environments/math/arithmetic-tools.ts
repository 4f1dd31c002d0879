import * as z from 'zod'
import { isArray, type Json } from '../../core/json.js'
import { float, type Numeric } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { arithmeticPhrases as phrases } from './arithmetic-phrases.js'
import { absolute, minus, over, plus, times } from './arithmetic.js'
import { losses, neat, pairs, powers, withCount } from './candidates.js'
import { refused } from './failure.js'
import { power } from './power.js'
import { isZero, numberIn } from './quantity.js'
import { resultOf } from './result.js'
import type { State } from './state.js'

const tool = defineTool<State>()
const figure = entity('figure', z.number())
const quantity = entity('quantity', z.number())
const returns = z.object({ result: figure })

type Operation = (a: Numeric, b: Numeric) => Json | Numeric

function onNumbers(a: Json, b: Json, operation: Operation): Json | Numeric {
  const [x, y] = [numberIn(a), numberIn(b)]
  if (x === undefined || y === undefined) throw refused('Both inputs must be numbers')
  return operation(x, y)
}

/** Python's `+` joins texts with texts and lists with lists. */
function joined(a: Json, b: Json): Json | undefined {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  return isArray(a) && isArray(b) ? [...a, ...b] : undefined
}

/** The four operations, shares, powers and sizes (SEMANTICS section 6). */
export const arithmeticTools = {
  add: tool({
    description: 'Add two numbers.',
    effect: 'read',
    parameters: z.object({ a: quantity.describe('First number.'), b: quantity.describe('Number added to it.') }),
    returns,
    phrases: phrases.add,
    candidates: (context) => neat(pairs(context, 'a', 'b'), ({ a, b }) => Number(a) + Number(b)),
    run: ({ state: { notation }, args: { a, b } }) => resultOf(joined(a, b) ?? onNumbers(a, b, plus), notation),
  }),
  subtract: tool({
    description: 'Subtract one number from another.',
    effect: 'read',
    parameters: z.object({
      a: quantity.describe('Number to subtract from.'),
      b: quantity.describe('Number taken away.'),
    }),
    returns,
    phrases: phrases.subtract,
    candidates: (context) => neat(pairs(context, 'a', 'b'), ({ a, b }) => Number(a) - Number(b)),
    run: ({ state: { notation }, args: { a, b } }) => resultOf(onNumbers(a, b, minus), notation),
  }),
  multiply: tool({
    description: 'Multiply two numbers.',
    effect: 'read',
    parameters: z.object({ a: quantity.describe('First factor.'), b: quantity.describe('Second factor.') }),
    returns,
    phrases: phrases.multiply,
    candidates: (context) => neat(withCount(context), ({ a, b }) => Number(a) * Number(b)),
    run: ({ state: { notation }, args: { a, b } }) => resultOf(onNumbers(a, b, times), notation),
  }),
  divide: tool({
    description: 'Divide one number by another.',
    effect: 'read',
    parameters: z.object({ a: quantity.describe('Number to divide.'), b: quantity.describe('Divisor; not zero.') }),
    returns,
    phrases: phrases.divide,
    candidates: withCount,
    run({ state: { notation }, args: { a, b } }) {
      if (isZero(numberIn(b))) throw refused('Cannot divide by zero', 'division-by-zero')
      return resultOf(onNumbers(a, b, over), notation)
    },
  }),
  percentage: tool({
    description: 'Work out what percentage one number is of another.',
    effect: 'read',
    parameters: z.object({
      part: quantity.describe('The share.'),
      whole: quantity.describe('What it is a share of; not zero.'),
    }),
    returns,
    phrases: phrases.percentage,
    candidates: (context) => pairs(context, 'whole', 'part'),
    run({ state: { notation }, args: { part, whole } }) {
      if (isZero(numberIn(whole))) throw refused('Whole value cannot be zero', 'division-by-zero')
      return resultOf(
        onNumbers(part, whole, (x, y) => times(over(x, y), float(100))),
        notation,
      )
    },
  }),
  power: tool({
    description: 'Raise a number to a power.',
    effect: 'read',
    parameters: z.object({ base: figure.describe('Number to raise.'), exponent: z.number().describe('The power.') }),
    returns,
    phrases: phrases.power,
    candidates: powers,
    run: ({ state: { notation }, args: { base, exponent } }) => resultOf(onNumbers(base, exponent, power), notation),
  }),
  absolute_value: tool({
    description: 'Give the size of a number without its sign.',
    effect: 'read',
    parameters: z.object({ number: figure.describe('Number whose sign is dropped.') }),
    returns,
    phrases: phrases.absolute_value,
    candidates: losses,
    run({ state: { notation }, args: { number } }) {
      const value = numberIn(number)
      if (value === undefined) throw refused('Input must be a number')
      return resultOf(absolute(value), notation)
    },
  }),
}
