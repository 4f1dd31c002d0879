import type { Trajectory } from '../../src/core/trajectory.js'
import type { WorldKind } from '../../src/pipeline/index.js'
import { type RowVerdict, verifyRow } from '../../src/verifiers/index.js'
import { present } from './rows.js'

/** The one of these kinds of world that a row was made in. */
export function kindOf(worlds: readonly WorldKind[], { initial }: Trajectory): WorldKind {
  const wanted = initial.environments.map(({ name }) => name).join()
  return present(worlds.find(({ environments }) => environments.map(({ ref }) => ref.name).join() === wanted))
}

/** What the verifiers say of a row, from the row alone. */
export function judge(worlds: readonly WorldKind[], row: Trajectory): RowVerdict {
  const { environments, semantics } = kindOf(worlds, row)
  return verifyRow(row, environments, semantics)
}
