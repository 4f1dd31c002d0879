import { Decimal } from 'decimal.js'
import { type Numeric, toNumber } from '../../core/number.js'
import { magnitude } from './arithmetic.js'
import { type BinaryFloat, cutSum, negated, product, quotient, roundedTo, ZERO } from './binary-float.js'
import { exactDecimal } from './double.js'
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
  const exact = context(bits)
  const size = isInt(value)
    ? magnitude(bigintOf(value)).toString()
    : Number.isFinite(double)
      ? exactDecimal(Math.abs(double))
      : undefined
  const real = size === undefined ? '+inf' : nearest(exact.ln(size), bits)
  return double > 0 ? { real } : { real, imaginary: nearest(exact.acos(-1), bits) }
}

/** Decimal arithmetic with ample spare digits for so many bits. */
function context(bits: number): typeof Decimal {
  return Decimal.clone({ precision: Math.ceil(bits * 0.302) + 40, defaults: true })
}

function nearest(value: Decimal, bits: number): BinaryFloat {
  if (value.isZero()) return ZERO
  const shift = bits + 64 - Math.floor(value.e * 3.33)
  const scaled = value.times(new (value.constructor as typeof Decimal)(2).pow(shift))
  return roundedTo({ mantissa: BigInt(scaled.toFixed(0)), exponent: -shift }, bits)
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
