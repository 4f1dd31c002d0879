import type { ToolCall } from '../../core/tool.js'
import type { Trace } from '../../core/trace.js'
import type { World } from '../../environment/index.js'
import { type ApiGraph, placedParameter, toolNamed } from '../../graph/index.js'
import { undoesItself } from './undoing.js'

/** Could somebody wish for all of this in one breath? */
export function isOneMessage(graph: ApiGraph, trace: Trace, start: World): boolean {
  return !losesPlace(graph, trace) && !namesLate(graph, trace) && !undoesItself(trace, start)
}

/** How much each way to mean a thing says of it: who has said more does so first, and then says less. */
const SAYS = { earlier: 0, field: 1, value: 2 } as const

/** Is a thing that a wish only calls "it", or describes, named by a later one? People name it first and say "it" after that. */
export function namesLate(graph: ApiGraph, { calls, goal, requests }: Trace): boolean {
  const said = new Map<string, number>()
  for (const [w, request] of requests.entries()) {
    const { call } = calls[goal.calls[w] ?? -1] ?? {}
    if (!call) continue
    for (const { name, entity } of toolNamed(graph, call.name).parameters) {
      const [reference, value] = [request.arguments[name], call.arguments[name]]
      if (!reference || typeof value !== 'string') continue
      const [thing, says] = [`${entity}:${value}`, SAYS[reference.by]]
      if (says > (said.get(thing) ?? says)) return true
      said.set(thing, says)
    }
  }
  return false
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
