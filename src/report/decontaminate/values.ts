import { forEachLeaf } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Collector } from '../collector.js'
import type { RowFacts } from '../facts.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'
import { type Benchmark, isTelling } from './benchmark.js'

/** Telling values (long, with a digit or of several words) that states or calls share. */
export interface ValueOverlap {
  readonly known: number
  readonly shared: number
  readonly rows: number
  readonly commonest: readonly Ranked[]
}

export function overlapOfValues({ values }: Benchmark): Collector<ValueOverlap> {
  const shared: Tally = new Map()
  let rows = 0
  return {
    add(row) {
      const own = new Set([...valuesOf(row)].filter((value) => values.has(value)))
      for (const value of own) count(shared, value)
      if (own.size > 0) rows += 1
    },
    figure: () => ({ known: values.size, shared: shared.size, rows, commonest: ranked(shared).slice(0, 20) }),
  }
}

function valuesOf({ row, turns }: RowFacts): Set<string> {
  const found = new Set<string>()
  const take = (leaf: unknown, path: readonly string[]): void => {
    for (const value of [leaf, ...path]) if (isTelling(value)) found.add(String(value))
  }
  for (const state of Object.values(row.initial.state)) forEachLeaf(untag(state), take)
  for (const { arguments: args } of turns.flatMap(({ calls }) => calls)) forEachLeaf(untag(args), take)
  return found
}
