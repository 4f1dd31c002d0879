import type { AssistantMessage, Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'
import { sampleTrajectories } from './sample-trajectories.js'

/** A pair and the row whose messages it follows. */
export interface SamplePair {
  readonly row: Trajectory
  readonly pair: Preference
}

/** Every assistant message of the sample trajectories against a worse one: another call, an answer too early, an answer that is wrong. */
export function samplePreferences(): readonly SamplePair[] {
  return sampleTrajectories().flatMap((row) =>
    row.messages.flatMap((message, context): SamplePair[] =>
      message.role === 'assistant' ? [{ row, pair: pairOf(row, context, message) }] : [],
    ),
  )
}

function pairOf(row: Trajectory, context: number, chosen: AssistantMessage): Preference {
  return {
    schema: 1,
    id: `${row.id}.${context}`,
    row: row.id,
    index: row.index,
    turn: row.messages.slice(0, context).filter(({ role }) => role === 'user').length - 1,
    step: 0,
    context,
    origin: 'mutant',
    error: chosen.tool_calls ? 'wrong-value' : 'wrong-answer',
    failure: chosen.tool_calls ? 'refused' : 'final',
    chosen,
    rejected: worse(chosen, context),
  }
}

function worse(chosen: AssistantMessage, context: number): AssistantMessage {
  if (!chosen.tool_calls) return { ...chosen, content: 'There are 99 notes.' }
  if (context > 6) return { role: 'assistant', content: 'Done, I think: "nothing" to do.' }
  const calls = chosen.tool_calls.map((call, i) => ({ ...call, id: `cccccccc${i}` }))
  return {
    ...chosen,
    tool_calls: calls.map((call) => ({ ...call, function: { name: 'find_note', arguments: { word: 'naïve "x"' } } })),
  }
}
