import { hiddenCalls } from '../../graph/index.js'
import type { Trajectory } from '../../core/trajectory.js'
import type { Collector } from '../collector.js'
import { earlierUses } from '../earlier-use.js'
import type { RowFacts } from '../facts.js'

/** A whole row to read, and why it was chosen. */
export interface Example {
  readonly why: string
  readonly row: Trajectory
}

/** Three rows: the first, the one with most hidden steps, and the one that goes back to earlier results most. */
export function collectExamples(): Collector<readonly Example[]> {
  const choices = [
    { why: 'the first row', score: () => 0, best: [] as Scored[] },
    { why: 'most hidden steps', score: hiddenStepsIn, best: [] as Scored[] },
    { why: 'most use of earlier results', score: usesIn, best: [] as Scored[] },
  ]
  return {
    add(row) {
      for (const choice of choices) keepBest(choice.best, { score: choice.score(row), row: row.row }, choices.length)
    },
    figure() {
      const taken = new Set<string>()
      return choices.flatMap(({ why, best }) => {
        const found = best.find(({ row }) => !taken.has(row.id))
        if (found) taken.add(found.row.id)
        return found ? [{ why, row: found.row }] : []
      })
    },
  }
}

interface Scored {
  readonly score: number
  readonly row: Trajectory
}

/** Of equal rows the earlier stays before the later. */
function keepBest(best: Scored[], scored: Scored, limit: number): void {
  const place = best.findIndex(({ score }) => scored.score > score)
  best.splice(place < 0 ? best.length : place, 0, scored)
  best.splice(limit)
}

function hiddenStepsIn({ graph, turns }: RowFacts): number {
  return turns
    .flatMap(({ trace }) => (trace && graph ? hiddenCalls(graph, trace) : []))
    .filter(({ kind }) => kind === 'step').length
}

function usesIn(row: RowFacts): number {
  return row.turns.flatMap((turn) => earlierUses(row, turn)).filter((outcome) => outcome === 'use').length
}
