import { FAMILIES } from '../../core/family.js'
import { LADDER, solves } from '../../verifiers/difficulty.js'
import type { Collector } from '../collector.js'
import type { TurnFacts } from '../facts.js'
import { byName, count, type Tally } from '../tally.js'

/** Families, and how hard their turns are. */
export interface FamiliesFigure {
  /** Rows and turns of each family; a row has the families of its turns. */
  readonly families: readonly {
    readonly name: string
    readonly rows: number
    readonly turns: number
    readonly buckets: readonly number[]
  }[]
  /** Acting turns by how many of the ladder's weak solvers fail them: index 0 (anyone does it) to 8. */
  readonly buckets: readonly number[]
  /** Turns that each weak solver fails. */
  readonly failedBy: { readonly [solver: string]: number }
  readonly measuredTurns: number
}

export function collectFamilies(): Collector<FamiliesFigure> {
  const [rows, turnsOf, failedBy]: [Tally, Tally, Tally] = [
    new Map(),
    new Map(),
    new Map(LADDER.map(({ name }) => [name, 0])),
  ]
  const ofFamily = new Map<string, number[]>()
  const buckets = emptyBuckets()
  let measuredTurns = 0
  return {
    add({ turns }) {
      for (const name of new Set(turns.flatMap(({ turn }) => turn.task.families))) count(rows, name)
      for (const facts of turns) {
        const failures = weaknessesOf(facts)
        for (const name of failures ?? []) count(failedBy, name)
        if (failures) measuredTurns += 1
        if (failures) add(buckets, failures.length)
        for (const name of facts.turn.task.families) {
          count(turnsOf, name)
          const own = ofFamily.get(name) ?? emptyBuckets()
          if (failures) add(own, failures.length)
          ofFamily.set(name, own)
        }
      }
    },
    figure() {
      const others = [...turnsOf.keys()]
        .filter((name) => !(FAMILIES as readonly string[]).includes(name))
        .toSorted(byName)
      const families = [...FAMILIES, ...others].map((name) => ({
        name,
        rows: rows.get(name) ?? 0,
        turns: turnsOf.get(name) ?? 0,
        buckets: ofFamily.get(name) ?? emptyBuckets(),
      }))
      return { families, buckets, failedBy: Object.fromEntries(failedBy), measuredTurns }
    },
  }
}

/** The weak solvers that fail the turn; undefined where it is not an acting one or its environments are unknown. */
function weaknessesOf({ trace, before }: TurnFacts): string[] | undefined {
  if (!trace || !before) return undefined
  return LADDER.filter((solver) => !solves(solver, { ...before, trace })).map(({ name }) => name)
}

function emptyBuckets(): number[] {
  return Array.from({ length: LADDER.length + 1 }, () => 0)
}

function add(buckets: number[], bucket: number): void {
  buckets[bucket] = (buckets[bucket] ?? 0) + 1
}
