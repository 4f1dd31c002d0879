import type { JsonObject } from '../../core/json.js'
import type { Message } from '../../core/message.js'
import type { Rng } from '../../core/random.js'
import type { ToolSpec } from '../../core/tool.js'

/** One step as an agent takes it; the phase gives calls their ids, executes them and shows the results. */
export interface ReasonedStep {
  readonly reasoning?: string
  /** The final answer when there are no calls. */
  readonly content: string
  readonly calls: readonly { readonly name: string; readonly arguments: JsonObject }[]
}

export interface ReasoningInput {
  /** The conversation so far, this turn's steps and results included. */
  readonly messages: readonly Message[]
  readonly tools: readonly ToolSpec[]
  /** The advanced tool's capabilities; absent at attempt 0. */
  readonly capability?: string
  /** The critiquing agent's hints so far, in order. */
  readonly hints: readonly string[]
  readonly attempt: number
  /** Of a hundred first attempts of an agent without a model, so many go wrong as weak solvers do; none where absent. */
  readonly fallible?: number
  /** Of several tries without a hint that tell whether the user's words can be understood: which one; 0 or absent is attempt 0. */
  readonly trial?: number
  readonly random: Rng
}

/** The reasoning agent [AR]: chain of thought and calls, one step at a time. It never sees a world, a trace or gold. */
export interface ReasoningAgent {
  step(input: ReasoningInput): Promise<ReasonedStep>
}
