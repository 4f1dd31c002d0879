import type { Collector } from '../collector.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'
import { type Benchmark, planText } from './benchmark.js'

/** Turns whose tools, in order, are those of a published answer: an upper bound, since answers tell no provenance. */
export interface PlanOverlap {
  readonly known: number
  readonly turns: number
  readonly shared: number
  readonly commonest: readonly Ranked[]
}

export function overlapOfPlans({ plans }: Benchmark): Collector<PlanOverlap> {
  const shared: Tally = new Map()
  let turns = 0
  return {
    add(row) {
      for (const { calls } of row.turns) {
        const plan = planText(calls.map(({ name }) => name))
        if (plan === undefined) continue
        turns += 1
        if (plans.has(plan)) count(shared, plan)
      }
    },
    figure: () => ({
      known: plans.size,
      turns,
      shared: [...shared.values()].reduce((a, b) => a + b, 0),
      commonest: ranked(shared).slice(0, 10),
    }),
  }
}
