import type { Digest } from './digest.js'
import type { Json } from './json.js'
import type { Policy } from './policy.js'
import type { Shard } from './shard.js'
import type { DiscrepancyKind } from './verdict.js'

/** Why a candidate was not accepted, or why an item came to nothing: data, never an exception. */
export interface Rejection {
  readonly index: number
  readonly candidate: number
  readonly turn: number
  readonly phase: string
  readonly cause:
    | DiscrepancyKind
    | 'unreachable'
    | 'attempts'
    | 'off-schema'
    | 'wrong-abstraction'
    | 'model'
    | 'budget'
    | 'worker-crash'
  readonly detail?: string
}

/** One item to make. All else about it follows from the run's configuration. */
export interface WorkItem {
  readonly run: Digest
  readonly index: number
  readonly round: number
  /** Under a learned sampler: what the rounds before have taught. */
  readonly policy?: Policy
}

/** What a role asked of a model, what that cost, and what it came to: `accepted`, or why it was for nothing. */
export interface Spend {
  readonly role: string
  readonly model: string
  readonly cause: string
  readonly answers: number
  /** Tries on the way to these answers of which nobody here can know whether the provider charges for them. */
  readonly lost?: number
  readonly tokensIn: number
  readonly tokensOut: number
  readonly usd?: number
}

/** What came of an item. `stopped` is not finished: the item is to be gone on with when the run is resumed. */
export type WorkResult = {
  readonly index: number
  readonly rejections: readonly Rejection[]
  readonly spent: readonly Spend[]
  readonly stats: { readonly [name: string]: number }
  /** Under a learned sampler: what the next round's policy learns from this item. */
  readonly lesson?: Json
} & (
  | {
      readonly status: 'accepted'
      /** The row's line in `trajectories.jsonl`, without its line break. */
      readonly row: Uint8Array
      /** Lines of `preferences.jsonl`, each with its line break. */
      readonly preferences: Uint8Array
    }
  | { readonly status: 'exhausted' | 'stopped' }
  | { readonly status: 'failed'; readonly cause: 'worker-crash' | 'model' | 'budget' }
)

/** Which question a model's response answers. */
export interface ResponseKey {
  readonly run: Digest
  readonly index: number
  readonly candidate: number
  readonly turn: number
  readonly role: string
  readonly attempt: number
  readonly step: number
  /** Of the request as sent: another prompt is another question. */
  readonly request: Digest
}

/** What a run must not lose, written as it happens. */
export interface Journal {
  /** What a model answered to this question, if it was ever asked. */
  response(key: ResponseKey): Json | undefined
  /** Keeps a response; durable on return, and to be called before the response is used. */
  record(key: ResponseKey, response: Json): void
  /** Commits a finished item; a second result for the same index changes nothing. */
  finish(result: WorkResult): void
  /** Indices that need no more work, ascending, from `from` on. */
  finished(from?: number): Iterable<number>
}

/**
 * Where items are worked on: this process, its threads, or other machines. Items, all of one round, are taken as there is room
 * for them, and their results handed over one at a time, in any order; `onResult` has committed a result when it returns, and
 * when it throws, the run ends with that error. An aborted signal means: take no more items, finish those under way.
 */
export interface Runtime {
  readonly workers: number
  /** Why it cannot go on, where nobody has stopped it: the money is spent, an endpoint gave up. */
  readonly stopped?: () => string | undefined
  run(items: Iterable<WorkItem>, onResult: (result: WorkResult) => void, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** A file of a run directory as the manifest describes it. */
export interface FileRecord {
  readonly name: string
  readonly rows: number
  readonly sha256: Digest
}

/** What a run is and what came of it: `manifest.json`. */
export interface Manifest {
  readonly schema: 1
  readonly turnsmith: string
  readonly run: Digest
  readonly configuration: Json
  readonly seed: number
  readonly environments: readonly { readonly name: string; readonly version: number; readonly digest: Digest }[]
  readonly status: 'running' | 'complete' | 'stopped'
  /** Which part of the run this directory holds, counted from 0. */
  readonly shard?: Shard
  readonly requested: number
  readonly accepted: number
  readonly rejected: { readonly [cause: string]: number }
  /** Turns and calls of accepted rows, turns proposed, calls made while sampling. */
  readonly stats: { readonly [name: string]: number }
  readonly cost: readonly Spend[]
  readonly files: readonly FileRecord[]
  /** The only part that may differ between equal runs. */
  readonly timing: { readonly seconds: number }
}
