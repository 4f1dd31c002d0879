import { ToolError } from '../../core/errors.js'
import type { Json, JsonObject } from '../../core/json.js'
import { isNumeric, type Numeric } from '../../core/number.js'
import type { State } from './state.js'

/** The error a tool answers with: a text under `error`, some tools put a status flag before it. */
export function refusal(code: string, error: string, status: JsonObject = {}): ToolError {
  return new ToolError(code, { ...status, error })
}

/** The error that ends a call: what the caller sees is the text of an exception. */
export function failure(code: string, text: string): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

/** A record's field; published records may lack it. */
export function field(record: JsonObject, name: string): Json {
  const value = record[name]
  if (value === undefined) throw failure('missing-field', `'${name}'`)
  return value
}

/** Refuses a token that has expired or is not the one in force. */
export function checkToken(from: State, token: Json, status: JsonObject = {}): void {
  if (from.token_expires_in === 0) throw refusal('not-authenticated', 'Token expired', status)
  if (token !== from.access_token) throw refusal('not-authenticated', 'Invalid access token', status)
}

/** A record's field that holds an amount of money. */
export function amountIn(record: JsonObject, name: string): Numeric {
  const value = field(record, name)
  if (!isNumeric(value)) throw failure('invalid-value', `'${name}' holds no number`)
  return value
}
