import { type Json, sameJson } from '../core/json.js'
import type { AssistantMessage, Preference } from '../core/preference.js'
import { restoreMessage } from '../core/renaming.js'
import { messagesOfStep, type Step, type Trajectory } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import type { ActingTurn } from './context.js'
import { slipOf, type OtherStep } from './rejected-step.js'

/** A preference pair checked against its row. */
export interface PairVerdict {
  readonly id: string
  readonly pass: boolean
  readonly reasons: readonly Discrepancy[]
}

/** The pair says what the row says, and its rejected step fails by execution in the way it claims. */
export function verifyPreference(row: Trajectory, pair: Preference, context: ActingTurn | undefined): PairVerdict {
  const { turn, step } = pair
  const reasons = claimsOf(row, pair, context).map((about): Discrepancy => ({ kind: 'unproved', turn, step, about }))
  return { id: pair.id, pass: reasons.length === 0, reasons }
}

function claimsOf(row: Trajectory, pair: Preference, context: ActingTurn | undefined): string[] {
  if (!context?.steps[pair.step]) return ['a pair for a step that this row does not take']
  const wrong = [
    ...(pair.schema === 1 && pair.row === row.id && pair.index === row.index ? [] : ['the row the pair belongs to']),
    ...(pair.context === contextOf(context, pair.step) ? [] : ['where the context ends']),
    ...(sameJson(pair.chosen as unknown as Json, row.messages[pair.context] as unknown as Json)
      ? []
      : ['the chosen step']),
  ]
  if (wrong.length > 0) return wrong
  const slip = slipOf(context, pair.step, stepOf(restoreMessage(pair.rejected, row.renaming ?? []) as AssistantMessage))
  if (!slip) return ['that the rejected step fails']
  return [
    ...(slip.error === pair.error ? [] : [`the error (it is '${slip.error}')`]),
    ...(slip.failure === pair.failure ? [] : [`how it fails (it is '${slip.failure}')`]),
  ]
}

/** How many messages of a row stand before a step of a turn. */
export function contextOf({ messages, steps }: ActingTurn, step: number): number {
  return messages.length + 1 + steps.slice(0, step).flatMap(messagesOfStep).length
}

/** A step that was not taken, as the message it would have been. */
export function messageOf(step: OtherStep): AssistantMessage {
  const [message] = messagesOfStep({ ...step, results: [] } satisfies Step)
  return message as AssistantMessage
}

function stepOf({ content, reasoning_content: reasoning, tool_calls: calls = [] }: AssistantMessage): OtherStep {
  return {
    ...(reasoning === undefined ? {} : { reasoning }),
    content,
    calls: calls.map(({ id, function: made }) => ({ id, name: made.name, arguments: made.arguments })),
  }
}
