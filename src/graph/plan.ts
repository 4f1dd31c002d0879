import { sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at } from '../core/pointer.js'
import { holds, type Request } from '../core/reference.js'
import { type ApiGraph, type GraphTool, toolNamed } from './graph.js'
import type { Knowledge } from './knowledge.js'
import { isMended } from './lapse.js'
import { planArguments, planCall } from './plan-call.js'
import type { Outlook, PlannedCall, Stuck, Wish } from './planned-call.js'
import type { VisibleCall } from '../core/visible.js'

/** What to do next for a user's requests: calls that can be made now, or that all is done, or why not. */
export type NextCalls =
  /** `ordered`: moves, of which each starts where the one before ended; other calls are independent. */
  | { readonly kind: 'calls'; readonly calls: readonly PlannedCall[]; readonly ordered: boolean }
  /** `goals`: the call for each wish, but for a last one that hangs on what turned out otherwise. */
  | { readonly kind: 'done'; readonly goals: readonly number[] }
  | { readonly kind: 'stuck'; readonly stuck: Stuck }

interface Weighed {
  readonly graph: ApiGraph
  readonly knowledge: Knowledge
  readonly next: NextCalls
}

/** What came next for a wish alone, which is first weighed by that and then walked. */
const weighed = new WeakMap<Request, Weighed>()

/**
 * Plans backwards over the graph from the first request that is not done: what its arguments and conditions need, what
 * those need in turn, and returns the calls whose own needs are all met. Works from visible knowledge only, so the
 * sampler's traces contain nothing an assistant could not know (DESIGN "informed").
 */
export function nextCalls(graph: ApiGraph, requests: readonly Request[], knowledge: Knowledge): NextCalls {
  const [only] = requests
  const before = only && requests.length === 1 ? weighed.get(only) : undefined
  if (before?.graph === graph && before.knowledge === knowledge) return before.next
  const next = planNext(graph, requests, knowledge)
  if (only && requests.length === 1) weighed.set(only, { graph, knowledge, next })
  return next
}

function planNext(graph: ApiGraph, requests: readonly Request[], knowledge: Knowledge): NextCalls {
  const outlook: Outlook = { graph, knowledge, lookups: new Map() }
  const goals: number[] = []
  const current = knowledge.calls.filter(({ turn }) => turn === knowledge.turn)
  for (const [index, request] of requests.entries()) {
    if (!isWanted(request, goals, current)) continue
    if (!graph.tools.has(request.tool)) return { kind: 'stuck', stuck: { reason: 'unknown-tool', tool: request.tool } }
    const tool = toolNamed(graph, request.tool)
    const wish = goalWish(tool, request, index)
    const intended = planArguments(outlook, wish, 0)
    if (intended.kind === 'stuck') return intended
    // With its arguments known a goal can be recognised; its conditions may since have been changed by other goals.
    const tries =
      intended.kind === 'ready'
        ? current.filter(
            (call) =>
              !goals.includes(call.index) &&
              isSame(call.call, intended.call) &&
              !isMended(graph, knowledge.conditions, call),
          )
        : []
    const made = tries.find(({ result }) => !result.error)
    if (!made) {
      const planned = planCall(outlook, wish, 0, intended)
      if (planned.kind === 'stuck') return planned
      if (planned.kind === 'needs') return firstOf(planned.needs)
      if (isFinal(tries) && !isElsewhere(outlook, request.tool, tries))
        return { kind: 'stuck', stuck: { reason: 'failed', tool: request.tool } }
      return {
        kind: 'calls',
        calls: [planned.call, ...besides(outlook, requests, index, planned.call)],
        ordered: false,
      }
    }
    goals.push(made.index)
  }
  return { kind: 'done', goals }
}

function goalWish(tool: GraphTool, { arguments: references }: Request, request: number): Wish {
  return { tool, references, purpose: { kind: 'goal', request }, request }
}

/** Does what a wish hangs on hold, as far as the conversation shows it? */
function isWanted({ only }: Request, goals: readonly number[], calls: readonly VisibleCall[]): boolean {
  const made = only && calls.find(({ index }) => index === goals[only.of])
  return !only || !made || holds(only, at(untag(made.result.value), only.at))
}

/** Was it refused for good, or refused again after a passing failure? */
function isFinal(tries: readonly VisibleCall[]): boolean {
  return tries.some(({ result }) => result.error?.transient === false) || tries.length > 1
}

/** Was it tried at another place than the one it would be made at now? */
function isElsewhere({ graph, knowledge }: Outlook, name: string, tries: readonly VisibleCall[]): boolean {
  const places = graph.places(toolNamed(graph, name).spec.environment)
  const last = tries.at(-1)?.index ?? 0
  return (
    places !== undefined &&
    knowledge.calls.some(
      ({ turn, index, call, result }) =>
        turn === knowledge.turn && index > last && call.name === places.move.tool && !result.error,
    )
  )
}

/**
 * Goal calls of the requests that follow which can go with this one: all only read, or all are calls of one tool; each is
 * ready and points at nothing that another of them could change.
 */
function besides(outlook: Outlook, requests: readonly Request[], first: number, call: PlannedCall): PlannedCall[] {
  const { graph, knowledge } = outlook
  const chosen = [call]
  for (const [index, request] of requests.entries()) {
    if (index <= first) continue
    const tool = graph.tools.get(request.tool)
    const pointsBack = Object.values(request.arguments).some(({ by }) => by === 'earlier')
    if (!tool || pointsBack || request.only || !goTogether(graph, call.tool, request.tool)) break
    const wish = goalWish(tool, request, index)
    const planned = planCall(outlook, wish, 0)
    if (planned.kind !== 'ready' || chosen.some((other) => isSame({ ...other, name: other.tool }, planned.call))) break
    const tried = knowledge.calls.some((other) => other.turn === knowledge.turn && isSame(other.call, planned.call))
    if (tried) break
    chosen.push(planned.call)
  }
  return chosen.slice(1)
}

function goTogether(graph: ApiGraph, a: string, b: string): boolean {
  const [first, second] = [toolNamed(graph, a).spec, toolNamed(graph, b).spec]
  if (first.effect === 'read' && second.effect === 'read') return true
  return a === b && first.effect === 'write' && graph.places(first.environment) === undefined
}

function isSame(
  made: { readonly name: string; readonly arguments: PlannedCall['arguments'] },
  planned: PlannedCall,
): boolean {
  return made.name === planned.tool && sameJson(untag(made.arguments), untag(planned.arguments))
}

/** Conditions come first, then look-ups that can be made together, then moves, which change where all else happens. */
function firstOf(needs: readonly PlannedCall[]): NextCalls {
  const moves = needs.filter(({ purpose }) => purpose.kind === 'move')
  const others = needs.filter(({ purpose }) => purpose.kind !== 'move')
  const distinct = others.filter(
    (call, i) => others.findIndex((other) => isSame({ ...other, name: other.tool }, call)) === i,
  )
  const [condition] = distinct.filter(({ purpose }) => purpose.kind === 'condition')
  if (condition) return { kind: 'calls', calls: [condition], ordered: false }
  return distinct.length > 0
    ? { kind: 'calls', calls: distinct, ordered: false }
    : { kind: 'calls', calls: moves, ordered: true }
}
