import type { JsonObject } from '../../core/json.js'
import type { World } from '../../environment/index.js'
import type { Pool } from './pool.js'
import type { Tool } from './tools.js'

export interface Call {
  readonly tool: Tool
  readonly arguments: JsonObject
}

/** Arguments that worked, and the key of the origin of each parameter's value. */
export interface Base {
  readonly arguments: JsonObject
  readonly keys: readonly string[]
}

/** A world after some successful calls, and the values at hand there. */
export interface Situation {
  readonly seed: number
  readonly world: World
  readonly made: readonly Call[]
  /** The situation before the last call. */
  readonly previous?: Situation
  /** Known from the start, lying in the state, and shown or used by the calls made. */
  readonly pools: readonly Pool[]
  /** For each tool, arguments that work here; null where none were found. */
  readonly bases: Map<number, Base | null>
}

/** A call that succeeded, and where. */
export interface Success {
  readonly tool: Tool
  readonly situation: Situation
  readonly base: Base
}
