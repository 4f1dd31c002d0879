import type { HardQuery } from '../core/hard-query.js'
import type { Json } from '../core/json.js'
import type { Message, MessageTool } from '../core/message.js'
import type { ToolCall } from '../core/tool.js'
import type { Step, Turn } from '../core/trajectory.js'
import type { Trace } from '../core/trace.js'
import type { Fault, TurnTask } from '../core/turn-task.js'
import type { World } from '../environment/index.js'
import type { ApiGraph } from '../graph/index.js'
import type { Lexicon } from '../language/index.js'

/** What the tools of a row mean: shared by all its turns. */
export interface Semantics {
  readonly graph: ApiGraph
  readonly lexicon: Lexicon
}

/** What verifiers see of a turn of any kind. `start` is never moved: verifiers work on forks. */
interface SeenTurn extends Semantics {
  readonly turn: number
  /** The world before the turn. */
  readonly start: World
  /** The conversation before the turn's user message. */
  readonly messages: readonly Message[]
  readonly query: HardQuery
  readonly steps: readonly Step[]
  /** Where a model wrote the query: the calls of each try that had nothing but its words. */
  readonly blind?: readonly (readonly ToolCall[])[]
  /** What each of them said at its end, where that is the outcome. */
  readonly blindAnswers?: readonly string[]
  /** Values that messages written by a model have said before. */
  readonly saidBefore?: readonly Json[]
}

/** One acting turn as a verifier sees it. */
export interface ActingTurn extends SeenTurn {
  readonly trace: Trace
  /** Planned failures, which strike the steps and not the trace. */
  readonly faults?: readonly Fault[]
}

/** A turn of any kind as a verifier sees it. */
export interface TaskTurn extends SeenTurn {
  readonly task: TurnTask
  /** The turns before, in order. */
  readonly before: readonly Turn[]
  /** How many turns the row has in all. */
  readonly turns: number
  /** The row's tool list. */
  readonly tools: readonly MessageTool[]
}
