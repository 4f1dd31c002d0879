import { ToolError } from '../../core/errors.js'
import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import { isFloat, isNumeric, untag } from '../../core/number.js'
import type { State, Ticket } from './state.js'

export function refusal(code: string, error: string): ToolError {
  return new ToolError(code, { error })
}

/** The error that ends a call: what the caller sees is the text of an exception. */
export function failure(code: string, text: string): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

/** A ticket's field; published tickets may lack it. */
export function field(ticket: JsonObject, name: string): Json {
  const value = ticket[name]
  if (value === undefined) throw failure('missing-field', `'${name}'`)
  return value
}

/** Where the ticket is in the queue. The walk reads every id on its way, as the original does. */
export function placeOf(from: State, id: Json): number {
  const wanted = comparable(id)
  const index = from.ticket_queue.findIndex((ticket) => sameJson(comparable(field(ticket, 'id')), wanted))
  if (index < 0)
    throw refusal('not-found', `Ticket with ID ${typeof id === 'string' ? id : JSON.stringify(untag(id))} not found.`)
  return index
}

export function ticketAt(from: State, index: number): Ticket {
  return from.ticket_queue[index] as Ticket
}

/** Python's name of a value's type, for its error texts. */
export function typeName(value: Json): string {
  if (value === null) return 'NoneType'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'str'
  if (isNumeric(value)) return isFloat(value) ? 'float' : 'int'
  return Array.isArray(value) ? 'list' : 'dict'
}

/** Python counts true as 1. */
function comparable(value: Json): Json {
  return typeof value === 'boolean' ? Number(value) : untag(value)
}
