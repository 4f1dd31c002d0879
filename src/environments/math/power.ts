import { Decimal } from 'decimal.js'
import type { Json } from '../../core/json.js'
import { float, type Numeric, toNumber } from '../../core/number.js'
import { floatValue } from '../../text/python-number.js'
import { bitLength, exactDecimal, exactParts, nearestDouble, wholePower, wholeRoot } from './double.js'
import { magnitude } from './arithmetic.js'
import { raised, tooLarge, tooManyDigits } from './failure.js'
import { bigintOf, doubleOf, intOf, isInt, isZero } from './quantity.js'

/** Longest int, in bits, that is worked out: far above the 4300 digits that Python prints. */
const LONGEST = 40_000

/**
 * Python's `base ** exponent` (SEMANTICS section 6): exact for ints, else the correctly rounded double. Never `Math.pow`,
 * whose last digit differs between engines. A negative base with a fractional exponent gives a complex number.
 */
export function power(base: Numeric, exponent: Numeric): Json {
  if (isInt(base) && isInt(exponent) && toNumber(exponent) >= 0) return intPower(bigintOf(base), toNumber(exponent))
  const [x, y] = [doubleOf(base), doubleOf(exponent)]
  if (y === 0 || x === 1) return float(1)
  if (!Number.isFinite(x) || !Number.isFinite(y)) return floatValue(nonFinitePower(x, y))
  if (isZero(base) && y < 0) throw raised('0.0 cannot be raised to a negative power', 'division-by-zero')
  if (x < 0 && !Number.isInteger(y)) return complexPower(-x, y)
  const odd = Number.isInteger(y) && Math.abs(y % 2) === 1
  const negative = odd && (x < 0 || Object.is(x, -0))
  const size = x === 0 ? 0 : positivePower(Math.abs(x), y)
  if (size === Infinity) throw tooLarge()
  return float(negative ? -size : size)
}

function intPower(base: bigint, exponent: number): Numeric {
  if (magnitude(base) > 1n && bitLength(base) * exponent > LONGEST) {
    throw tooManyDigits()
  }
  if (magnitude(base) <= 1n) return intOf(base < 0n && exponent % 2 === 0 ? 1n : exponent === 0 ? 1n : base)
  return intOf(wholePower(base, exponent))
}

function nonFinitePower(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  const size = Math.abs(x)
  if (!Number.isFinite(y)) return size === 1 ? 1 : size > 1 === y > 0 ? Infinity : 0
  const grown = y > 0 ? Infinity : 0
  return x < 0 && Math.abs(y % 2) === 1 ? -grown : grown
}

/** The double nearest to `x^y` for finite x > 0. Only whole powers of exact roots can be exact or lie between two doubles. */
function positivePower(x: number, y: number): number {
  const estimate = y * Math.log2(x)
  if (estimate > 1100) return Infinity
  if (estimate < -1200) return 0
  let { mantissa, exponent } = exactParts(x)
  let times = y
  while (!Number.isInteger(times)) {
    const root = wholeRoot(mantissa)
    if (root * root !== mantissa || exponent % 2 !== 0) break
    mantissa = root
    exponent /= 2
    times *= 2
  }
  const exact = Number.isInteger(times) && (mantissa === 1n || bitLength(mantissa) * Math.abs(times) <= LONGEST)
  return exact ? wholePowerOf(mantissa, exponent, times) : roundedPower(x, y)
}

function wholePowerOf(mantissa: bigint, exponent: number, times: number): number {
  const [root, twos] = [wholePower(mantissa, mantissa === 1n ? 0 : Math.abs(times)), exponent * times]
  const [above, below] = [1n << BigInt(Math.max(twos, 0)), 1n << BigInt(Math.max(-twos, 0))]
  return times >= 0 ? nearestDouble(root * above, below) : nearestDouble(above, root * below)
}

const precise = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN, defaults: true })

function roundedPower(x: number, y: number): number {
  const { mantissa, exponent } = exactParts(x)
  const twos = new precise(exponent).times(precise.ln(2))
  return Number(precise.exp(precise.ln(mantissa.toString()).plus(twos).times(exactDecimal(y))).toString())
}

/** `(-size)^y` as Python's complex power works it out: length and angle in doubles. */
function complexPower(size: number, y: number): Json {
  const length = positivePower(size, y)
  const angle = exactDecimal(Math.PI * y)
  const [real, imaginary] = [
    length * Number(precise.cos(angle).toString()),
    length * Number(precise.sin(angle).toString()),
  ]
  if (!Number.isFinite(real) || !Number.isFinite(imaginary)) throw tooLarge('complex exponentiation')
  return { $complex: [float(real), float(imaginary)] }
}
