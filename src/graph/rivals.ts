import type { Request } from '../core/reference.js'
import type { Trace } from '../core/trace.js'
import type { ApiGraph, GraphTool } from './graph.js'
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

/** Could a wish for a tool, said like this where it is known how, take a value from a list? What the user says stands alone. */
export function mayHaveRivals(graph: ApiGraph, tool: GraphTool, said: Request['arguments'] = {}): boolean {
  return tool.parameters.some(({ name, entity, required }) => {
    const reference = said[name]
    const isFound = reference ? reference.by !== 'value' : required
    return isFound && entity !== undefined && graph.producers(entity).some(({ output }) => output.collection)
  })
}
