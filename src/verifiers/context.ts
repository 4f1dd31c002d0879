import type { HardQuery } from '../core/hard-query.js'
import type { Json } from '../core/json.js'
import type { Message } from '../core/message.js'
import type { ToolCall } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import type { Trace } from '../core/trace.js'
import type { World } from '../environment/index.js'
import type { ApiGraph } from '../graph/index.js'
import type { Lexicon } from '../language/index.js'

/** What the tools of a row mean: shared by all its turns. */
export interface Semantics {
  readonly graph: ApiGraph
  readonly lexicon: Lexicon
}

/** One acting turn as a verifier sees it. `start` is never moved: verifiers work on forks. */
export interface ActingTurn extends Semantics {
  readonly turn: number
  /** The world before the turn. */
  readonly start: World
  /** The conversation before the turn's user message. */
  readonly messages: readonly Message[]
  readonly query: HardQuery
  readonly trace: Trace
  readonly steps: readonly Step[]
  /** Where a model wrote the query: the calls of each try that had nothing but its words. */
  readonly blind?: readonly (readonly ToolCall[])[]
  /** Values that messages written by a model have said before. */
  readonly saidBefore?: readonly Json[]
}
