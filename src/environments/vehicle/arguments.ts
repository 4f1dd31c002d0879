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

/** The double of a number argument (`true` counts as 1); anything else fails with the exception's text, in which `{type}` is its type. */
export function numberOf(value: Json, exception: string): number {
  if (typeof value === 'boolean') return Number(value)
  if (isNumeric(value)) return toNumber(value)
  throw raised('invalid-value', exception.replace('{type}', pythonType(value)))
}

/** A number argument that is compared with an int by `operator`. */
export function comparable(value: Json, operator: '<' | '<='): number {
  return numberOf(
    value,
    operator === '<'
      ? "'<' not supported between instances of '{type}' and 'int'"
      : "'<=' not supported between instances of 'int' and '{type}'",
  )
}

/** Python's `float(value)`. */
export function toFloat(value: Json): Numeric {
  if (typeof value === 'string') {
    if (!/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value))
      throw raised('invalid-value', `could not convert string to float: ${formatRepr(value)}`)
    return float(Number(value))
  }
  return float(numberOf(value, "float() argument must be a string or a real number, not '{type}'"))
}

/** The sum as Python has it: int only of two ints. */
export function plus(a: Numeric, b: Json): Numeric {
  const sum = toNumber(a) + numberOf(b, "unsupported operand type(s) for +: 'float' and '{type}'")
  return isFloat(a) || isFloat(b) ? float(sum) : sum
}

/** What a Python loop over the value meets. */
export function itemsOf(value: Json): readonly Json[] {
  if (isArray(value)) return value
  if (typeof value === 'string') return [...value]
  throw raised('invalid-value', `'${pythonType(value)}' object is not iterable`)
}

/** Python's idea of true. */
export function isTruthy(value: Json): boolean {
  if (isNumeric(value)) return toNumber(value) !== 0
  if (isArray(value)) return value.length > 0
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)
}

/** The value inside a Python text. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : formatRepr(value)
}

function pythonType(value: Json): string {
  if (value === null || value === undefined) return 'NoneType'
  if (typeof value === 'string') return 'str'
  if (isArray(value)) return 'list'
  if (isFloat(value)) return 'float'
  return isNumeric(value) ? 'int' : 'dict'
}
