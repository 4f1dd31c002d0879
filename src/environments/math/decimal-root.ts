import { type Numeric, toNumber } from '../../core/number.js'
import { exactDecimal, roundedQuotient, wholePower, wholeRoot } from './double.js'
import { bigintOf, isInt } from './quantity.js'

/** A decimal as Python's `decimal` holds it: trailing zeros of the coefficient count. */
interface Decimal {
  readonly coefficient: bigint
  readonly exponent: number
}

/**
 * The text of Python's decimal square root of a number that is not negative, at so many significant digits
 * (SEMANTICS section 6): an exact root that fits keeps its ideal exponent, any other is rounded to all the digits.
 */
export function squareRootText(value: Numeric, digits: number): string {
  const double = toNumber(value)
  if (!isInt(value) && !Number.isFinite(double)) return Number.isNaN(double) ? 'NaN' : 'Infinity'
  if (double === 0) return !isInt(value) && Object.is(double, -0) ? '-0' : '0'
  return decimalText(rootOf(isInt(value) ? { coefficient: bigintOf(value), exponent: 0 } : decimalOf(double), digits))
}

function decimalOf(double: number): Decimal {
  const [coefficient = '0', exponent = '0'] = exactDecimal(double).split('e')
  const bare = Number(exponent) < 0 ? coefficient.replace(/0+$/, '') : coefficient
  return { coefficient: BigInt(bare), exponent: Number(exponent) + coefficient.length - bare.length }
}

function rootOf({ coefficient, exponent }: Decimal, digits: number): Decimal {
  const even =
    exponent % 2 === 0 ? { coefficient, exponent } : { coefficient: coefficient * 10n, exponent: exponent - 1 }
  const exact = wholeRoot(even.coefficient)
  if (exact * exact === even.coefficient && exact.toString().length <= digits) {
    return { coefficient: exact, exponent: even.exponent / 2 }
  }
  const spare = Math.max(0, digits + 2 - exact.toString().length)
  const radicand = even.coefficient * wholePower(100n, spare)
  const root = wholeRoot(radicand)
  // A last digit that stands for the rest keeps an inexact root from looking like a tie.
  const sticky = root * 10n + (root * root === radicand ? 0n : 1n)
  return rounded({ coefficient: sticky, exponent: even.exponent / 2 - spare - 1 }, digits)
}

function rounded({ coefficient, exponent }: Decimal, digits: number): Decimal {
  const drop = coefficient.toString().length - digits
  const shortened = roundedQuotient(coefficient, wholePower(10n, drop))
  const carried = shortened.toString().length > digits
  return { coefficient: carried ? shortened / 10n : shortened, exponent: exponent + drop + (carried ? 1 : 0) }
}

/** Plain notation unless digits would have to be made up or the number is tiny: `1.0E+5`, `0.0010000`. */
function decimalText({ coefficient, exponent }: Decimal): string {
  const text = coefficient.toString()
  const leading = exponent + text.length - 1
  if (exponent > 0 || leading < -6) {
    const fraction = text.length > 1 ? `.${text.slice(1)}` : ''
    return `${text[0]}${fraction}E${leading < 0 ? '-' : '+'}${Math.abs(leading)}`
  }
  if (exponent === 0) return text
  const padded = text.padStart(1 - exponent, '0')
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`
}
