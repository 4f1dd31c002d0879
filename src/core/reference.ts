import { type Json, sameJson } from './json.js'
import type { Pointer } from './pointer.js'

/** How a described field is compared with what the user said; `contains` and `ends-with` ignore case. */
export type Match = 'equals' | 'ends-with' | 'contains'

/** The one of all such things that has the most or the least of something that a list of them shows. */
export interface Extreme {
  readonly end: 'most' | 'least'
  readonly of: string
}

/**
 * Which of several things: what was found out last, a place on the newest list (1 is the first, -1 the last), or the one at
 * an end of all there are.
 */
export type Which = 'newest' | number | Extreme

/**
 * How a user points at an argument's value.
 *
 * - `value`: says the value itself ("priority 4").
 * - `field`: describes the thing by something tools show or accept ("the card ending in 4471", "the airport of Oslo").
 * - `earlier`: points back at the one thing of that kind the conversation is about ("it", "that booking"); with `which`
 *   at one of several ("that last result", "the second one on that list", "the card with the most money on it").
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

/** The end at which a reference looks for its thing, where it does. */
export function extremeIn(reference: Reference | undefined): Extreme | undefined {
  return reference?.by === 'earlier' && typeof reference.which === 'object' ? reference.which : undefined
}

/** Those items that have the most or the least of a field: several where they have equally much, none where no item has it. */
export function atTheEnd<T>(items: readonly T[], end: Extreme['end'], fieldOf: (item: T) => Json | undefined): T[] {
  const isMore = (a: Json | undefined, b: Json | undefined): boolean =>
    (typeof a === 'number' && typeof b === 'number' && a > b) ||
    (typeof a === 'string' && typeof b === 'string' && a > b)
  const isBeyond = (a: Json | undefined, b: Json | undefined): boolean => (end === 'most' ? isMore(a, b) : isMore(b, a))
  return items.filter((item) => {
    const field = fieldOf(item)
    return (
      (typeof field === 'number' || typeof field === 'string') &&
      !items.some((other) => isBeyond(fieldOf(other), field))
    )
  })
}

/** Does a field's actual value fit the description? */
export function fits(actual: Json | undefined, match: Match, said: Json): boolean {
  if (match === 'equals') return actual === said
  if (typeof actual !== 'string' || typeof said !== 'string') return false
  const [whole, part] = [actual.toLowerCase(), said.toLowerCase()]
  return match === 'ends-with' ? whole.endsWith(part) : whole.includes(part)
}
