import type { Message } from './message.js'

/** How a rejected step goes wrong. */
export type SlipKind =
  /** Another visible value of the same type. */
  | 'wrong-value'
  /** A value that nobody said or showed. */
  | 'guessed-value'
  /** A tool of a similar name or purpose. */
  | 'sibling-tool'
  /** The wished call before what it needs. */
  | 'skipped-step'
  /** A number as the user said it where the tool takes another unit. */
  | 'wrong-unit'
  /** An answer before anything asked for was done. */
  | 'stopped-early'
  /** An answer after only some of what was asked for. */
  | 'overlooked-goal'
  /** The same change once more. */
  | 'repeated-effect'
  /** A change nobody asked for. */
  | 'unwanted-effect'
  /** An answer that tells the wrong thing. */
  | 'wrong-answer'

/**
 * How it is proved that a rejected step fails.
 *
 * - `final`: the turn ends with it, and what the turn owes is missing.
 * - `refused`: the tools answer it with errors.
 * - `lasting`: it changes the state so that the chosen steps, made after it, no longer reach the outcome.
 * - `misleading`: the chosen steps after it, taking their values from what it shows, miss the outcome.
 */
export type SlipFailure = 'final' | 'refused' | 'lasting' | 'misleading'

export type AssistantMessage = Extract<Message, { readonly role: 'assistant' }>

/** Two next steps in one context of a row, of which one is proved to fail: one line of `preferences.jsonl`. */
export interface Preference {
  readonly schema: 1
  readonly id: string
  /** The row whose first `context` messages both steps follow. */
  readonly row: string
  readonly index: number
  readonly turn: number
  readonly step: number
  readonly context: number
  /** A step of a failed attempt, or one altered on purpose. */
  readonly origin: 'attempt' | 'mutant'
  readonly error: SlipKind
  readonly failure: SlipFailure
  /** The step as the row has it. */
  readonly chosen: AssistantMessage
  readonly rejected: AssistantMessage
}
