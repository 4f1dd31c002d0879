import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import { type ApiGraph, toolNamed } from '../../graph/index.js'

/**
 * Does a trace look for a thing that lies where the way leads without looking: here, above, or in places that the conversation
 * has shown? Whoever guesses that gets there all the same, so such a turn can prove nothing.
 */
export function searchesInVain({ calls, goal }: Trace, graph: ApiGraph, { calls: before, places }: Visible): boolean {
  return calls.some(({ call }, i) => {
    const { move, search } = graph.places(toolNamed(graph, call.name).spec.environment) ?? {}
    if (!move || call.name !== search?.tool || goal.calls.includes(i)) return false
    const next = calls.findIndex((_, later) => later > i && goal.calls.includes(later))
    const moves = calls.slice(i + 1, next < 0 ? undefined : next).flatMap(({ call: made }) => {
      const to = made.arguments[move.parameter]
      return made.name === move.tool && typeof to === 'string' && to !== move.up && to !== move.top ? [to] : []
    })
    if (moves.length === 0) return true
    const shown = JSON.stringify([places, before.map((made) => [made.call.arguments, made.result.value])])
    return moves.every((to) => shown.includes(to))
  })
}
