import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { isNumeric, toNumber } from '../../core/number.js'
import { isObject, type Json } from '../../core/json.js'
import { defineTool, entity } from '../../environment/index.js'
import * as candidates from './candidates.js'
import { failure, field, placeOf, refusal, ticketAt, typeName } from './failures.js'
import { phrases } from './phrases.js'
import { priority, status, ticket, ticketFields, ticketId } from './schemas.js'
import type { State } from './state.js'

const tool = defineTool<State>()
const EDITABLE = ['title', 'description', 'status', 'priority']

/** Tickets from opening to closing (`SEMANTICS.md` section 9). Only opening and listing ask who is signed in. */
export const ticketTools = {
  create_ticket: tool({
    description: 'Open a ticket in the name of the account that is signed in.',
    effect: 'write',
    parameters: z.object({
      title: z.string().describe('What the ticket is about, in a few words.'),
      description: entity('text', z.string()).default('').describe('Details of the problem.'),
      priority: priority.default(1).describe('From 1, the lowest, to 5.'),
    }),
    returns: z.object(ticketFields),
    requires: ['signed-in'],
    candidates: candidates.newTickets,
    phrases: phrases.create_ticket,
    run({ state, draft, args }) {
      if (!state.current_user)
        throw refusal('not-authenticated', 'User not authenticated. Please log in to create a ticket.')
      checkPriority(args.priority)
      const { title, description, priority: urgency } = args
      const opened = {
        id: state.ticket_counter,
        title,
        description,
        status: 'Open',
        priority: urgency,
        created_by: state.current_user,
      }
      draft().ticket_queue.push(opened)
      draft().ticket_counter += 1
      return opened
    },
  }),

  get_ticket: tool({
    description: 'Show a ticket.',
    effect: 'read',
    parameters: z.object({ ticket_id: ticketId.describe('Id of the ticket.') }),
    returns: ticket,
    candidates: candidates.tickets,
    phrases: phrases.get_ticket,
    run: ({ state, args }) => ticketAt(state, placeOf(state, args.ticket_id)),
  }),

  close_ticket: tool({
    description: 'Close a ticket.',
    effect: 'write',
    ends: 'ticket_id',
    parameters: z.object({ ticket_id: ticketId.describe('Id of the ticket.') }),
    returns: z.object({ status: z.string() }),
    candidates: candidates.closable,
    phrases: phrases.close_ticket,
    run({ state, draft, args: { ticket_id } }) {
      const place = placeOf(state, ticket_id)
      if (field(ticketAt(state, place), 'status') === 'Closed') {
        throw refusal('no-change', `Ticket with ID ${ticket_id} is already closed.`)
      }
      ticketAt(draft(), place)['status'] = 'Closed'
      return { status: `Ticket ${ticket_id} has been closed successfully.` }
    },
  }),

  resolve_ticket: tool({
    description: 'Mark a ticket as resolved and record how.',
    effect: 'write',
    ends: 'ticket_id',
    parameters: z.object({
      ticket_id: ticketId.describe('Id of the ticket.'),
      resolution: z.string().describe('What solved the problem.'),
    }),
    returns: z.object({ status: z.string() }),
    candidates: candidates.resolutions,
    phrases: phrases.resolve_ticket,
    run({ state, draft, args: { ticket_id, resolution } }) {
      const place = placeOf(state, ticket_id)
      if (field(ticketAt(state, place), 'status') === 'Resolved') {
        throw refusal('no-change', `Ticket with ID ${ticket_id} is already resolved.`)
      }
      Object.assign(ticketAt(draft(), place), { status: 'Resolved', resolution })
      return { status: `Ticket ${ticket_id} has been resolved successfully.` }
    },
  }),

  edit_ticket: tool({
    description: 'Change the title, description, status or priority of a ticket.',
    effect: 'write',
    parameters: z.object({
      ticket_id: ticketId.describe('Id of the ticket.'),
      updates: z
        .object({
          title: z.string().nullable().optional(),
          description: z.string().nullable().optional(),
          status: status.nullable().optional(),
          priority: priority.nullable().optional().describe('From 1, the lowest, to 5.'),
        })
        .describe('The new values of what changes.'),
    }),
    returns: z.object({ status: z.string() }),
    candidates: candidates.edits,
    phrases: phrases.edit_ticket,
    run({ state, draft, args: { ticket_id, updates } }) {
      const place = placeOf(state, ticket_id)
      const changes = changesOf(updates as Json)
      if (changes.length > 0) Object.assign(ticketAt(draft(), place), Object.fromEntries(changes))
      return { status: `Ticket ${ticket_id} has been updated successfully.` }
    },
  }),

  get_user_tickets: tool({
    description: 'List the tickets of the account that is signed in, all or those with a given status.',
    effect: 'read',
    parameters: z.object({ status: status.nullable().default(null).describe('Only tickets with this status.') }),
    returns: z.array(ticket),
    requires: ['signed-in'],
    candidates: candidates.listings,
    phrases: phrases.get_user_tickets,
    run({ state, args: { status: wanted } }) {
      if (!state.current_user) {
        throw new ToolError('not-authenticated', [{ error: 'User not authenticated. Please log in to view tickets.' }])
      }
      const own = state.ticket_queue.filter((each) => field(each, 'created_by') === state.current_user)
      if (!wanted) return own
      return own.filter((each) => lower(field(each, 'status')) === lower(wanted))
    },
  }),
}

function checkPriority(value: Json): void {
  const number = typeof value === 'boolean' ? Number(value) : value
  if (!isNumeric(number))
    throw failure('invalid-value', `'<' not supported between instances of '${typeName(value)}' and 'int'`)
  if (toNumber(number) < 1 || toNumber(number) > 5) {
    throw refusal('invalid-value', 'Invalid priority. Priority must be between 1 and 5.')
  }
}

function changesOf(updates: Json): [string, Json][] {
  if (!isObject(updates)) throw failure('invalid-value', `'${typeName(updates)}' object has no attribute 'keys'`)
  const unknown = Object.keys(updates).filter((name) => !EDITABLE.includes(name))
  if (unknown.length > 0) throw refusal('invalid-value', `Invalid fields for update: ${unknown.join(', ')}`)
  return Object.entries(updates).filter(([, value]) => value !== null)
}

function lower(text: Json): string {
  if (typeof text !== 'string') throw failure('invalid-value', `'${typeName(text)}' object has no attribute 'lower'`)
  return text.toLowerCase()
}
