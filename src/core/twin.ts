import type { Json } from './json.js'
import { parsePointer, type Pointer } from './pointer.js'
import type { Trace } from './trace.js'

/** One fact of an initial state that was otherwise in another row. */
export interface FlippedFact {
  readonly environment: string
  readonly at: Pointer
  /** What the other row has there. */
  readonly was: Json
}

/** The row that this one is the twin of: the same words in another state or under another policy, and something else is right. */
export interface Twin {
  /** The other row's id. */
  readonly of: string
  /** One fact, or the two places whose facts were exchanged; none where the policies differ. */
  readonly flipped: readonly FlippedFact[]
  /** Where the policies differ: the other row's system prompt. */
  readonly system?: string
  /** The first turn in which something else is right. */
  readonly turn: number
  /** What was right for the same words in the other row, or would have been but for its policy. */
  readonly trace: Trace
}

/** Is a value the key under which the thing stands that holds it? That is which thing it is, and no fact about it. */
export function isOwnKey(place: Pointer, value: Json): boolean {
  return parsePointer(place).at(-2) === String(value)
}
