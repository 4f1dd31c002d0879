import type { Json, JsonObject, JsonSchema } from './json.js'
import type { Pointer } from './pointer.js'

/**
 * What a tool does to its environment. `session` writes only what is not observed (a login, a working directory),
 * `draws` advances the environment's generator, `unknown` is an imported tool nobody has probed yet.
 */
export type Effect = 'read' | 'write' | 'session' | 'draws' | 'unknown'

/** A declared operation as an agent sees it. */
export interface ToolSpec {
  readonly name: string
  readonly environment: string
  readonly description: string
  readonly parameters: JsonSchema
  readonly returns?: JsonSchema
  readonly effect: Effect
}

export interface ToolCall {
  readonly id: string
  readonly name: string
  readonly arguments: JsonObject
}

/** `value` is what the caller sees, for errors too. */
export interface ToolResult {
  readonly callId: string
  readonly value: Json
  readonly error?: { readonly code: string; readonly transient: boolean }
}

/** What a probed call touched: state paths read and written, and whether the generator advanced. */
export interface Access {
  readonly reads: readonly Pointer[]
  readonly writes: readonly Pointer[]
  readonly draws: boolean
}
