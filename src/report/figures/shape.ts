import type { Collector } from '../collector.js'
import { createDistribution, type DistributionFigure } from '../distribution.js'
import type { Trace } from '../../core/trace.js'
import { count, type Tally } from '../tally.js'

/** How large rows and turns are, and how their calls hang together. */
export interface ShapeFigure {
  readonly rows: number
  readonly turns: number
  readonly calls: number
  readonly steps: number
  readonly expectations: { readonly [kind: string]: number }
  /** Turns whose accepted steps make one call or none. */
  readonly oneCallOrNone: number
  readonly turnsPerRow: DistributionFigure
  readonly callsPerTurn: DistributionFigure
  /** Longest chain of calls of a turn of which each needs the one before; a lone call has depth 1. */
  readonly depth: DistributionFigure
  /** Calls of the steps that make any. */
  readonly callsPerStep: DistributionFigure
  readonly parallelSteps: number
  readonly environments: { readonly [names: string]: number }
}

export function collectShape(): Collector<ShapeFigure> {
  const [turnsPerRow, callsPerTurn, depth, callsPerStep] = [
    createDistribution(),
    createDistribution(),
    createDistribution(),
    createDistribution(),
  ]
  const [expectations, environments]: [Tally, Tally] = [new Map(), new Map()]
  const totals = { rows: 0, turns: 0, calls: 0, steps: 0, oneCallOrNone: 0, parallelSteps: 0 }
  return {
    add({ row, turns }) {
      totals.rows += 1
      totals.turns += turns.length
      turnsPerRow.add(turns.length)
      count(environments, row.initial.environments.map(({ name }) => name).join(' + '))
      for (const { turn, trace, calls } of turns) {
        totals.calls += calls.length
        totals.steps += turn.steps.length
        if (calls.length <= 1) totals.oneCallOrNone += 1
        callsPerTurn.add(calls.length)
        count(expectations, turn.task.expected.kind)
        if (trace) depth.add(depthOf(trace))
        for (const step of turn.steps) {
          if (step.calls.length > 0) callsPerStep.add(step.calls.length)
          if (step.calls.length > 1) totals.parallelSteps += 1
        }
      }
    },
    figure: () => ({
      ...totals,
      expectations: Object.fromEntries(expectations),
      environments: Object.fromEntries(environments),
      turnsPerRow: turnsPerRow.figure(),
      callsPerTurn: callsPerTurn.figure(),
      depth: depth.figure(),
      callsPerStep: callsPerStep.figure(),
    }),
  }
}

function depthOf({ calls }: Trace): number {
  const depths: number[] = []
  for (const { needs } of calls) depths.push(1 + Math.max(0, ...needs.map((need) => depths[need] ?? 0)))
  return Math.max(0, ...depths)
}
