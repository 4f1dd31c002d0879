import type { FamilyName } from '../../core/family.js'
import type { Trace } from '../../core/trace.js'
import type { Turn } from '../../core/trajectory.js'
import type { Discrepancy } from '../../core/verdict.js'
import type { TaskTurn } from '../context.js'

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

/** The trace of an expectation that has one. */
export function traceOf({ task: { expected } }: Pick<TaskTurn | Turn, 'task'>): Trace | undefined {
  return 'trace' in expected ? expected.trace : undefined
}
