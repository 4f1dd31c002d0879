import { hiddenCalls, ROUTINE } from '../../graph/index.js'
import type { Collector } from '../collector.js'
import { createDistribution, type DistributionFigure } from '../distribution.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'

/** Steps that no words of the query ask for and that a later call depends on. */
export interface HiddenFigure {
  /** Turns with at least one hidden step. */
  readonly turnsWith: number
  readonly total: number
  readonly perTurn: DistributionFigure
  readonly tools: readonly Ranked[]
  /** Login, token, working-directory and status calls: hidden too, but routine. */
  readonly apart: { readonly [kind in (typeof ROUTINE)[number]]: number }
}

export function collectHidden(): Collector<HiddenFigure> {
  const tools: Tally = new Map()
  const apart: Tally = new Map(ROUTINE.map((kind) => [kind, 0]))
  const perTurn = createDistribution()
  let turnsWith = 0
  let total = 0
  return {
    add({ graph, turns }) {
      for (const { trace } of turns) {
        const hidden = trace && graph ? hiddenCalls(graph, trace) : []
        const steps = hidden.filter(({ kind }) => kind === 'step')
        for (const { kind } of hidden) if (kind !== 'step') count(apart, kind)
        for (const { tool } of steps) count(tools, tool)
        if (steps.length > 0) turnsWith += 1
        total += steps.length
        perTurn.add(steps.length)
      }
    },
    figure: () => ({
      turnsWith,
      total,
      perTurn: perTurn.figure(),
      tools: ranked(tools),
      apart: Object.fromEntries(apart) as HiddenFigure['apart'],
    }),
  }
}
