import type { HardQuery } from '../../core/hard-query.js'
import type { Rng } from '../../core/random.js'
import type { Subject } from '../../core/subject.js'
import type { Trace } from '../../core/trace.js'
import { messagesOf, type Step } from '../../core/trajectory.js'
import type { TurnTask } from '../../core/turn-task.js'
import type { Rewritten } from '../../families/index.js'
import { type TaskTurn, valuesSaidBefore } from '../../verifiers/index.js'
import { type Draft, toolsOf } from '../draft.js'

/** How a turn is put, and what it is called. */
export interface Manner {
  readonly random: Rng
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Messages may be harder to read than they need be. */
  readonly noisy?: boolean
  /** Makes call ids unique over the dataset. */
  readonly label: string
}

/** A turn before it has words and steps. */
export interface UnmadeTurn {
  /** The conversation that it goes on with. */
  readonly draft: Draft
  readonly task: TurnTask
  /** What its message is about. */
  readonly subject: Subject
  /** Absent where nothing could be carried out. */
  readonly trace: Trace | undefined
  readonly manner: Manner
  /** The turn with these words and steps, as verifiers look at it. */
  readonly turnWith: (query: HardQuery, steps: readonly Step[]) => TaskTurn
}

export function unmadeTurn(draft: Draft, { task, subject }: Rewritten, manner: Manner): UnmadeTurn {
  const unsaid = unsaidTurn(draft, task)
  return {
    draft,
    task,
    subject,
    trace: 'trace' in task.expected ? task.expected.trace : undefined,
    manner,
    turnWith: (query, steps) => ({ ...unsaid, query, steps }),
  }
}

/** All of a turn but its words and its steps. */
function unsaidTurn(draft: Draft, task: TurnTask): Omit<TaskTurn, 'query' | 'steps'> {
  const { kind, system, turns, world: start } = draft
  return {
    ...kind.semantics,
    turn: task.turn,
    start,
    messages: messagesOf(system, turns),
    task,
    saidBefore: valuesSaidBefore(kind.semantics.lexicon, turns),
    before: turns,
    turns: draft.count,
    tools: toolsOf({ ...draft, turns: [...turns, { task }] }),
  }
}
