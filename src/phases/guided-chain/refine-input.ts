import type { Message } from '../../core/message.js'
import type { Rng } from '../../core/random.js'
import type { Trace } from '../../core/trace.js'
import type { Step } from '../../core/trajectory.js'
import type { Discrepancy } from '../../core/verdict.js'
import type { HardQuery } from '../../core/hard-query.js'
import type { ToolSpec } from '../../core/tool.js'
import type { TurnTask } from '../../core/turn-task.js'
import type { Semantics } from '../../verifiers/index.js'
import type { World } from '../../environment/index.js'

/** A turn that its families have made something of. */
export interface Expecting {
  readonly task: TurnTask
  readonly query: HardQuery
  /** What validation understands the words with; agents get none of it. */
  readonly semantics: Semantics
  /** The tools on offer, siblings included. */
  readonly tools: readonly ToolSpec[]
}

/** A turn as phase III gets it. */
export interface RefineInput {
  /** The world at the start of the turn; it is not moved. */
  readonly start: World
  /** The conversation up to and with the turn's user message. */
  readonly messages: readonly Message[]
  readonly turn: number
  /** Absent where nothing could be carried out. */
  readonly trace?: Trace
  /** What is expected where that is more than to carry out the trace, and with which tools on offer. */
  readonly expecting?: Expecting
  /** The advanced tool's capabilities, told from the second attempt on. */
  readonly capability?: string
  /** Attempts after the first. */
  readonly kmax: number
  /** Makes call ids unique over the dataset. */
  readonly label: string
  readonly random: Rng
  /** Of a hundred first attempts of an agent without a model, so many go wrong; none where absent. */
  readonly fallible?: number
  /** What else an attempt that reached the outcome must not be guilty of. */
  readonly check?: (steps: readonly Step[]) => readonly Discrepancy[]
  /** Nobody can read the user's words back: tries that have nothing else tell whether they can be understood. */
  readonly blind?: boolean
  /** Where something stands in the way of what the words ask for: the conversation and the tools without it, for these tries. */
  readonly unhindered?: { readonly messages: readonly Message[]; readonly tools: readonly ToolSpec[] }
}
