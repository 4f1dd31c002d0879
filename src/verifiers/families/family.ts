import type { FamilyName } from '../../core/family.js'
import type { Trace } from '../../core/trace.js'
import type { Turn } from '../../core/trajectory.js'
import type { Discrepancy } from '../../core/verdict.js'
import { actOn } from '../blind.js'
import type { TaskTurn } from '../context.js'
import { countBlind, isClear } from '../empirical.js'
import { goldOf, reaches } from '../gold.js'

/** The proof that a turn is of its family: what is found wrong with the claim. */
export type FamilyVerifier = (turn: TaskTurn) => readonly Discrepancy[]

/** One thing that speaks against a turn's family. */
export function against(family: FamilyName, turn: number, about: string): Discrepancy {
  return { kind: 'family', family, turn, about }
}

/** A discrepancy for every claim that does not hold. */
export function unless(
  family: FamilyName,
  turn: number,
  claims: readonly (readonly [about: string, holds: boolean])[],
): Discrepancy[] {
  return claims.flatMap(([about, holds]) => (holds ? [] : [against(family, turn, about)]))
}

/** Do the words lead to the outcome of the trace where nothing stands in the way? A model's do so in blind tries. */
export function leadsThere(context: TaskTurn, trace: Trace): boolean {
  const { start, messages, query, blind = [] } = context
  if (query.writer === 'model') return isClear(countBlind(start, trace, blind))
  const run = actOn(context, start, messages, query.text)
  return run.done && reaches(goldOf(start, trace), run.world, run.calls, run.results)
}

/** The trace of an expectation that has one. */
export function traceOf({ task: { expected } }: Pick<TaskTurn | Turn, 'task'>): Trace | undefined {
  return 'trace' in expected ? expected.trace : undefined
}
