// Each by itself: whoever proves rows loads nothing of what makes them.
import { environmentNamed } from '../catalog/environments.js'
import { type Meant, meant as meantIn } from '../catalog/semantics.js'
import type { SnapshotRecord, Trajectory } from '../core/trajectory.js'
import type { Environment } from '../environment/index.js'

/** The environments of a row with their meaning, or the one that is not as it was when the row was written. */
export type MeantBy =
  | { readonly meant: Meant; readonly changed?: never }
  | { readonly meant?: never; readonly changed: SnapshotRecord['environments'][number] }

/** What the tools of a row mean; an environment that nobody knows is a usage error that names `where`. */
export function meantBy({ initial }: Pick<Trajectory, 'initial'>, where: string): MeantBy {
  const refs = initial.environments
  const environments = refs.map(({ name }) => environmentNamed(name, where))
  const changed = refs.find(
    (ref, i) => ref.digest !== environments[i]?.ref.digest || ref.version !== environments[i]?.ref.version,
  )
  return changed ? { changed } : { meant: kindFor(environments) }
}

const kinds = new Map<string, Meant>()

function kindFor(environments: readonly Environment[]): Meant {
  const key = environments.map(({ ref }) => ref.name).join('+')
  const known = kinds.get(key) ?? meantIn(environments)
  kinds.set(key, known)
  return known
}
