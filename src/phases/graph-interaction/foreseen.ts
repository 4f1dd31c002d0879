import type { Json } from '../../core/json.js'
import type { Trace } from '../../core/trace.js'
import type { ApiGraph } from '../../graph/index.js'

/** Does a wish name what only a change of the same message makes? Nobody knows the number of an order that is not placed yet. */
export function isForeseen({ requests, calls, goal }: Trace, graph: ApiGraph): boolean {
  return requests.some(({ arguments: args }, i) => {
    const changes = calls
      .slice(0, goal.calls[i] ?? 0)
      .filter(({ call }) => graph.tools.get(call.name)?.spec.effect !== 'read')
    const made = JSON.stringify(changes.map(({ result }) => result.value))
    const given = JSON.stringify([changes.map(({ call }) => call.arguments), requests.slice(0, i)])
    return Object.values(args).some(
      (reference) =>
        reference.by === 'value' &&
        isName(reference.value) &&
        occursIn(made, reference.value) &&
        !occursIn(given, reference.value),
    )
  })
}

/** Small numbers and switches are the same of many things. */
function isName(value: Json): boolean {
  return typeof value === 'string' ? value.length > 2 : typeof value === 'number' && value > 999
}

function occursIn(text: string, value: Json): boolean {
  return text.includes(JSON.stringify(value))
}
