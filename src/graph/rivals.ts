import type { Trace } from '../core/trace.js'
import type { ApiGraph } from './graph.js'
import { type Knowledge, learn } from './knowledge.js'

/** The most things of one type that results show beside a value which the trace takes from a result. */
export function rivalsIn(graph: ApiGraph, known: Knowledge, turn: number, { calls }: Trace): number {
  const made = calls.map(({ call, result }, index) => ({ turn, index, call, result }))
  const { atoms } = learn(graph, known, made)
  const rivals = calls.flatMap(({ call, bindings }) =>
    bindings.flatMap(({ at, value, source }) => {
      const entity = graph.tools.get(call.name)?.parameters.find(({ name }) => `/${name}` === at)?.entity
      if (source.from !== 'result' || entity === undefined) return []
      const others = atoms.filter((atom) => atom.entity === entity && atom.value !== value && atom.role === 'item')
      return [new Set(others.map((atom) => JSON.stringify(atom.value))).size]
    }),
  )
  return Math.max(0, ...rivals)
}
