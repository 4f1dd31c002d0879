import type { Source } from '../../core/trace.js'
import type { Collector } from '../collector.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'

/** Where argument leaves come from. */
export interface ProvenanceFigure {
  readonly leaves: number
  readonly classes: readonly Ranked[]
}

export function collectProvenance(): Collector<ProvenanceFigure> {
  const classes: Tally = new Map()
  let leaves = 0
  return {
    add({ turns }) {
      for (const { index, trace } of turns) {
        for (const { source } of trace?.calls.flatMap(({ bindings }) => bindings) ?? []) {
          leaves += 1
          count(classes, classOf(source, index))
        }
      }
    },
    figure: () => ({ leaves, classes: ranked(classes) }),
  }
}

function classOf(source: Source, turn: number): string {
  switch (source.from) {
    case 'user':
      return 'said in this turn'
    case 'free':
      return 'dictated text'
    case 'result':
      return source.turn === turn ? 'result of this turn' : 'result of an earlier turn'
    case 'message':
      return source.role === 'system'
        ? 'system prompt'
        : source.role === 'user'
          ? 'said in an earlier turn'
          : 'earlier answer'
    case 'default':
      return 'documented default'
    case 'derived':
      return 'computed'
  }
}
