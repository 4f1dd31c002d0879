import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import {
  type ApiGraph,
  firstListed,
  type Knowledge,
  learn,
  nextCalls,
  siblingOf,
  withoutOptional,
} from '../../graph/index.js'

/** What catches weak solvers, roughly one trap for each rung of the ladder (DESIGN section 5). */
export type Trap =
  /** A value that the user does not say. */
  | 'indirect'
  /** A step that needs another step. */
  | 'deep'
  /** Something pointed back at. */
  | 'back'
  /** A described thing that does not stand first on its list. */
  | 'chooses'
  /** A condition to be met, a place to be in. */
  | 'prepares'
  /** A tool that another is named like. */
  | 'mistakable'
  /** A limit, a mode or a filter. */
  | 'narrows'
  /** A second wish. */
  | 'wishes'

/** The traps that a wish promises before anything is executed; undefined where it leads nowhere. */
export function promisedTraps(graph: ApiGraph, request: Request, knowledge: Knowledge): Trap[] | undefined {
  const next = nextCalls(graph, [request], knowledge)
  if (next.kind !== 'calls') return undefined
  const references = Object.values(request.arguments)
  const begins = new Set(next.calls.map(({ purpose }) => purpose.kind))
  const describes = references.some(({ by }) => by === 'field')
  return set({
    indirect: describes || pointsBack(request) || !begins.has('goal'),
    back: pointsBack(request),
    chooses: describes,
    prepares: begins.has('condition') || begins.has('move'),
    mistakable: siblingOf(graph, request) !== undefined,
    narrows: narrows(graph, request),
  })
}

/** The traps of an executed trace. */
export function trapsOf(graph: ApiGraph, trace: Trace, before: Knowledge): Trap[] {
  const { calls, requests } = trace
  const { turn } = before
  const made = calls.map(({ call, result }, index) => ({ turn, index, call, result }))
  const { atoms } = learn(graph, before, made)
  const bindings = calls.flatMap((call) => call.bindings)
  return set({
    indirect:
      calls.length > requests.length ||
      requests.some((request) => Object.values(request.arguments).some(({ by }) => by !== 'value')),
    deep: hasDeepGoal(trace),
    back: requests.some(pointsBack) && bindings.some(({ source }) => source.from === 'result' && source.turn < turn),
    chooses: bindings.some(({ value, source }) => {
      const first = firstListed(atoms, value, source)
      return first !== undefined && first.value !== value
    }),
    prepares: calls.some(({ needs, bindings: own }) =>
      needs.some(
        (need) => !own.some(({ source }) => source.from === 'result' && source.turn === turn && source.call === need),
      ),
    ),
    mistakable: requests.some((request) => siblingOf(graph, request) !== undefined),
    narrows: requests.some((request) => narrows(graph, request)),
    wishes: requests.length > 1,
  })
}

function set(traps: { readonly [trap in Trap]?: boolean }): Trap[] {
  return (Object.keys(traps) as Trap[]).filter((trap) => traps[trap])
}

function pointsBack(request: Request): boolean {
  return Object.values(request.arguments).some(({ by }) => by === 'earlier')
}

function narrows(graph: ApiGraph, request: Request): boolean {
  const required = withoutOptional(graph, request)
  return Object.keys(required.arguments).length < Object.keys(request.arguments).length
}

/** Does a goal come after hidden calls of different tools, which one step does not take together? */
function hasDeepGoal({ calls, goal }: Trace): boolean {
  let hidden = new Set<string>()
  return calls.some(({ call }, i) => {
    if (!goal.calls.includes(i)) {
      hidden.add(call.name)
      return false
    }
    const deep = hidden.size > 1
    hidden = new Set()
    return deep
  })
}
