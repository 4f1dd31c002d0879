import type { Json } from '../../core/json.js'
import type { Trace } from '../../core/trace.js'
import type { ApiGraph } from '../../graph/index.js'
import { isThing, occursIn } from './things.js'

/** Does a wish name what only a change of the same message makes? Nobody knows the number of an order that is not placed yet. */
export function isForeseen({ requests, calls, goal }: Trace, graph: ApiGraph): boolean {
  return requests.some((request, i) => {
    const changes = calls
      .slice(0, goal.calls[i] ?? 0)
      .filter(({ call }) => graph.tools.get(call.name)?.spec.effect !== 'read')
    const made = changes.map(({ result }) => result.value)
    const given: Json = [...changes.map(({ call }) => call.arguments), ...requests.slice(0, i).flatMap(saidBy)]
    return saidBy(request).some((value) => isThing(value) && occursIn(made, value) && !occursIn(given, value))
  })
}

function saidBy(request: Trace['requests'][number]): Json[] {
  return Object.values(request.arguments).flatMap((reference) => (reference.by === 'value' ? [reference.value] : []))
}
