import * as z from 'zod'
import { isObject, type Json } from '../../core/json.js'
import { mapping } from '../../core/number.js'

const json = z.json() as z.ZodType<Json>

/** One entry of the inbox: receiver and text; published configurations hold other contents and further pairs too. */
const entry = z.array(z.tuple([z.string(), json]))

/** State of the workspace messenger (SEMANTICS section 7). Mappings are kept as pairs, in order. */
export const state = z.object({
  generated_ids: z.array(z.number().int()),
  user_count: z.number().int(),
  user_map: z.array(z.tuple([z.string(), z.string()])),
  inbox: z.array(entry),
  message_count: z.number().int(),
  current_user: z.string().nullable(),
  /** The user's own id; private, told to the assistant where nobody is signed in. */
  account: z.string().nullable(),
  generator: z.object({ seed: z.number().int(), drawn: z.number().int().min(0) }),
})

export type State = z.infer<typeof state>
export type Entry = State['inbox'][number]

/** The public attributes, as the benchmark compares them. */
export function observe({ generated_ids, user_count, user_map, inbox, message_count, current_user }: State): Json {
  return {
    generated_ids: { $set: generated_ids.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)) },
    user_count,
    user_map: mapping(user_map),
    inbox: inbox.map(mapping),
    message_count,
    current_user,
  }
}

export function idOf(from: State, name: string): string | undefined {
  return from.user_map.find(([other]) => other === name)?.[1]
}

export function isUser(from: State, id: string): boolean {
  return from.user_map.some(([, other]) => other === id)
}

/** Inbox entries of the old notation, one object each, as pairs. */
export function pairsOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : []
}
