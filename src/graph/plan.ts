import { sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import type { Request } from '../core/reference.js'
import { type ApiGraph, toolNamed } from './graph.js'
import type { Knowledge } from './knowledge.js'
import { planArguments, planCall } from './plan-call.js'
import type { PlannedCall, Stuck } from './planned-call.js'

/** What to do next for a user's requests: calls that can be made now, or that all is done, or why not. */
export type NextCalls =
  /** `ordered`: moves, of which each starts where the one before ended; other calls are independent. */
  | { readonly kind: 'calls'; readonly calls: readonly PlannedCall[]; readonly ordered: boolean }
  | { readonly kind: 'done'; readonly goals: readonly number[] }
  | { readonly kind: 'stuck'; readonly stuck: Stuck }

/**
 * Plans backwards over the graph from the first request that is not done: what its arguments and conditions need, what
 * those need in turn, and returns the calls whose own needs are all met. Works from visible knowledge only, so the
 * sampler's traces contain nothing an assistant could not know (DESIGN "informed").
 */
export function nextCalls(graph: ApiGraph, requests: readonly Request[], knowledge: Knowledge): NextCalls {
  const outlook = { graph, knowledge }
  const goals: number[] = []
  const current = knowledge.calls.filter(({ turn }) => turn === knowledge.turn)
  for (const [index, request] of requests.entries()) {
    if (!graph.tools.has(request.tool)) return { kind: 'stuck', stuck: { reason: 'unknown-tool', tool: request.tool } }
    const tool = toolNamed(graph, request.tool)
    const wish = {
      tool,
      references: request.arguments,
      purpose: { kind: 'goal', request: index },
      request: index,
    } as const
    const intended = planArguments(outlook, wish, 0)
    if (intended.kind === 'stuck') return intended
    // With its arguments known a goal can be recognised; its conditions may since have been changed by other goals.
    const made =
      intended.kind === 'ready'
        ? current.find((call) => !goals.includes(call.index) && isSame(call.call, intended.call))
        : undefined
    if (!made) {
      const planned = planCall(outlook, wish, 0, intended)
      if (planned.kind === 'stuck') return planned
      return planned.kind === 'needs'
        ? firstOf(planned.needs)
        : { kind: 'calls', calls: [planned.call], ordered: false }
    }
    if (made.result.error) return { kind: 'stuck', stuck: { reason: 'failed', tool: request.tool } }
    goals.push(made.index)
  }
  return { kind: 'done', goals }
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
