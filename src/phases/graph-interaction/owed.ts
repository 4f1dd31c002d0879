import type { Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at, matchPointer } from '../../core/pointer.js'
import type { Request } from '../../core/reference.js'
import type { Goal, TracedCall } from '../../core/trace.js'
import type { VisibleCall } from '../../core/visible.js'
import type { World } from '../../environment/index.js'
import { type ApiGraph, toolNamed } from '../../graph/index.js'
import { listsOwed, reaches } from '../../verifiers/index.js'

/** Why what the users of a turn want to hear cannot be told. */
export type Untellable = 'nothing-to-tell' | 'too-much-to-tell'

const MAX_ANSWERS = 24

/** The result leaves that the users of these requests want to hear, goal by goal; or why they cannot be told. */
export function answersOf(
  graph: ApiGraph,
  requests: readonly Request[],
  goals: readonly number[],
  calls: readonly VisibleCall[],
): Goal['answers'] | Untellable {
  const answers: { call: number; path: string }[] = []
  for (const [i, call] of goals.entries()) {
    const result = untag(calls[call]?.result.value ?? null)
    for (const pattern of toolNamed(graph, requests[i]?.tool ?? '').answers) {
      const paths = matchPointer(result, pattern).flatMap((path) =>
        Array.isArray(at(result, path)) ? matchPointer(result, `${path}/*`) : [path],
      )
      if (paths.length > MAX_ANSWERS) return 'too-much-to-tell'
      if (paths.length === 0 || paths.some((path) => isNothing(at(result, path)))) return 'nothing-to-tell'
      answers.push(...paths.map((path) => ({ call, path })))
    }
  }
  return answers
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === ''
}

/** Is there a goal that only reads, that nothing depends on, and whose answer the other calls tell anyway? Nobody would make that call. */
export function hasNeedlessGoal(graph: ApiGraph, traced: readonly TracedCall[], goal: Goal, world: World): boolean {
  if (traced.length === 1) return false
  const answers = goal.answers.map(({ call, path }) => {
    const made = traced[call]
    return { call, path, tool: made?.call.name ?? '', value: at(untag(made?.result.value ?? null), path) ?? null }
  })
  const lists = listsOwed(goal.answers, (call) => traced[call]?.result.value ?? null)
  return goal.calls.some((index) => {
    const reads = toolNamed(graph, traced[index]?.call.name ?? '').spec.effect === 'read'
    if (!reads || traced.some(({ needs }) => needs.includes(index))) return false
    const others = traced.filter((_, i) => i !== index)
    return reaches(
      { world, answers, lists, unwitnessed: [], refusals: [] },
      world,
      others.map(({ call }) => call),
      others.map(({ result }) => result),
    )
  })
}
