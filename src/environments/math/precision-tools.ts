import * as z from 'zod'
import type { Json } from '../../core/json.js'
import { isNumeric, type Numeric, toNumber } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { DivisionByZero } from './binary-float.js'
import { logarithms, longDecimals, roots } from './candidates.js'
import { squareRootText } from './decimal-root.js'
import { raised, refused, tooLarge } from './failure.js'
import { bitsFor, logarithm } from './logarithm.js'
import { phrases } from './phrases.js'
import { isInt, numberIn, orderKey, textOf } from './quantity.js'
import { decimalResult, logarithmResult, resultOf } from './result.js'
import { roundTo, roundToInt } from './rounding.js'
import type { State } from './state.js'

const tool = defineTool<State>()
const figure = entity('figure', z.number())
const returns = z.object({ result: figure })

/** Digits beyond which the calculator gives up: decimal.js knows its constants to about this many. */
const MOST_DIGITS = 1000

const digits = z.number().int().min(1).max(50)

function rootDigits(precision: Json): number {
  const value = numberIn(precision)
  if (value === undefined || !isInt(value))
    throw refused('Input must be a number or computation resulted in an invalid operation')
  if (orderKey(value) < 1) throw raised('valid range for prec is [1, MAX_PREC]')
  if (toNumber(value) > MOST_DIGITS) throw tooLarge('')
  return toNumber(value)
}

function logarithmDigits(precision: Json): number {
  const value = isNumeric(precision) || typeof precision === 'boolean' ? numberIn(precision) : undefined
  if (value === undefined) throw refused(`invalid literal for int() with base 10: ${textOf([precision]).slice(1, -1)}`)
  if (toNumber(value) > MOST_DIGITS) throw refused('', 'out-of-range')
  return Math.trunc(toNumber(value))
}

function operand(value: Json): Numeric {
  const number = numberIn(value)
  if (number === undefined) throw refused(`cannot create mpf from ${textOf([value]).slice(1, -1)}`)
  return number
}

const NOT_ROUNDABLE = 'First input must be a number, second input must be an integer'

/** Results to a wanted precision (SEMANTICS section 6). */
export const precisionTools = {
  logarithm: tool({
    description: 'Take the logarithm of a number to a base.',
    effect: 'read',
    parameters: z.object({
      value: figure.describe('Number whose logarithm is taken; positive.'),
      base: z.number().describe('Base; positive, not 1.'),
      precision: digits.describe('Digits to work with.'),
    }),
    returns,
    phrases: phrases.logarithm,
    candidates: logarithms,
    run({ state: { notation }, args: { value, base, precision } }) {
      const bits = bitsFor(logarithmDigits(precision))
      try {
        return logarithmResult(logarithm(operand(value), operand(base), bits), bits, notation)
      } catch (thrown) {
        if (thrown instanceof DivisionByZero) throw refused('', 'division-by-zero')
        throw thrown
      }
    },
  }),
  square_root: tool({
    description: 'Take the square root of a number.',
    effect: 'read',
    parameters: z.object({
      number: figure.describe('Number whose root is taken; not negative.'),
      precision: digits.describe('Significant digits of the result.'),
    }),
    returns,
    phrases: phrases.square_root,
    candidates: roots,
    run({ state: { notation }, args: { number, precision } }) {
      const value = numberIn(number)
      if (value === undefined) throw refused('Input must be a number or computation resulted in an invalid operation')
      if (orderKey(value) < 0) throw refused('Cannot calculate square root of a negative number')
      return decimalResult(squareRootText(value, rootDigits(precision)), notation)
    },
  }),
  round_number: tool({
    description: 'Round a number to some decimal places; a half goes to the even neighbour.',
    effect: 'read',
    parameters: z.object({
      number: entity('quantity', z.number()).describe('Number to round.'),
      decimal_places: z
        .number()
        .int()
        .default(0)
        .describe('Places to keep after the point; negative ones round to tens, hundreds ...'),
    }),
    returns,
    phrases: phrases.round_number,
    candidates: longDecimals,
    run({ state: { notation }, args: { number, decimal_places } }) {
      const [value, places] = [numberIn(number), numberIn(decimal_places)]
      if (value === undefined) throw refused(NOT_ROUNDABLE)
      if (decimal_places === (null as Json)) return resultOf(roundToInt(value), notation)
      if (places === undefined || !isInt(places)) throw refused(NOT_ROUNDABLE)
      return resultOf(roundTo(value, toNumber(places)), notation)
    },
  }),
}
