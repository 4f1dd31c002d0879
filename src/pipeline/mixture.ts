import type { FamilyName } from '../core/family.js'
import type { Policy } from '../core/policy.js'
import { between, chance, pickWeighted, type Rng, shuffle } from '../core/random.js'
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
  'missing-tool': 17,
  'missing-parameter': 16,
  irrelevant: 10,
  parallel: 12,
  'error-recovery': 10,
  blocked: 16,
  recall: 30,
  revision: 23,
}

/** Rows in percent by how many of their turns are tried in a family of their own. */
const SPECIAL_TURNS = [20, 46, 34]

/** What was just told, nobody asks for again: another turn lies between. */
const TURNS_BEFORE_RECALL = 2

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
  const turns = wanted.filter(isInOneTurn)
  return { row, turns: layOut(turns, row.includes('single') ? 1 : Math.max(count, turnsNeeded(turns)), random) }
}

/** Each family with the turns that it needs, in drawn order and with `base` in between; what looks back at earlier turns comes last. */
function layOut(families: readonly FamilyName[], count: number, random: Rng): FamilyName[] {
  const drawn = shuffle(random.fork('order'), families)
  const ordered = [...drawn.filter((name) => name !== 'recall'), ...drawn.filter((name) => name === 'recall')]
  let slack = count - ordered.reduce((sum, name) => sum + turnsOf(name), 0)
  const turns: FamilyName[] = []
  for (const [i, name] of ordered.entries()) {
    const least = name === 'recall' ? Math.max(0, TURNS_BEFORE_RECALL - turns.length) : 0
    const gap = between(random.fork(`gap${i}`), least, slack)
    slack -= gap
    const belonging = Array.from({ length: turnsOf(name) - 1 }, () => 'base' as const)
    turns.push(...Array.from({ length: gap }, () => 'base' as const), name, ...belonging)
  }
  return [...turns, ...Array.from({ length: slack }, () => 'base' as const)]
}

/** The turns that a family takes: its own, and the one that belongs to it. */
function turnsOf(name: FamilyName): number {
  return ['missing-tool', 'missing-parameter', 'revision'].includes(name) ? 2 : 1
}

/** The least number of turns in which a row can have a turn of each of these families. */
export function turnsNeeded(families: readonly FamilyName[]): number {
  const own = families.filter(isInOneTurn).reduce((sum, name) => sum + turnsOf(name), 0)
  return Math.max(1, own, families.includes('recall') ? TURNS_BEFORE_RECALL + 1 : 1)
}

/** Does the family change a turn of its own? Others change the row, or nothing. */
function isInOneTurn(name: FamilyName): boolean {
  return name === 'policy' || name === 'long-context' || (!ROW_FAMILIES.includes(name) && name !== 'base')
}

/** Why no row of so many turns can have all these families; undefined where one can. */
export function tooFewTurns(families: readonly FamilyName[], most: number): string | undefined {
  const needed = turnsNeeded(families)
  const room = families.includes('single') ? 1 : most
  if (needed <= room) return undefined
  const each = families.filter(isInOneTurn).map((name) => {
    const turns = name === 'recall' ? 'one after two others' : String(turnsOf(name))
    return `${name} ${turns}`
  })
  return `a row of all these families has at least ${needed} turns (${each.join(', ')}), not ${room}`
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
  return count === 1 || (name === 'recall' ? at >= TURNS_BEFORE_RECALL : fitsAlone(name) || at < count - 1)
}

/** Can the family be all that a conversation consists of? Not where a second turn or an earlier one belongs to it. */
export function fitsAlone(name: FamilyName): boolean {
  return turnsOf(name) === 1 && name !== 'recall'
}
