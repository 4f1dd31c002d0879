// Each by itself: proving rows loads nothing of what makes them.
import { knownEnvironments } from '../catalog/environments.js'
import type { Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import { parseTrajectory } from '../store/index.js'
import { meantBy } from './meant-by.js'
import { type RowVerdict, verifyPreference, verifyRow } from '../verifiers/index.js'

/** A line of a file of trajectories, counted from 1. */
export interface Line {
  readonly line: number
  readonly text: string
  /** Preference pairs of the row. */
  readonly pairs?: readonly Preference[]
}

/** Re-proves the row of one line; a line that holds no row, or one of unknown environments, is a usage error. */
export function judge({ line, text, pairs = [] }: Line, file: string): RowVerdict {
  const where = `${file} line ${line}`
  const row = parseTrajectory(text, where)
  const { meant, changed } = meantBy(row, `${where}, row ${row.id}`)
  return meant ? verifyRow(row, meant.environments, meant.semantics, pairs) : refused(row, changed, pairs)
}

function refused(
  row: Trajectory,
  changed: { readonly name: string; readonly digest: string },
  pairs: readonly Preference[],
): RowVerdict {
  const { id, certificate } = row
  const reason: Discrepancy = {
    kind: 'digest-mismatch',
    turn: 0,
    expected: `environment ${changed.name} ${changed.digest.slice(0, 12)}…`,
    got: `${knownEnvironments().get(changed.name)?.ref.digest.slice(0, 12)}…`,
  }
  return {
    id,
    pass: false,
    reasons: [reason],
    certificate,
    pairs: pairs.map((pair) => verifyPreference(row, pair, undefined)),
  }
}
