import type { ToolCall } from '../../core/tool.js'
import type { Trace } from '../../core/trace.js'
import type { World } from '../../environment/index.js'
import { type ApiGraph, placedParameter, toolNamed } from '../../graph/index.js'
import { undoesItself } from './undoing.js'

/** Could somebody wish for all of this in one breath? */
export function isOneMessage(graph: ApiGraph, trace: Trace, start: World): boolean {
  return !losesPlace(graph, trace) && !undoesItself(trace, start)
}

/**
 * Does a wish act "here" after the way to another wish has led elsewhere? Who asks to compare two files and to create a third
 * means the place they know of, not the one that the comparison happens to end in.
 */
export function losesPlace(graph: ApiGraph, { calls, goal }: Trace): boolean {
  let moved = false
  for (const [i, { call }] of calls.entries()) {
    const isWish = goal.calls.includes(i)
    if (isWish && moved && actsHere(graph, call)) return true
    moved ||= !isWish && placesOf(graph, call)?.move.tool === call.name
  }
  return false
}

/** Does a call act at the current place whatever that is? Calls about a named thing act where the thing is. */
function actsHere(graph: ApiGraph, call: ToolCall): boolean {
  const places = placesOf(graph, call)
  if (!places) return false
  const everywhere = Object.entries(places.search.everywhere).every(([name, value]) => call.arguments[name] === value)
  if (call.name === places.search.tool && everywhere) return false
  if (call.name === places.move.tool) return call.arguments[places.move.parameter] === places.move.up
  return placedParameter(places, toolNamed(graph, call.name)) === undefined
}

function placesOf(graph: ApiGraph, { name }: ToolCall): ReturnType<ApiGraph['places']> {
  return graph.places(toolNamed(graph, name).spec.environment)
}
