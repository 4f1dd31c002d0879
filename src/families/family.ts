import type { FamilyName } from '../core/family.js'
import type { Rng } from '../core/random.js'
import type { Rule } from '../core/rule.js'
import type { Subject } from '../core/subject.js'
import type { Trace } from '../core/trace.js'
import type { EarlierLeaf, TurnTask } from '../core/turn-task.js'
import type { Visible } from '../core/visible.js'
import type { Environment, Known } from '../environment/index.js'
import type { ApiGraph } from '../graph/index.js'

/** What a family looks at: the conversation so far and the world's meaning, no language. */
export interface FamilyContext {
  readonly graph: ApiGraph
  readonly environments: readonly Environment[]
  readonly visible: Visible
  readonly known: readonly Known[]
  readonly rules: readonly Rule[]
  /** What could be told again, by what people call it. */
  readonly recallable: readonly (EarlierLeaf & { readonly label: string })[]
  readonly random: Rng
}

/** A turn task with what its message is about. */
export interface Rewritten {
  readonly task: TurnTask
  readonly subject: Subject
}

/** What a turn needs first: an ordinary trace, one that is refused, has calls side by side or competitors in its results, or none. */
export type Material = 'trace' | 'refused' | 'parallel' | 'crowded' | 'none'

/** A family: turn task -> turn task, before any language is made. */
export interface Family {
  readonly name: FamilyName
  readonly material: Material
  /** Tools that a turn of this family must be about; undefined where any will do. */
  readonly targets?: (context: FamilyContext) => readonly string[] | undefined
  /** The task as this family has it; undefined where it has nothing to change here. */
  readonly rewrite: (task: TurnTask, context: FamilyContext) => Rewritten | undefined
  /** What the message after the rewritten turn is about, which belongs to it. */
  readonly next?: (before: Rewritten, context: FamilyContext) => Next | undefined
}

/** The turn that follows: its message, and the requests that it comes to. */
export interface Next {
  readonly subject: Subject
  readonly requests: Trace['requests']
}

/** The trace of an acting task. */
export function actingTrace({ expected }: TurnTask): Trace | undefined {
  return expected.kind === 'act' ? expected.trace : undefined
}
