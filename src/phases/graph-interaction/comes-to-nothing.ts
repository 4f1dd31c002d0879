import { isArray, isObject, type Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { ToolCall } from '../../core/tool.js'
import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import type { ApiGraph } from '../../graph/index.js'

/** Two numbers this close are one: so far off are units that are converted there and back. */
const CLOSE = 0.001

/** Does a wish for a figure come to the one it was given, or to one that the user said: a whole number rounded, a unit converted back? */
export function comesToNothing({ calls, goal }: Trace, graph: ApiGraph, { queries }: Visible): boolean {
  return goal.calls.some((index) => {
    const traced = calls[index]
    const shown = traced && onlyNumberIn(untag(traced.result.value))
    if (shown === undefined || graph.tools.get(traced?.call.name ?? '')?.spec.effect !== 'read') return false
    const given = traced ? figuresOf(traced.call, graph) : []
    return given.includes(shown) || (given.length === 1 && queries.some((query) => says(query, shown)))
  })
}

/** The figures among a call's arguments; the number of a thing is none. */
function figuresOf({ name, arguments: args }: ToolCall, graph: ApiGraph): number[] {
  return (graph.tools.get(name)?.parameters ?? []).flatMap(({ name: parameter, entity }) => {
    const value = untag(args[parameter] ?? null)
    return typeof value === 'number' && graph.entity(entity ?? '')?.opaque !== true ? [value] : []
  })
}

/** The number that a result is, or that is all it shows. */
function onlyNumberIn(result: Json): number | undefined {
  const leaves = isObject(result) && !isArray(result) ? Object.values(result) : [result]
  return leaves.length === 1 && typeof leaves[0] === 'number' ? leaves[0] : undefined
}

function says(text: string, figure: number): boolean {
  const said = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number)
  return said.some((number) => Math.abs(number - figure) <= CLOSE * number)
}
