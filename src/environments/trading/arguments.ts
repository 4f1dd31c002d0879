import { ToolError } from '../../core/errors.js'
import { isArray, type Json } from '../../core/json.js'
import { float, isFloat, isNumeric, type Numeric, toNumber } from '../../core/number.js'
import { formatRepr } from '../../text/python.js'

/** A refusal the caller sees as `{"error": text}`. */
export function refused(code: string, text: string): ToolError {
  return new ToolError(code, { error: text })
}

/** A failure the caller sees as the text of a Python exception. */
export function raised(code: string, text: string): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

/** A number argument (`true` counts as 1) that is compared by an operator with a number; anything else fails as in Python. */
export function numericOf(value: Json, operator: '<=' | '>='): Numeric {
  if (typeof value === 'boolean') return Number(value)
  if (isNumeric(value)) return value
  throw raised('invalid-value', `'${operator}' not supported between instances of '${pythonType(value)}' and 'int'`)
}

/** The same as a double. */
export function comparable(value: Json, operator: '<=' | '>='): number {
  return toNumber(numericOf(value, operator))
}

/** Sum and difference as Python has them: ints only of two ints. */
export function plus(a: Numeric, b: Numeric, sign: 1 | -1 = 1): Numeric {
  const sum = toNumber(a) + sign * toNumber(b)
  return isFloat(a) || isFloat(b) ? float(sum) : sum
}

/** What a Python loop over the value meets. */
export function itemsOf(value: Json): readonly Json[] {
  if (isArray(value)) return value
  if (typeof value === 'string') return [...value]
  throw raised('invalid-value', `'${pythonType(value)}' object is not iterable`)
}

/** The value inside a Python text. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : formatRepr(value)
}

/** Python's `${value:.2f}`: correctly rounded from the exact value, ties to even. */
export function dollars(value: number): string {
  if (Math.abs(value) >= 1e21) return `$${BigInt(value)}.00`
  const isTie = Number.isInteger(value * 8) && !Number.isInteger(value * 4)
  if (!isTie) return `$${value.toFixed(2)}`
  const cents = Math.floor(value * 100)
  return `$${((cents % 2 === 0 ? cents : cents + 1) / 100).toFixed(2)}`
}

/** The name of a value's type in Python. */
export function pythonType(value: Json): string {
  if (value === null || value === undefined) return 'NoneType'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (isArray(value)) return 'list'
  if (isFloat(value)) return 'float'
  return isNumeric(value) ? 'int' : 'dict'
}
