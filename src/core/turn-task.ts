import type { Pointer } from './pointer.js'
import type { Json } from './json.js'
import type { Trace } from './trace.js'

/** What a turn asks for: families change this, before any language is made. */
export type Expectation =
  | { readonly kind: 'act'; readonly trace: Trace }
  | { readonly kind: 'ask'; readonly missing: readonly Pointer[]; readonly trace: Trace }
  | { readonly kind: 'decline'; readonly because: 'missing-tool' | 'out-of-scope'; readonly wanted: readonly string[] }

export interface Fault {
  readonly tool: string
  readonly nth: number
  readonly error: { readonly code: string; readonly transient: boolean; readonly value: Json }
}

export interface TurnTask {
  readonly turn: number
  readonly families: readonly string[]
  /** Names of the tools on offer in this turn. */
  readonly offered: readonly string[]
  readonly faults: readonly Fault[]
  readonly expected: Expectation
}
