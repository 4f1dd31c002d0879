import type { Json } from './json.js'
import type { Pointer } from './pointer.js'
import type { Trace } from './trace.js'

/** One fact of an initial state that was otherwise in another row. */
export interface FlippedFact {
  readonly environment: string
  readonly at: Pointer
  /** What the other row has there. */
  readonly was: Json
}

/** The row that this one is the twin of: the same words in another state, and something else is right. */
export interface Twin {
  /** The other row's id. */
  readonly of: string
  /** One fact, or the two places whose facts were exchanged. */
  readonly flipped: readonly FlippedFact[]
  /** The first turn in which something else is right. */
  readonly turn: number
  /** What was right for the same words in the other row. */
  readonly trace: Trace
}
