import type { Manifest, Spend, WorkResult } from '../core/run.js'
import { addUp } from '../core/spend.js'

/** What finished items come to; `rejected` by phase and cause. */
export type Totals = Pick<Manifest, 'accepted' | 'rejected' | 'stats' | 'cost'>

/** Adds up parts of a run: items, or shards. */
export interface Sums {
  add(part: Totals): void
  /** Names in order, so that equal runs have equal manifests. */
  totals(): Totals
}

/** Starts from nothing. */
export function createSums(): Sums {
  const [rejected, stats] = [new Map<string, number>(), new Map<string, number>()]
  let cost: Spend[] = []
  let accepted = 0
  return {
    add(part) {
      accepted += part.accepted
      for (const [cause, n] of Object.entries(part.rejected)) increase(rejected, cause, n)
      for (const [name, value] of Object.entries(part.stats)) increase(stats, name, value)
      cost = addUp([...cost, ...part.cost])
    },
    totals: () => ({
      accepted,
      rejected: inOrder(rejected),
      stats: inOrder(stats),
      cost,
    }),
  }
}

/** One item as a part of its run. */
export function totalsOf({ status, rejections, stats, spent }: WorkResult): Totals {
  const rejected = new Map<string, number>()
  for (const { phase, cause } of rejections) increase(rejected, `${phase}:${cause}`, 1)
  return { accepted: status === 'accepted' ? 1 : 0, rejected: Object.fromEntries(rejected), stats, cost: spent }
}

function increase(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by)
}

function inOrder<T>(map: ReadonlyMap<string, T>): { [name: string]: T } {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
