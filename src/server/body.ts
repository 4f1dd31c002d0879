import type { Context } from 'hono'
import type * as z from 'zod'
import { complaint } from './complaint.js'
import { RequestRefusal } from './refusal.js'

/** The body of a request; one that does not fit is refused. A request without one is one with an empty object. */
export async function jsonOf<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  const text = await c.req.text()
  const read = schema.safeParse(parse(text))
  if (!read.success) throw new RequestRefusal('invalid', `The body does not fit: ${complaint(read.error)}.`)
  return read.data
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new RequestRefusal('invalid', 'The body is no JSON.')
  }
}
