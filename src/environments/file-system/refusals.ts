import { ToolError } from '../../core/errors.js'
import type { Json } from '../../core/json.js'
import { isFloat, isIntTag, isNumeric, type Numeric, toNumber } from '../../core/number.js'

/** A refusal the caller sees as `{"error": text}`. */
export function refused(code: string, text: string): ToolError {
  return new ToolError(code, { error: text })
}

/** A failure the caller sees as the text of a Python exception. */
export function raised(code: string, text: string): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

/** `value` as a text; anything else fails with the exception's text, in which `{type}` is the Python type. */
export function textOf(value: unknown, exception: string): string {
  if (typeof value === 'string') return value
  throw raised('invalid-value', exception.replace('{type}', pythonType(value)))
}

/** An entry's name given as an argument. */
export function nameOf(value: unknown): string {
  return textOf(value, "expected a name, not '{type}'")
}

/** A whole number of at most `most`, as Python slices need it; `true` counts as 1. A larger one may be a float. */
export function wholeNumberOf(value: unknown, most: number): number {
  if (typeof value === 'boolean') return Math.min(value ? 1 : 0, most)
  if (!isNumeric(value as Json))
    throw raised('invalid-value', `'>' not supported between instances of '${pythonType(value)}' and 'int'`)
  const number = toNumber(value as Numeric)
  if (number <= most && isFloat(value as Json))
    throw raised('invalid-value', 'slice indices must be integers or None or have an __index__ method')
  return Math.min(number, most)
}

/** Python's idea of true. */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (isNumeric(value as Json)) return toNumber(value as Numeric) !== 0
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return Boolean(value)
}

function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (Array.isArray(value)) return 'list'
  if (isFloat(value as Json)) return 'float'
  return typeof value === 'number' || isIntTag(value as Json) ? 'int' : 'dict'
}

const INVALID = /[|/\\?%*:"><]/

/** May not be part of a name that `cat`, `echo`, `mkdir` and `touch` take. */
export function hasInvalidCharacter(name: string): boolean {
  return INVALID.test(name)
}
