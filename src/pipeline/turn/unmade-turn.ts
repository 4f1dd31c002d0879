import type { HardQuery } from '../../core/hard-query.js'
import type { Rng } from '../../core/random.js'
import type { Subject } from '../../core/subject.js'
import type { Trace } from '../../core/trace.js'
import type { Step } from '../../core/trajectory.js'
import type { TurnTask } from '../../core/turn-task.js'
import type { Rewritten } from '../../families/index.js'
import type { TaskTurn } from '../../verifiers/index.js'
import { type Draft, nextTurn } from '../draft.js'

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
  const unsaid = nextTurn(draft, task)
  return {
    draft,
    task,
    subject,
    trace: 'trace' in task.expected ? task.expected.trace : undefined,
    manner,
    turnWith: (query, steps) => ({ ...unsaid, query, steps }),
  }
}
