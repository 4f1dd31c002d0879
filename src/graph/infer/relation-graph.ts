import type { Json, JsonObject } from '../../core/json.js'
import type { Pointer } from '../../core/pointer.js'

/** What a tool was seen to do; `session` opens or closes a gate that other tools refuse to work without. */
export type InferredEffect = 'read' | 'write' | 'session' | 'unknown'

/** Where a value comes from. Paths are patterns: `*` stands for any index, and for keys that differ between states. */
export type Origin =
  /** An enum word, default, constant, example or bound of the parameter's schema. */
  | { readonly from: 'schema' }
  /** A quoted or capitalised word of the tool's description. */
  | { readonly from: 'description' }
  /** A leaf of the environment's state, or with `part: 'key'` the key at that place. */
  | { readonly from: 'state'; readonly path: Pointer; readonly part: 'value' | 'key' }
  | { readonly from: 'result'; readonly tool: string; readonly path: Pointer; readonly transform: Transform }
  | { readonly from: 'argument'; readonly tool: string; readonly parameter: string }
  /** A value the scenario's user knows. */
  | { readonly from: 'user' }
  | { readonly from: 'clock' }
  /** Made up, of the parameter's type. */
  | { readonly from: 'fresh' }
  /** The parameter was left out. */
  | { readonly from: 'omitted' }

/** How a value is taken from the place a path points at; `text` is a number written out. */
export type Transform =
  | 'identity'
  | 'list_item'
  | 'object_key'
  | 'path_segment'
  | 'quoted_name_in_text'
  | 'part_of_text'
  | 'text'

/** How often something was tried and how often it came out as claimed. */
export interface Evidence {
  readonly tried: number
  readonly confirmed: number
  /** Different scenario seeds among the confirmations. */
  readonly states: number
}

export interface WitnessCall {
  readonly tool: string
  readonly arguments: JsonObject
}

/**
 * Calls that show a relation, from a scenario seed on: after `before`, the call is refused (enables) or answered
 * (disables, affects); after `between` as well, it is answered (enables), refused (disables) or answered otherwise
 * (affects). For provides and compatible, `value` says which result of `before` holds the argument, and `refused` lists
 * values of the same type with which the call fails.
 */
export interface Witness {
  /** Names of the environments of the world, in order. */
  readonly environments: readonly string[]
  readonly seed: number
  readonly before: readonly WitnessCall[]
  readonly between: readonly WitnessCall[]
  readonly call: WitnessCall
  readonly value?: {
    readonly call: number
    readonly path: Pointer
    readonly transform: Transform
    readonly parameter: string
    readonly value: Json
  }
  readonly refused?: readonly Json[]
}

/** How two calls' arguments must agree for the relation to show: the later call's parameter takes a value of the earlier call. */
export interface Agreement {
  readonly parameter: string
  readonly origin: Origin
}

/** After a success of `from`, `to` can succeed with arguments that were refused before. Tried on executed states only. */
export interface EnablesRelation {
  readonly from: string
  readonly to: string
  readonly agreement: readonly Agreement[]
  /** Does it hold for every refused argument, as a session does, or for arguments that agree with the earlier call? */
  readonly gate: boolean
  readonly evidence: Evidence
  readonly confidence: number
  readonly witness: Witness
}

/** After a success of `from`, `to` can be refused with arguments that it accepted before. */
export interface DisablesRelation {
  readonly from: string
  readonly to: string
  readonly agreement: readonly Agreement[]
  readonly evidence: Evidence
  readonly confidence: number
  readonly witness: Witness
}

/** After a success of `from`, `to` answers the same arguments differently. */
export interface AffectsRelation {
  readonly from: string
  readonly to: string
  readonly evidence: Evidence
  readonly witness: Witness
}

/** A value of `from`'s result makes `to` succeed where random values of the same type fail. */
export interface ProvidesRelation {
  readonly from: string
  readonly path: Pointer
  readonly transform: Transform
  readonly to: string
  readonly parameter: string
  readonly evidence: Evidence
  readonly confidence: number
  readonly witness: Witness
}

/** A value of `from`'s result is accepted by a parameter that accepts anything of its type: never a dependency. */
export interface CompatibleRelation {
  readonly from: string
  readonly path: Pointer
  readonly transform: Transform
  readonly to: string
  readonly parameter: string
  readonly witness: Witness
}

/**
 * What a parameter takes: `key`, one of the values that exist; `format`, anything of a shape; `choice`, a closed list
 * its schema names; `content`, anything of its type; `unknown` where the tool never succeeded with it.
 */
export type ParameterKind = 'key' | 'format' | 'choice' | 'content' | 'unknown'

export interface ValuePool {
  readonly origin: Origin
  readonly tried: number
  readonly succeeded: number
  readonly examples: readonly Json[]
}

export interface ParameterNode {
  readonly name: string
  readonly required: boolean
  readonly type: string
  readonly kind: ParameterKind
  /** Random values of the type, put in place of one that works. */
  readonly random: { readonly tried: number; readonly succeeded: number }
  /** Best first. */
  readonly pools: readonly ValuePool[]
}

/** A place in a tool's result where scalar values were seen. */
export interface OutputNode {
  readonly path: Pointer
  readonly part: 'value' | 'key'
  readonly type: string
  /** Did it differ between calls? What never does carries nothing. */
  readonly varies: boolean
}

export interface ErrorKind {
  readonly code: string
  /** The text with values masked. */
  readonly shape: string
  readonly count: number
}

/** One condition of a tool: any of these tools can bring it about. Conditions of a tool must hold together. */
export interface Condition {
  readonly anyOf: readonly string[]
  /** Is it independent of arguments? */
  readonly gate: boolean
}

/** Tools of which each is needed, from some start, before the tool succeeds: the last one and those it builds on. */
export interface MinimalSet {
  readonly tools: readonly string[]
  readonly witness: Witness
}

export interface ToolNode {
  readonly environment: string
  readonly name: string
  readonly description: string
  readonly effect: InferredEffect
  /** Does a success advance the environment's generator? */
  readonly draws: boolean
  readonly reads: readonly Pointer[]
  readonly writes: readonly Pointer[]
  readonly calls: number
  readonly successes: number
  /** From how many starts a success was looked for before any other call, and found: how often starts provide all it needs. */
  readonly atStart: { readonly tried: number; readonly succeeded: number }
  /** Under random legal arguments that learned from earlier results. */
  readonly successRate: number
  readonly errors: readonly ErrorKind[]
  readonly parameters: readonly ParameterNode[]
  readonly outputs: readonly OutputNode[]
  readonly prerequisites: readonly Condition[]
  readonly minimalSets: readonly MinimalSet[]
  /** Why it was never made to succeed; absent for tools that were. */
  readonly deadEnd?: string
}

export interface GraphEnvironment {
  readonly name: string
  readonly version: number
  readonly digest: string
  /** `state`: reads, writes and states were seen; `results`: only what calls return, so relations carry less confidence. */
  readonly seen: 'state' | 'results'
}

/** The API relation graph as execution shows it, with evidence. The file `graph.json`. */
export interface RelationGraph {
  readonly schema: 1
  readonly seed: number
  readonly environments: readonly GraphEnvironment[]
  readonly budget: { readonly calls: number; readonly used: number }
  readonly tools: readonly ToolNode[]
  readonly enables: readonly EnablesRelation[]
  readonly disables: readonly DisablesRelation[]
  readonly affects: readonly AffectsRelation[]
  readonly provides: readonly ProvidesRelation[]
  readonly compatible: readonly CompatibleRelation[]
}
