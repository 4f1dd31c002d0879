import type { NeedyTool } from '../query/needs.js'

/** A line of a small table: 'success rate', '0.82'. */
export interface Fact {
  readonly label: string
  readonly value: string
}

export interface DrawnParameter {
  readonly name: string
  readonly required: boolean
  readonly facts: readonly Fact[]
}

export interface DrawnTool extends NeedyTool {
  readonly environment: string
  readonly description: string
  readonly parameters: readonly DrawnParameter[]
  readonly facts: readonly Fact[]
}

/**
 * `enables` and `provides` are what tools need; `disables` takes away what another needs, `affects` changes what it
 * answers; `compatible`: an output fits a parameter that accepts anything, so nothing depends on it.
 */
export type DrawnKind = 'enables' | 'provides' | 'disables' | 'affects' | 'compatible'

/** All kinds, the strongest first. */
export const DRAWN_KINDS: readonly DrawnKind[] = ['enables', 'provides', 'disables', 'affects', 'compatible']

/** A call of a witness; its arguments are JSON text. */
export interface DrawnCall {
  readonly tool: string
  readonly arguments: string
  /** What is expected of it, where that matters. */
  readonly outcome?: 'answered' | 'refused' | 'answered otherwise'
}

/** Calls that anyone can make again to see the relation hold: each run from the same start. */
export interface DrawnWitness {
  readonly facts: readonly Fact[]
  readonly runs: readonly { readonly heading: string; readonly calls: readonly DrawnCall[] }[]
}

export interface DrawnRelation {
  readonly kind: DrawnKind
  readonly from: string
  readonly to: string
  /** The condition, or the parameter. */
  readonly label: string
  /** Where in the result of `from` the value stands, for *provides* and *compatible*. */
  readonly path?: string
  readonly evidence: readonly Fact[]
  readonly witness?: DrawnWitness
}

/** What all pictures of an API relation graph are drawn from, be it declared or inferred. */
export interface Drawing {
  readonly title: string
  /** One sentence that says where the relations come from. */
  readonly origin: string
  readonly facts: readonly Fact[]
  /** In the order of the picture. */
  readonly environments: readonly string[]
  /** Names are unique. */
  readonly tools: readonly DrawnTool[]
  readonly relations: readonly DrawnRelation[]
}
