import { isArray, isObject, type Json } from '../../core/json.js'
import { isFloat, isNumeric, type Numeric, toNumber } from '../../core/number.js'
import { formatRepr } from '../../text/python.js'
import { intValue } from '../../text/python-number.js'
import { tooLarge, tooManyDigits } from './failure.js'

/** The number a value is to Python's arithmetic: truth values count as 1 and 0. Undefined for everything else. */
export function numberIn(value: Json | undefined): Numeric | undefined {
  if (isNumeric(value)) return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (!isObject(value) || typeof value['$float'] !== 'string') return undefined
  return value['$float'] === 'nan' ? NaN : value['$float'] === 'inf' ? Infinity : -Infinity
}

export function isInt(value: Numeric): boolean {
  return !isFloat(value)
}

export function bigintOf(value: Numeric): bigint {
  return typeof value === 'object' && '$int' in value ? BigInt(value.$int) : BigInt(toNumber(value))
}

/** An int of any size that Python would still print. */
export function intOf(value: bigint): Numeric {
  const int = intValue(value) as Numeric
  if (typeof int === 'object' && '$int' in int && int.$int.replace('-', '').length > 4300) throw tooManyDigits()
  return int
}

/** The double of a number; an int beyond the doubles cannot become one. */
export function doubleOf(value: Numeric): number {
  const double = toNumber(value)
  if (isInt(value) && !Number.isFinite(double)) throw tooLarge('int too large to convert to float')
  return double
}

/** A key whose JavaScript comparison is exact, ints and floats mixed. */
export function orderKey(value: Numeric): number | bigint {
  return typeof value === 'object' && '$int' in value ? BigInt(value.$int) : toNumber(value)
}

export function isZero(value: Numeric | undefined): boolean {
  return value !== undefined && toNumber(value) === 0
}

/** Does Python count the value as false: nothing, zero, an empty text or collection? */
export function isFalsy(value: Json): boolean {
  if (value === null || value === '') return true
  const number = numberIn(value)
  if (number !== undefined) return isZero(number)
  return isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0
}

/** Python's `str` of a value, as it stands inside an error text. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : formatRepr(value))
