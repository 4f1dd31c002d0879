import { ToolError } from '../../core/errors.js'
import type { Json } from '../../core/json.js'
import { formatRepr } from '../../text/python.js'
import type { State } from './state.js'

/** A refusal the tool reports itself. */
export function refused(code: string, error: string): ToolError {
  return new ToolError(code, { error })
}

/** An exception that ends the call. */
export function raised(code: string, text: string): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

/** Who is signed in; the same refusal wherever nobody is. */
export function signedIn({ current_user }: State): string {
  if (!current_user) throw refused('not-authenticated', 'No user is currently logged in.')
  return current_user
}

/** A value as Python writes it into a text. */
export const shown = (value: Json): string => (typeof value === 'string' ? value : formatRepr(value))
