// Each by itself: proving rows loads nothing of what makes them.
import { environmentNamed, knownEnvironments } from '../catalog/environments.js'
import { type Meant, meant } from '../catalog/semantics.js'
import type { Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import type { Environment } from '../environment/index.js'
import { parseTrajectory } from '../store/index.js'
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
  const refs = row.initial.environments
  const environments = refs.map(({ name }) => environmentNamed(name, `${where}, row ${row.id}`))
  const changed = refs.find(
    (ref, i) => ref.digest !== environments[i]?.ref.digest || ref.version !== environments[i]?.ref.version,
  )
  if (changed) return refused(row, changed, pairs)
  const { environments: known, semantics } = kindFor(environments)
  return verifyRow(row, known, semantics, pairs)
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

const kinds = new Map<string, Meant>()

function kindFor(environments: readonly Environment[]): Meant {
  const key = environments.map(({ ref }) => ref.name).join('+')
  const known = kinds.get(key) ?? meant(environments)
  kinds.set(key, known)
  return known
}
