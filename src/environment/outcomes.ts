import type { Json } from '../core/json.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import { callChecked } from './call.js'
import type { Environment } from './define.js'

/** What came of a call: its result and the state it left. */
type Outcome = ReturnType<typeof callChecked>

/**
 * What calls came to, by the state they were made in: the trials of a turn make the same calls from the same states again and
 * again. As long-lived as the states; worth having where a world is tried out and let go, not where it is served.
 */
export class Outcomes {
  readonly #made = new WeakMap<object, Map<string, Outcome>>()

  /** As `callChecked`, but carried out once: the same call in the same state leaves the very same state. */
  of(environment: Environment, call: ToolCall, state: Json, clock: string): Outcome {
    const made = this.#madeIn(state as object)
    const text = `${clock} ${call.name} ${JSON.stringify(call.arguments)}`
    const known = made.get(text)
    if (known) return { result: { ...known.result, callId: call.id } satisfies ToolResult, state: known.state }
    const outcome = callChecked(environment, call, state, clock)
    made.set(text, outcome)
    return outcome
  }

  #madeIn(state: object): Map<string, Outcome> {
    const known = this.#made.get(state)
    if (known) return known
    const made = new Map<string, Outcome>()
    this.#made.set(state, made)
    return made
  }
}
