import { type Numeric, toNumber } from '../../core/number.js'
import { magnitude } from './arithmetic.js'
import { type BinaryFloat, cutSum, negated, product, quotient, roundedTo, ZERO } from './binary-float.js'
import { exactParts } from './double.js'
import { scaledLogarithm, scaledPi } from './natural-logarithm.js'
import { bigintOf, isInt } from './quantity.js'

/** A logarithm: real, or with an imaginary part where the value or the base is negative. */
export interface Logarithm {
  readonly real: BinaryFloat
  readonly imaginary?: BinaryFloat
}

/** How many bits mpmath works with for so many decimal digits. */
export function bitsFor(digits: number): number {
  return Math.max(1, Math.round((digits + 1) * 3.3219280948873626))
}

/** `ln(value) / ln(base)`, both logarithms and the quotient correctly rounded to so many bits (SEMANTICS section 6). */
export function logarithm(value: Numeric, base: Numeric, bits: number): Logarithm {
  return divide(naturalLogarithm(value, bits), naturalLogarithm(base, bits), bits)
}

function naturalLogarithm(value: Numeric, bits: number): Logarithm {
  const double = toNumber(value)
  if (Number.isNaN(double)) return { real: 'nan' }
  if (double === 0) return { real: '-inf' }
  const size = isInt(value)
    ? { mantissa: magnitude(bigintOf(value)), exponent: 0 }
    : Number.isFinite(double)
      ? exactParts(Math.abs(double))
      : undefined
  const real = size === undefined ? '+inf' : nearest(scaledLogarithm(size.mantissa, size.exponent, bits + SPARE), bits)
  return double > 0 ? { real } : { real, imaginary: nearest(scaledPi(bits + SPARE), bits) }
}

/** Bits beyond those asked for: enough for the cancellation near 1 and to decide every rounding. */
const SPARE = 140

function nearest(scaled: bigint, bits: number): BinaryFloat {
  return scaled === 0n ? ZERO : roundedTo({ mantissa: scaled, exponent: -(bits + SPARE) }, bits)
}

function divide(a: Logarithm, b: Logarithm, bits: number): Logarithm {
  if (b.imaginary === undefined) {
    const real = quotient(a.real, b.real, bits)
    return a.imaginary === undefined ? { real } : { real, imaginary: quotient(a.imaginary, b.real, bits) }
  }
  const squares = cutSum(product(b.real, b.real), product(b.imaginary, b.imaginary), bits + 10)
  if (a.imaginary === undefined) {
    return {
      real: quotient(product(b.real, a.real), squares, bits),
      imaginary: quotient(negated(product(b.imaginary, a.real)), squares, bits),
    }
  }
  const along = cutSum(product(a.real, b.real), product(a.imaginary, b.imaginary), bits + 10)
  const across = cutSum(product(a.imaginary, b.real), negated(product(a.real, b.imaginary)), bits + 10)
  return { real: quotient(along, squares, bits), imaginary: quotient(across, squares, bits) }
}
