import type { FamilyName } from '../core/family.js'
import type { Policy } from '../core/policy.js'
import { chance, pickWeighted, type Rng } from '../core/random.js'
import { ROW_FAMILIES } from '../families/index.js'
import { keeps } from './policy.js'

/** How often families are tried, in a default run: row families in percent of rows, turn families against each other. */
const ROW_SHARES: { readonly [family in FamilyName]?: number } = {
  single: 11,
  'long-context': 14,
  distractor: 60,
  policy: 14,
}
const TURN_WEIGHTS: { readonly [family in FamilyName]?: number } = {
  'missing-tool': 15,
  'missing-parameter': 16,
  irrelevant: 9,
  parallel: 12,
  'error-recovery': 10,
  blocked: 16,
  recall: 30,
  revision: 22,
}

/** Rows in percent by how many of their turns are tried in a family of their own. */
const SPECIAL_TURNS = [20, 46, 34]

/** The families of one row: those of the whole row, and those to be tried in its turns, in order; `base` in between. */
export interface RowPlan {
  readonly row: readonly FamilyName[]
  readonly turns: readonly FamilyName[]
}

/**
 * What a row is to train: each of the families asked for, or else drawn from the default mixture, of which a policy keeps
 * what pays.
 */
export function planRow(
  wanted: readonly FamilyName[] | undefined,
  count: number,
  random: Rng,
  policy?: Policy,
): RowPlan {
  if (wanted) return spread(wanted, count, random)
  const row = ROW_FAMILIES.filter((name) => chance(random.fork(name), ROW_SHARES[name] ?? 0, 100))
  const numbers = [0, 1, 2]
  const special = Math.min(
    pickWeighted(random.fork('special'), numbers, (n) => SPECIAL_TURNS[n] ?? 0),
    row.includes('single') ? 1 : 2,
  )
  const names = Object.keys(TURN_WEIGHTS) as FamilyName[]
  const chosen: FamilyName[] = row.filter((name) => name === 'policy' || name === 'long-context')
  while (chosen.length < special) {
    const left = names.filter((name) => !chosen.includes(name) && (!row.includes('single') || fitsAlone(name)))
    chosen.push(pickWeighted(random.fork(`special${chosen.length}`), left, (name) => TURN_WEIGHTS[name] ?? 0))
  }
  const kept = policy ? chosen.filter((name) => keeps(policy, name, random.fork(`keep:${name}`))) : chosen
  return place(row, kept, row.includes('single') ? 1 : count, random)
}

/** The families asked for, each in every row. */
function spread(wanted: readonly FamilyName[], count: number, random: Rng): RowPlan {
  const row = wanted.filter((name) => ROW_FAMILIES.includes(name))
  const turns = wanted.filter(
    (name) => name === 'policy' || name === 'long-context' || (!ROW_FAMILIES.includes(name) && name !== 'base'),
  )
  return place(row, turns, row.includes('single') ? 1 : Math.max(count, turns.length), random)
}

/** Families in turns of their own, in drawn order; one that needs something before it never comes first. */
function place(row: readonly FamilyName[], special: readonly FamilyName[], count: number, random: Rng): RowPlan {
  const turns: FamilyName[] = Array.from({ length: count }, () => 'base')
  for (const [i, name] of special.entries()) {
    const free = turns.flatMap((taken, at) => (taken === 'base' && hasRoom(name, at, count) ? [at] : []))
    if (free.length > 0) turns[free[random.fork(`place${i}`).next(free.length)] as number] = name
  }
  return { row, turns }
}

/** Is there room for the family at this turn: for what it needs before it, and for the turn that belongs to it? */
function hasRoom(name: FamilyName, at: number, count: number): boolean {
  return count === 1 || (name === 'recall' ? at > Math.min(1, count - 2) : fitsAlone(name) || at < count - 1)
}

/** Can the family be all that a conversation consists of? Not where a second turn or an earlier one belongs to it. */
export function fitsAlone(name: FamilyName): boolean {
  return !['missing-tool', 'missing-parameter', 'revision', 'recall'].includes(name)
}
