import type { Json } from './json.js'

/** Which words of the query carry which input. */
export interface Mention {
  readonly span: readonly [number, number]
  /** Index of the request and its parameter: `0/travel_from`. */
  readonly input: string
  readonly value: Json
  readonly form: 'literal' | 'relative-date' | 'ordinal' | 'superlative' | 'anaphora' | 'computed'
  /** How many visible things the words could mean: must be 1. */
  readonly referents: number
}

/** The user message written from the advanced tool alone [Qhard], and the easy one that names every step. */
export interface HardQuery {
  readonly text: string
  readonly easy: string
  readonly mentions: readonly Mention[]
  /** Spans of the words that ask for each request, in order. */
  readonly spans: readonly (readonly [number, number])[]
  /** Absent where the words come from wordings that read back; a model's words are accepted for what blind tries make of them. */
  readonly writer?: 'model'
  /**
   * A model's words that lean on the message before: they reply to what was asked about it, ask for the same again, or change
   * one thing of it.
   */
  readonly follows?: 'reply' | 'retry' | 'revision'
  readonly noise: readonly { readonly operator: string; readonly level: number }[]
}
