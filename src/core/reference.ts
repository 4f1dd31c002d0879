import { type Json, sameJson } from './json.js'
import type { Pointer } from './pointer.js'

/** How a described field is compared with what the user said; `contains` and `ends-with` ignore case. */
export type Match = 'equals' | 'ends-with' | 'contains'

/** Which of several earlier things: what was found out last, or a place on the newest list (1 is the first, -1 the last). */
export type Which = 'newest' | number

/**
 * How a user points at an argument's value.
 *
 * - `value`: says the value itself ("priority 4").
 * - `field`: describes the thing by something tools show or accept ("the card ending in 4471", "the airport of Oslo").
 * - `earlier`: points back at the one thing of that kind the conversation is about ("it", "that booking"); with `which`
 *   at one of several ("that last result", "the second one on that list").
 */
export type Reference =
  | { readonly by: 'value'; readonly value: Json }
  | { readonly by: 'field'; readonly field: string; readonly match: Match; readonly value: Json }
  | { readonly by: 'earlier'; readonly which?: Which }

/** One thing a user wants done or told, in the user's terms: the goal tool, and how each of its arguments was said. */
export interface Request {
  readonly tool: string
  readonly arguments: { readonly [parameter: string]: Reference }
  /** It is wanted only if this holds; only the last wish of a message hangs on something. */
  readonly only?: Condition
}

/** What a wish hangs on: a leaf of what an earlier wish of the same message finds out. */
export interface Condition {
  /** That wish, by its place in the message. */
  readonly of: number
  readonly at: Pointer
  readonly test: 'above' | 'below' | 'is'
  readonly limit: Json
}

/** Does a condition hold for what the leaf turns out to be? */
export function holds({ test, limit }: Pick<Condition, 'test' | 'limit'>, leaf: Json | undefined): boolean {
  if (test === 'is') return sameJson(leaf, limit)
  if (typeof leaf !== 'number' || typeof limit !== 'number') return false
  return test === 'above' ? leaf > limit : leaf < limit
}

/** Does a field's actual value fit the description? */
export function fits(actual: Json | undefined, match: Match, said: Json): boolean {
  if (match === 'equals') return actual === said
  if (typeof actual !== 'string' || typeof said !== 'string') return false
  const [whole, part] = [actual.toLowerCase(), said.toLowerCase()]
  return match === 'ends-with' ? whole.endsWith(part) : whole.includes(part)
}
