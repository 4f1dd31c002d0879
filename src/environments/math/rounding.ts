import { float, type Numeric, toNumber } from '../../core/number.js'
import { exactParts, roundedQuotient, wholePower } from './double.js'
import { raised, tooLarge } from './failure.js'
import { bigintOf, intOf, isInt } from './quantity.js'
import { magnitude } from './arithmetic.js'

/** Python's `round(number, places)`: from the exact binary value, ties to even; the kind of number stays (SEMANTICS section 1.4). */
export function roundTo(value: Numeric, places: number): Numeric {
  if (isInt(value)) return places >= 0 ? value : roundInt(bigintOf(value), -places)
  const double = toNumber(value)
  if (!Number.isFinite(double) || double === 0 || places > 323) return float(double)
  if (places < -308) return float(double < 0 ? -0 : 0)
  const rounded = roundDouble(Math.abs(double), places)
  if (rounded === Infinity) throw tooLarge('rounded value too large to represent')
  return float(double < 0 ? -rounded : rounded)
}

/** Python's `round(number)`: always an int. */
export function roundToInt(value: Numeric): Numeric {
  if (isInt(value)) return value
  const double = toNumber(value)
  if (Number.isNaN(double)) throw raised('cannot convert float NaN to integer')
  if (!Number.isFinite(double)) throw tooLarge('cannot convert float infinity to integer')
  const rounded = toNumber(roundTo(value, 0))
  return intOf(BigInt(rounded))
}

function roundInt(value: bigint, zeros: number): Numeric {
  const unit = wholePower(10n, Math.min(zeros, 5000))
  const rounded = roundedQuotient(magnitude(value), unit) * unit
  return intOf(value < 0n ? -rounded : rounded)
}

/** A positive double at a decimal place, through its exact expansion. */
function roundDouble(value: number, places: number): number {
  const { mantissa, exponent } = exactParts(value)
  const numerator = (mantissa << BigInt(Math.max(exponent, 0))) * wholePower(10n, Math.max(places, 0))
  const denominator = (1n << BigInt(Math.max(-exponent, 0))) * wholePower(10n, Math.max(-places, 0))
  return Number(`${roundedQuotient(numerator, denominator)}e${-places}`)
}
