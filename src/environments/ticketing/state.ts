import * as z from 'zod'
import type { Json } from '../../core/json.js'

const json: z.ZodType<Json> = z.json()
const ticket = z.record(z.string(), json)

/** State of the help desk (`SEMANTICS.md` section 9). Tickets are open records, since published configurations vary. */
export const state = z.object({
  ticket_queue: z.array(ticket),
  ticket_counter: z.number().int(),
  current_user: z.string().nullable(),
  /** The user's own account; private, told to the assistant where it may use it. */
  account: z.object({ username: z.string(), password: z.string() }).nullable(),
})
export type State = z.infer<typeof state>
export type Ticket = State['ticket_queue'][number]

/** The tickets of whoever is signed in, or could be. */
export function ownTickets({ ticket_queue, current_user, account }: State): Ticket[] {
  const owner = current_user ?? account?.username
  return ticket_queue.filter(({ created_by }) => created_by === owner)
}
