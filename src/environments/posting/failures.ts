import { ToolError } from '../../core/errors.js'
import { isArray, isObject, type Json } from '../../core/json.js'
import { isFloat, isNumeric } from '../../core/number.js'
import { formatRepr } from '../../text/python.js'
import { type State, type Tweet, tweetAt } from './state.js'

/** An exception that ends the call. */
export function raised(code: string, text: string): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

/** Refuses where nobody is signed in; `doing` says what for, as the text has it. */
export function requireSession({ authenticated }: State, doing: string): void {
  if (!authenticated)
    throw new ToolError('not-authenticated', { error: `User not authenticated. Please authenticate before ${doing}.` })
}

/** The tweet of an id, or the refusal that there is none. */
export function requireTweet(from: State, id: Json): Tweet {
  const found = tweetAt(from, id)
  if (!found)
    throw new ToolError('not-found', {
      error: `Tweet with ID ${typeof id === 'string' ? id : formatRepr(id)} not found.`,
    })
  return found
}

/** A text in lower case; other values have no such thing, and say so as Python does. */
export function lowered(value: Json): string {
  if (typeof value === 'string') return value.toLowerCase()
  throw raised('not-text', `'${typeName(value)}' object has no attribute 'lower'`)
}

/** The items of a list, the characters of a text: what Python iterates over. */
export function itemsOf(value: Json): readonly Json[] {
  if (isArray(value)) return value
  if (typeof value === 'string') return Array.from(value)
  throw raised('not-iterable', `'${typeName(value)}' object is not iterable`)
}

function typeName(value: Json): string {
  if (value === null) return 'NoneType'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (isNumeric(value)) return isFloat(value) ? 'float' : 'int'
  return isObject(value) ? 'dict' : 'list'
}
