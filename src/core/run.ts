import type { Digest } from './digest.js'
import type { Json } from './json.js'
import type { DiscrepancyKind } from './verdict.js'

/** Why a candidate was not accepted: data, never an exception. */
export interface Rejection {
  readonly index: number
  readonly candidate: number
  readonly turn: number
  readonly phase: string
  readonly cause: DiscrepancyKind | 'unreachable' | 'attempts' | 'model' | 'budget'
  readonly detail?: string
}

export interface Manifest {
  readonly schema: 1
  readonly turnsmith: string
  readonly run: Digest
  readonly configuration: Json
  readonly seed: number
  readonly environments: readonly { readonly name: string; readonly version: number; readonly digest: Digest }[]
  readonly status: 'running' | 'complete' | 'stopped'
  readonly requested: number
  readonly accepted: number
  readonly rejected: { readonly [cause: string]: number }
  readonly files: readonly { readonly name: string; readonly rows: number; readonly sha256: Digest }[]
  /** The only part that may differ between equal runs. */
  readonly timing: { readonly seconds: number }
}
