import { isSessionTool } from '../../graph/index.js'
import type { Collector } from '../collector.js'
import { createDistribution, type DistributionFigure } from '../distribution.js'
import { earlierUses, type NoUse } from '../earlier-use.js'
import type { RowFacts, TurnFacts } from '../facts.js'
import { resultsIn } from '../sources.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'

/** How turns use what earlier ones found out, and how far values travel. */
export interface ReuseFigure {
  /** Turns after the first. */
  readonly laterTurns: number
  /** Of these, how many use an earlier turn's result. */
  readonly using: number
  /** Of these, how many take any argument from an earlier turn, counting what the user said there. */
  readonly leaning: number
  /** Arguments bound to an earlier turn's result: those that use it, and why others do not count. */
  readonly bindings: { readonly [outcome in 'use' | NoUse]?: number }
  /** Tools whose arguments use an earlier turn's result, by turns. */
  readonly tools: readonly Ranked[]
  /** Calls between producing a value and using it, over all turns; 1 is the next call. Session tokens left out. */
  readonly distanceInCalls: DistributionFigure
  readonly distanceInTurns: DistributionFigure
}

export function collectReuse(): Collector<ReuseFigure> {
  const [outcomes, tools]: [Tally, Tally] = [new Map(), new Map()]
  const [distanceInCalls, distanceInTurns] = [createDistribution(), createDistribution()]
  let laterTurns = 0
  let using = 0
  let leaning = 0
  return {
    add(row) {
      for (const turn of row.turns) {
        if (turn.index === 0) continue
        laterTurns += 1
        if (leans(turn)) leaning += 1
        const uses = earlierUses(row, turn)
        for (const outcome of uses) count(outcomes, outcome)
        if (!uses.includes('use')) continue
        using += 1
        if (turn.trace) count(tools, turn.trace.target)
      }
      for (const { turns, calls } of distancesOf(row)) {
        distanceInTurns.add(turns)
        distanceInCalls.add(calls)
      }
    },
    figure: () => ({
      laterTurns,
      using,
      leaning,
      bindings: Object.fromEntries(ranked(outcomes).map(({ name, count: n }) => [name, n])),
      tools: ranked(tools),
      distanceInCalls: distanceInCalls.figure(),
      distanceInTurns: distanceInTurns.figure(),
    }),
  }
}

function leans({ index, trace }: TurnFacts): boolean {
  const sources = trace?.calls.flatMap(({ bindings }) => bindings.map(({ source }) => source)) ?? []
  return sources.some((source) =>
    source.from === 'message'
      ? source.role !== 'system' && source.turn < index
      : resultsIn(source).some(({ turn }) => turn < index),
  )
}

function distancesOf({ graph, turns }: RowFacts): { turns: number; calls: number }[] {
  const offsets: number[] = []
  let before = 0
  for (const { calls } of turns) {
    offsets.push(before)
    before += calls.length
  }
  return turns.flatMap(({ index, trace }) =>
    (trace?.calls ?? []).flatMap(({ bindings }, position) =>
      bindings
        .flatMap(({ source }) => resultsIn(source))
        .flatMap((source) => {
          const producer =
            source.turn === index ? trace?.calls[source.call]?.call.name : turns[source.turn]?.calls[source.call]?.name
          if (isSessionTool(graph?.tools.get(producer ?? ''))) return []
          const calls = (offsets[index] ?? 0) + position - ((offsets[source.turn] ?? 0) + source.call)
          return [{ turns: index - source.turn, calls }]
        }),
    ),
  )
}
