import type { Json } from './json.js'
import type { Rule } from './rule.js'
import type { ToolCall, ToolResult } from './tool.js'

/** A call that an assistant can see, by turn and position in its turn. */
export interface VisibleCall {
  readonly turn: number
  readonly index: number
  readonly call: ToolCall
  readonly result: ToolResult
}

/** What the system prompt states. */
export interface Fact {
  readonly entity: string
  readonly value: Json
  readonly span: readonly [number, number]
}

/** Everything an assistant has in front of it when it takes its next step, already read. */
export interface Visible {
  readonly turn: number
  /** The day, as the system prompt states it. */
  readonly today?: string
  readonly facts: readonly Fact[]
  /** Session conditions the system prompt tells to hold. */
  readonly conditions: readonly string[]
  /** Those it tells not to hold. */
  readonly denied?: readonly string[]
  /** Current place by environment, as the system prompt states it. */
  readonly places: { readonly [environment: string]: string }
  /** What the system prompt forbids. */
  readonly rules?: readonly Rule[]
  /** User messages so far, by turn. */
  readonly queries: readonly string[]
  /** What the assistant answered, by turn; absent where nobody looks at it. */
  readonly answers?: readonly string[]
  readonly calls: readonly VisibleCall[]
}
