import { bitLength } from './double.js'
import { magnitude } from './arithmetic.js'

/** A binary float of any precision, `mantissa * 2^exponent`, or what is not one. */
export type BinaryFloat = Finite | 'nan' | '+inf' | '-inf'

export interface Finite {
  readonly mantissa: bigint
  readonly exponent: number
}

export const ZERO: Finite = { mantissa: 0n, exponent: 0 }

export class DivisionByZero extends Error {
  override readonly name = 'DivisionByZero'
}

export function isFinite(value: BinaryFloat): value is Finite {
  return typeof value === 'object'
}

/** -1, 0 or 1; 0 for what has no sign. */
function signOf(value: BinaryFloat): number {
  if (!isFinite(value)) return value === 'nan' ? 0 : value === '+inf' ? 1 : -1
  return value.mantissa === 0n ? 0 : value.mantissa > 0n ? 1 : -1
}

export function negated(value: BinaryFloat): BinaryFloat {
  if (isFinite(value)) return { ...value, mantissa: -value.mantissa }
  return value === 'nan' ? value : infinity(-signOf(value))
}

/** The exact product. */
export function product(a: BinaryFloat, b: BinaryFloat): BinaryFloat {
  if (isFinite(a) && isFinite(b)) return { mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent }
  return infinity(signOf(a) * signOf(b))
}

/** The sum, cut to so many bits. */
export function cutSum(a: BinaryFloat, b: BinaryFloat, bits: number): BinaryFloat {
  if (!isFinite(a)) return isFinite(b) || a === b ? a : 'nan'
  if (!isFinite(b)) return b
  const exponent = Math.min(a.exponent, b.exponent)
  const mantissa = (a.mantissa << BigInt(a.exponent - exponent)) + (b.mantissa << BigInt(b.exponent - exponent))
  const drop = Math.max(0, bitLength(mantissa) - bits)
  const kept = magnitude(mantissa) >> BigInt(drop)
  return { mantissa: mantissa < 0n ? -kept : kept, exponent: exponent + drop }
}

/** The quotient to the nearest of so many bits, ties to even. */
export function quotient(a: BinaryFloat, b: BinaryFloat, bits: number): BinaryFloat {
  if (signOf(b) === 0 && b !== 'nan') throw new DivisionByZero()
  if (!isFinite(a)) return isFinite(b) ? infinity(signOf(a) * signOf(b)) : 'nan'
  if (!isFinite(b)) return b === 'nan' ? b : ZERO
  const [dividend, divisor] = [magnitude(a.mantissa), magnitude(b.mantissa)]
  if (dividend === 0n) return ZERO
  const shift = Math.max(0, bits + 4 + bitLength(divisor) - bitLength(dividend))
  const shifted = dividend << BigInt(shift)
  // A last bit that stands for the remainder keeps an inexact quotient from looking like a tie.
  const sticky = ((shifted / divisor) << 1n) | (shifted % divisor === 0n ? 0n : 1n)
  const size = roundedTo({ mantissa: sticky, exponent: a.exponent - b.exponent - shift - 1 }, bits)
  return signOf(a) === signOf(b) ? size : negated(size)
}

/** To the nearest of so many bits, ties to even. */
export function roundedTo({ mantissa, exponent }: Finite, bits: number): Finite {
  const drop = bitLength(mantissa) - bits
  if (drop <= 0) return { mantissa, exponent }
  const size = magnitude(mantissa)
  const kept = size >> BigInt(drop)
  const twice = (size - (kept << BigInt(drop))) * 2n
  const unit = 1n << BigInt(drop)
  const rounded = twice > unit || (twice === unit && (kept & 1n) === 1n) ? kept + 1n : kept
  return { mantissa: mantissa < 0n ? -rounded : rounded, exponent: exponent + drop }
}

function infinity(sign: number): BinaryFloat {
  return sign === 0 ? 'nan' : sign > 0 ? '+inf' : '-inf'
}
