import type { Digest } from './digest.js'
import type { Json } from './json.js'
import type { Pointer } from './pointer.js'
import type { Extreme, Match, Request } from './reference.js'
import type { ToolCall, ToolResult } from './tool.js'

/** Where one leaf of a call's arguments comes from (provenance). Turns count from 0; calls within their turn's calls. */
export type Source =
  /** `user`: this turn's query says it. `free`: text the query dictates. */
  | { readonly from: 'user' | 'free' }
  /**
   * A leaf of an earlier result, or with `part` its key or a segment of its path text. `selected`: the item it belongs
   * to was chosen among others because a field of it fits what the user said, or is the most or the least of all.
   */
  | {
      readonly from: 'result'
      readonly turn: number
      readonly call: number
      readonly path: Pointer
      readonly part?: 'key' | 'segment'
      readonly selected?: { readonly field: Pointer; readonly match: Match | Extreme['end']; readonly value: Json }
    }
  /** An argument the user gave in an earlier turn, or something a message states; `system` counts as turn 0. */
  | {
      readonly from: 'message'
      readonly turn: number
      readonly role: 'system' | 'user' | 'assistant'
      readonly span: readonly [number, number]
    }
  | { readonly from: 'default'; readonly of: Pointer }
  | { readonly from: 'derived'; readonly operation: string; readonly inputs: readonly Source[] }

/** One per leaf of the arguments. */
export interface Binding {
  readonly at: Pointer
  readonly value: Json
  readonly source: Source
}

export interface TracedCall {
  readonly call: ToolCall
  readonly result: ToolResult
  readonly bindings: readonly Binding[]
  /** Earlier calls of this trace whose result or effect this one depends on. */
  readonly needs: readonly number[]
  /** Necessary, asked for by no words of the query, and a later call depends on it. */
  readonly hidden: boolean
}

/** What the user wants done (`calls`, one for each wish that is met) and what they want to hear (`answers`). */
export interface Goal {
  readonly calls: readonly number[]
  readonly answers: readonly { readonly call: number; readonly path: Pointer }[]
}

/** The tool that a turn was to reach: that of the last wish that is met. */
export function targetOf(requests: readonly Request[], { calls }: Pick<Goal, 'calls'>): string {
  return requests[calls.length - 1]?.tool ?? ''
}

/** The executed calls of one turn [Turn_i]; no language in it. `start` and `end` digest the observed state. */
export interface Trace {
  readonly target: string
  readonly start: Digest
  readonly end: Digest
  readonly requests: readonly Request[]
  readonly calls: readonly TracedCall[]
  readonly goal: Goal
  readonly signature: Digest
}
