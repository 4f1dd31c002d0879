import type { Json } from './json.js'
import type { Pointer } from './pointer.js'
import type { Trace } from './trace.js'

/** What a turn asks for: families change this, before any language is made. */
export type Expectation =
  /** Carry it out. */
  | { readonly kind: 'act'; readonly trace: Trace }
  /** Ask for what nothing visible supplies; `missing` are places `/request/parameter`, `trace` what becomes possible once told. */
  | { readonly kind: 'ask'; readonly missing: readonly Pointer[]; readonly trace: Trace }
  /** Say what cannot be done and change nothing; `trace`, where there is one, is what the tools would otherwise have done. */
  | {
      readonly kind: 'decline'
      readonly because: 'missing-tool' | 'out-of-scope' | 'policy'
      /** Tools that are withheld, the rule that forbids it, or the name of what no tool does. */
      readonly wanted: readonly string[]
      readonly trace?: Trace
    }
  /** Carry it out up to the refusal that ends the trace, and report that. */
  | { readonly kind: 'stop'; readonly trace: Trace }
  /** Tell again what earlier results showed; nothing is called. */
  | { readonly kind: 'recall'; readonly answers: readonly EarlierLeaf[] }

/** A leaf of a result of an earlier turn. */
export interface EarlierLeaf {
  readonly turn: number
  readonly call: number
  readonly path: Pointer
}

/**
 * A planned failure of the `nth` call of the tool in its turn, counted from 0: it reaches nothing and answers `error.value`, or
 * finds that the session condition `lapse` has ceased to hold meanwhile and is refused by the tool itself.
 */
export type Fault = { readonly tool: string; readonly nth: number } & (
  | { readonly error: { readonly code: string; readonly transient: boolean; readonly value: Json } }
  | { readonly lapse: string }
)

export interface TurnTask {
  readonly turn: number
  /** What it trains; `FAMILIES` holds the names. */
  readonly families: readonly string[]
  /** Names of the tools on offer in this turn. */
  readonly offered: readonly string[]
  readonly faults: readonly Fault[]
  readonly expected: Expectation
}
