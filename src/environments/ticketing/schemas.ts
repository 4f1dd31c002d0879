import * as z from 'zod'
import { entity } from '../../environment/index.js'

/** Typed parameters and result leaves that several tools of the help desk share. */
export const ticketId = entity('ticket', z.number().int())
export const account = entity('account', z.string())
export const status = entity('ticket-status', z.string())
export const priority = entity('priority', z.number().int())

export const ticketFields = {
  id: ticketId,
  title: z.string(),
  description: z.string(),
  status,
  priority,
  created_by: account,
}

export const ticket = z.object({ ...ticketFields, resolution: z.string().optional() })
