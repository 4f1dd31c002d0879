import { type JsonObject, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Rng } from '../../core/random.js'
import type { ToolCall } from '../../core/tool.js'
import { type ApiGraph, knowledgeOf } from '../../graph/index.js'
import { tellArrival, tellAsides } from '../../language/index.js'
import type { Done } from './naming.js'

/** What was changed for one goal that nobody asked for: since the goal before it, or all of it where no goal was reached. */
export function onTheWay(
  { graph, lexicon, visible }: Done,
  goals: readonly number[],
  goal: number | undefined,
  random: Rng,
): string[] {
  const from = Math.max(-1, ...goals.filter((other) => other < (goal ?? -1)))
  const earlier = visible.calls.filter(({ turn, result }) => turn < visible.turn && !result.error)
  const asides = visible.calls
    .filter(({ turn, index }) => turn === visible.turn && index > from && (goal === undefined || index < goal))
    .filter(({ index, call, result }) => !goals.includes(index) && !result.error && isChange(graph, call.name))
    .map(({ call }) => ({ tool: call.name, again: earlier.some((made) => isUndoneBy(made.call, call)) }))
  const told = tellAsides(lexicon, asides, random)
  return told === undefined ? [] : [told]
}

function isChange(graph: ApiGraph, tool: string): boolean {
  return graph.tools.get(tool)?.spec.effect !== 'read'
}

/** Does a call do once more what an earlier one did, or take it back? */
function isUndoneBy(earlier: ToolCall, call: ToolCall): boolean {
  if (earlier.name !== call.name) return false
  const [before, now] = [untag(earlier.arguments) as JsonObject, untag(call.arguments) as JsonObject]
  const differs = Object.keys(now).filter((name) => !sameJson(before[name] ?? null, now[name] ?? null))
  return differs.length === 0 || differs.some((name) => typeof now[name] !== 'object')
}

/** Where the turn has led to, unless that was what the user wanted. */
export function arrivals({ graph, lexicon, visible, knowledge, requests }: Done, random: Rng): string[] {
  const earlier = visible.calls.filter(({ turn }) => turn < visible.turn)
  const before = knowledgeOf(graph, { ...visible, calls: earlier }).places
  const asked = requests.map(({ tool }) => tool)
  return [...knowledge.places].flatMap(([environment, place]) => {
    const moved = place !== before.get(environment) && !asked.includes(graph.places(environment)?.move.tool ?? '')
    return (moved && tellArrival(lexicon, environment, place, random.fork(environment))) || []
  })
}
