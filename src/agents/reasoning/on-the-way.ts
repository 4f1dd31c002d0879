import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { pick, type Rng } from '../../core/random.js'
import type { ToolCall } from '../../core/tool.js'
import type { VisibleCall } from '../../core/visible.js'
import { type ApiGraph, knowledgeOf, lapsedBy } from '../../graph/index.js'
import { actsOf, type Arrival, type OnTheWay, tellArrival } from '../../language/index.js'
import type { Done } from './naming.js'

/**
 * What was changed for one goal that nobody asked for: since the goal before it, or all of it where no goal was reached. What follows
 * on a refusal with a cause puts that right.
 */
export function onTheWay(
  { graph, lexicon, visible }: Done,
  goals: readonly number[],
  goal: number | undefined,
  random: Rng,
): OnTheWay {
  const from = Math.max(-1, ...goals.filter((other) => other < (goal ?? -1)))
  const earlier = visible.calls.filter(({ turn, result }) => turn < visible.turn && !result.error)
  const made = visible.calls.filter(
    ({ turn, index }) => turn === visible.turn && index > from && (goal === undefined || index < goal),
  )
  const causes = made.map((refused) => causesOf(graph, refused))
  const because = causes.flat()
  const lapsed = causes.findIndex((all) => all.length > 0)
  const isAside = ({ index, call, result }: VisibleCall): boolean =>
    !goals.includes(index) && !result.error && isChange(graph, call.name)
  const later = lapsed < 0 ? [] : made.slice(lapsed + 1).filter(isAside)
  const first = made.filter((other) => isAside(other) && !later.some(({ call }) => call.name === other.call.name))
  const isAgain = ({ call }: VisibleCall): boolean => earlier.some((other) => isUndoneBy(other.call, call))
  const told = (calls: readonly VisibleCall[]): string[] =>
    actsOf(
      lexicon,
      calls.map((aside) => ({ tool: aside.call.name, again: later.includes(aside) || isAgain(aside) })),
      random,
    )
  const mending = told(later)
  return {
    acts: told(first),
    ...(mending.length > 0 ? { mended: { because: pick(random.fork('because'), because), acts: mending } } : {}),
  }
}

/** Does a tool do something, not only find it out? */
export function isChange(graph: ApiGraph, tool: string): boolean {
  return graph.tools.get(tool)?.spec.effect !== 'read'
}

/** What must have happened before a refusal, told of the past: "the session had ended". */
function causesOf(graph: ApiGraph, { call, result }: VisibleCall): string[] {
  const lapsed = result.error && lapsedBy(graph, call.name, result.value)
  const causes = lapsed === undefined ? [] : (graph.lapse(lapsed)?.causes ?? [])
  return causes.map((cause) => cause.replace(/\bhas\b/, 'had').replace(/\bthe user\b/, 'you'))
}

/** Does a call do once more what an earlier one did, or take it back? */
function isUndoneBy(earlier: ToolCall, call: ToolCall): boolean {
  if (earlier.name !== call.name) return false
  const [before, now] = [untag(earlier.arguments) as JsonObject, untag(call.arguments) as JsonObject]
  const differs = Object.keys(now).filter((name) => !sameJson(before[name] ?? null, now[name] ?? null))
  return differs.length === 0 || differs.some((name) => typeof now[name] !== 'object')
}

/** Where the turn has led to, unless that was what the user wanted: after the outcome (by its call) for which it went there. */
export function arrivals(
  { graph, lexicon, visible, knowledge, requests }: Done,
  goals: readonly number[],
  random: Rng,
): { readonly goal: number | undefined; readonly text: string }[] {
  const earlier = visible.calls.filter(({ turn }) => turn < visible.turn)
  const before = knowledgeOf(graph, { ...visible, calls: earlier }).places
  const asked = requests.map(({ tool }) => tool)
  return [...knowledge.places].flatMap(([environment, place]) => {
    if (place === before.get(environment) || asked.includes(graph.places(environment)?.move.tool ?? '')) return []
    const { goal, ...reason } = reasonOf(graph, environment, visible.calls.filter(isOf(visible.turn)), goals)
    const text = tellArrival(lexicon, { environment, place, ...reason }, random.fork(environment))
    return text === undefined ? [] : [{ goal, text }]
  })
}

function isOf(now: number): (call: VisibleCall) => boolean {
  return ({ turn, result }) => turn === now && !result.error
}

/** What the last move of the turn was for. */
function reasonOf(
  graph: ApiGraph,
  environment: string,
  calls: readonly VisibleCall[],
  goals: readonly number[],
): Pick<Arrival, 'thing' | 'isFound'> & { readonly goal: number | undefined } {
  const places = graph.places(environment)
  const moved = calls.findLast(({ call }) => call.name === places?.move.tool)?.index ?? 0
  const there = calls.filter(
    ({ index, call }) =>
      index > moved && goals.includes(index) && graph.tools.get(call.name)?.spec.environment === environment,
  )
  const things = there.flatMap(({ call }) => thingsOf(graph, places?.entities ?? [], call))
  const named = things.filter((thing, i) => things.findIndex((other) => sameJson(other, thing)) === i)
  const searches = calls.filter(({ index, call }) => index < moved && call.name === places?.search.tool).length
  const isFound = searches > 0
  const goal = there.at(-1)?.index
  // What lay beside the thing that was searched for was not looked for itself.
  if (named.length === 0 || named.length > 2 || (isFound && searches < named.length)) return { goal, isFound }
  return { goal, isFound, thing: named.length > 1 ? 'both' : 'it' }
}

/** The first arguments of a call that name things of the current place. */
function thingsOf(graph: ApiGraph, entities: readonly string[], call: ToolCall): Json[] {
  const args = untag(call.arguments) as JsonObject
  return (graph.tools.get(call.name)?.parameters ?? []).flatMap(({ name, entity }) => {
    const value = args[name]
    return entity !== undefined && entities.includes(entity) && value !== undefined ? [value] : []
  })
}
