import type { Json } from '../core/json.js'
import { float } from '../core/number.js'

/** A float as a tagged value; what JSON cannot hold is `{ $float: 'nan' | 'inf' | '-inf' }`. */
export function floatValue(value: number): Json {
  if (Number.isFinite(value)) return float(value)
  return { $float: Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf' }
}

/** An int of any size as a tagged value: bare where a double holds it exactly. */
export function intValue(value: bigint): Json {
  const near = Number(value)
  return Number.isSafeInteger(near) ? near : { $int: value.toString() }
}

/** Python's `repr` of a finite float: shortest digits, `.0` on integral values, exponent below 1e-4 and from 1e16 (SEMANTICS section 1.3). */
export function formatFloat(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e')
    return `${digits}e${exponent.length === 2 ? `${exponent[0]}0${exponent[1]}` : exponent}`
  }
  if (!Number.isInteger(value)) return String(value)
  return `${Object.is(value, -0) ? '-0' : value}.0`
}

/** Python prints ints of up to 4,300 digits and refuses longer ones (SEMANTICS section 1.4). */
export class DigitLimitError extends Error {
  override readonly name = 'DigitLimitError'
  constructor() {
    super(
      'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    )
  }
}

/** The decimal digits of a big int, as Python's `str` prints them. */
export function formatBigInt(digits: string): string {
  if (digits.length - (digits.startsWith('-') ? 1 : 0) > 4300) throw new DigitLimitError()
  return digits
}
