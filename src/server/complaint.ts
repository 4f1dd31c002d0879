import type * as z from 'zod'

/** The first thing that is wrong with what was sent. */
export function complaint({ issues }: z.ZodError): string {
  const [first] = issues
  return first ? `${first.path.length > 0 ? `${first.path.join('.')}: ` : ''}${first.message}` : 'it is malformed'
}
