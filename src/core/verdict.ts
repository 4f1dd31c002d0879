import type { Digest } from './digest.js'
import type { FamilyName } from './family.js'
import type { Json } from './json.js'
import type { Pointer } from './pointer.js'
import type { Source } from './trace.js'
import type { ToolCall } from './tool.js'

/** Where in a trajectory: turn, step within the turn, call within the turn. All count from 0. */
export interface At {
  readonly turn: number
  readonly step?: number
  readonly call?: number
}

/** What is wrong, typed so that critiques, rejections and reports can work from it. */
export type Discrepancy = At &
  (
    | {
        readonly kind:
          | 'no-call'
          | 'unwanted-call'
          | 'unknown-tool'
          | 'withheld-tool'
          | 'wrong-order'
          | 'step-limit'
          | 'wrong-question'
          | 'empty-answer'
      }
    | { readonly kind: 'missing-call'; readonly tool: string; readonly traceCall: number }
    | {
        readonly kind: 'invalid-arguments'
        readonly errors: readonly { readonly at: Pointer; readonly message: string }[]
      }
    | { readonly kind: 'wrong-argument' | 'ungrounded-argument'; readonly at: Pointer; readonly value: Json }
    | { readonly kind: 'wrong-state' | 'extra-write'; readonly paths: readonly Pointer[] }
    | { readonly kind: 'missing-answer' | 'missing-result'; readonly source: Source }
    | {
        readonly kind: 'unsupported-claim' | 'leak' | 'special-token' | 'echo' | 'raw-result'
        readonly where: 'query' | 'reasoning' | 'answer' | 'hint'
        readonly text: string
      }
    | {
        readonly kind: 'digest-mismatch' | 'result-mismatch' | 'message-mismatch'
        readonly expected: string
        readonly got: string
      }
    | { readonly kind: 'incomplete-query'; readonly text: string }
    /** Blind tries at a model's words: how many reached the outcome, and how often the commonest other end was reached. */
    | { readonly kind: 'unclear-query'; readonly tried: number; readonly reached: number; readonly otherwise: number }
    /** What the row claims about itself is not so, or nothing here can prove it. */
    | { readonly kind: 'unproved'; readonly about: string }
    /** Gold relies on a session condition or place that nothing visible shows. */
    | { readonly kind: 'uninformed'; readonly about: string }
    /** A wrong agent, query or run of steps that passed; `witness` shows it. */
    | { readonly kind: 'null-agent' | 'query-mutant' | 'mutant'; readonly name: string; readonly witness: string }
    /** A turn is not what its family says, or does not do what that asks for. */
    | { readonly kind: 'family'; readonly family: FamilyName; readonly about: string }
    | { readonly kind: 'unnecessary-call' | 'ambiguous'; readonly witness: readonly ToolCall[] }
  )

export type DiscrepancyKind = Discrepancy['kind']

export interface Verdict {
  readonly pass: boolean
  readonly reasons: readonly Discrepancy[]
}

const passed: Verdict = { pass: true, reasons: [] }

export function verdictOf(reasons: readonly Discrepancy[]): Verdict {
  return reasons.length === 0 ? passed : { pass: false, reasons }
}

export type Equivalence = 'commutes' | 'documented-default' | 'idempotent-repeat' | 'same-referent' | 'unread-text'

/** What the verifiers proved about one row, stored with it and recomputed by `turnsmith verify`. */
export interface Certificate {
  readonly version: 1
  /** Of everything in the row but the certificate. */
  readonly row: Digest
  readonly turns: readonly Digest[]
  /** `empirical`: shown by what blind tries made of a model's words, which no reading can prove. */
  readonly checks: { readonly [check: string]: 'proved' | 'empirical' | { readonly notApplicable: string } }
  readonly nullAgents: { readonly [agent: string]: { readonly tried: number; readonly failed: number } }
  readonly mutants: {
    readonly [operator: string]: {
      readonly tried: number
      readonly killed: number
      readonly equivalent: { readonly [reason in Equivalence]?: number }
      readonly survived: number
    }
  }
  /** Orders of independent calls that were tried, and how many the outcome accepted. */
  readonly reorderings: { readonly tried: number; readonly accepted: number }
  readonly queryMutants: {
    readonly [operator: string]: { readonly tried: number; readonly killed: number; readonly survived: number }
  }
  /** Turns of each family whose family proof was made. */
  readonly families: { readonly [family: string]: number }
}
