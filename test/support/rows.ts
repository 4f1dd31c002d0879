import type { Trajectory } from '../../src/core/trajectory.js'
import { type Recipe, synthesizeItem } from '../../src/pipeline/index.js'
import { type RowVerdict, verifyRow } from '../../src/verifiers/index.js'
import { kind } from './desk.js'

/** A recipe for ordinary rows of the parcel desk: small, and quick to verify. */
export function deskRecipe(seed: number, change: Partial<Recipe> = {}): Recipe {
  return { seed, worlds: [kind], turns: [2, 3], kmax: 3, families: ['base'], ...change }
}

/** Accepted rows of the parcel desk. */
export async function deskRows(seed: number, count: number): Promise<Trajectory[]> {
  const items = await Promise.all(Array.from({ length: count }, (_, index) => synthesizeItem(deskRecipe(seed), index)))
  return items.flatMap(({ row }) => row ?? [])
}

export function verifyDeskRow(row: Trajectory): RowVerdict {
  return verifyRow(row, kind.environments, kind.semantics)
}

/** The row changed, and a certificate over it as a forger who runs the verifier would write one. */
export function forged(row: Trajectory, change: Partial<Trajectory>): Trajectory {
  const changed = { ...row, ...change }
  return { ...changed, certificate: verifyDeskRow(changed).certificate }
}

/** A value that must be there for a test to mean anything. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('present: the value that this test needs is not there')
  return value
}
