import type { Json } from '../../core/json.js'
import { pick, type Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import { planSignature } from '../../core/signature.js'
import { type Binding, type Goal, targetOf, type Trace, type TracedCall } from '../../core/trace.js'
import type { World } from '../../environment/index.js'
import type { VisibleCall } from '../../core/visible.js'
import {
  type ApiGraph,
  type Knowledge,
  learn,
  nextCalls,
  type NextCalls,
  type PlannedCall,
  type Stuck,
  toolNamed,
} from '../../graph/index.js'
import { answersOf, hasNeedlessGoal, type Untellable } from './owed.js'

const MAX_CALLS = 14

/** Why a walk made no trace: no next call, a call that failed, too many calls, or a turn that would owe nothing. */
export type DeadEnd =
  | { readonly kind: 'stuck'; readonly stuck: Stuck }
  | { readonly kind: 'failed'; readonly tool: string; readonly value: Json }
  | { readonly kind: 'too-long' | 'owes-nothing' | Untellable | 'already-told' }

/** A walk that reached its target, or why it did not. */
export type Walked =
  | { readonly trace: Trace; readonly way: Way }
  | { readonly trace?: undefined; readonly way?: undefined; readonly deadEnd: DeadEnd }

/** How far a walk has come: another may go on from there, in a fork of its world. */
export interface Way {
  readonly before: World
  readonly world: World
  readonly planned: readonly PlannedCall[]
  readonly calls: readonly VisibleCall[]
  readonly knowledge: Knowledge
  /** Did chance decide which of several calls came first? Another walk that begins with the same wishes may then go elsewhere. */
  readonly byChance: boolean
}

const ways = new WeakMap<Trace, Way>()

/** The way that led to a trace, where a walk made it. */
export function wayTo(found: Trace): Way | undefined {
  return ways.get(found)
}

/**
 * The directed walk [equation 2]: from what is visible, the next call is the target once it is legal, else one that
 * shortens the plan towards it; ties are broken by the seed. Every call is executed; one that fails ends the walk.
 * The world moves with it. With the ending `refused` only a last goal that its tool refuses is an end.
 */
export function walk(
  graph: ApiGraph,
  world: World,
  known: Knowledge,
  requests: readonly Request[],
  random: Rng,
  ending: 'done' | 'refused' = 'done',
): Walked {
  const start = { before: world.fork(), world, planned: [], calls: [], knowledge: known, byChance: false }
  return walkOn(graph, start, requests, random, ending)
}

/** The walk that goes on where another one came to, for its requests and those that follow them. */
export function walkOn(
  graph: ApiGraph,
  way: Way,
  requests: readonly Request[],
  random: Rng,
  ending: 'done' | 'refused' = 'done',
): Walked {
  let at = way
  for (;;) {
    const next = nextCalls(graph, requests, at.knowledge)
    if (next.kind === 'stuck') return { deadEnd: next }
    if (at.calls.length > MAX_CALLS) return { deadEnd: { kind: 'too-long' } }
    if (next.kind === 'done')
      return ending === 'done' ? arrive(graph, at, requests, next.goals) : { deadEnd: { kind: 'owes-nothing' } }
    at = goOn(graph, at, next, random)
    const { call, result } = at.calls.at(-1) as VisibleCall
    if (!result.error) continue
    const { purpose, request } = at.planned.at(-1) as PlannedCall
    return ending === 'refused' && purpose.kind === 'goal' && request === requests.length - 1
      ? { trace: refusedTrace(graph, at, requests), way: at }
      : { deadEnd: { kind: 'failed', tool: call.name, value: result.value } }
  }
}

/** One call further: one of those that may come next, in their order where it may matter. The world moves with it. */
function goOn(graph: ApiGraph, way: Way, next: Extract<NextCalls, { kind: 'calls' }>, random: Rng): Way {
  const { world, planned, calls, knowledge, byChance } = way
  const { turn } = knowledge
  const index = calls.length
  const isTied = next.calls.length > 1 && !isInOrder(next)
  const chosen = isTied ? pick(random.fork(`tie${index}`), next.calls) : (next.calls[0] as PlannedCall)
  const call = { id: `t${turn}c${index}`, name: chosen.tool, arguments: chosen.arguments }
  const made = { turn, index, call, result: world.call(call) }
  return {
    ...way,
    planned: [...planned, chosen],
    calls: [...calls, made],
    knowledge: learn(graph, knowledge, [made]),
    byChance: byChance || isTied,
  }
}

/** The trace of a way that has come to its goals, where the turn owes something. */
function arrive(graph: ApiGraph, way: Way, requests: readonly Request[], goals: readonly number[]): Walked {
  const { before, world, planned, calls, knowledge } = way
  const answers = answersOf(graph, requests, goals, calls)
  if (typeof answers === 'string') return { deadEnd: { kind: answers } }
  if (answers.length === 0 && world.sameAs(before)) return { deadEnd: { kind: 'owes-nothing' } }
  const goal: Goal = { calls: goals, answers }
  const traced = tracedCalls(graph, requests, planned, calls, goal)
  if (hasNeedlessGoal(graph, traced, goal, world)) return { deadEnd: { kind: 'already-told' } }
  const found = traceOf(before, world.fork(), requests, traced, goal, knowledge.turn)
  ways.set(found, way)
  return { trace: found, way }
}

/** Most traces are weighed and left, so digests and signature are made when they are asked for. */
function traceOf(
  before: World,
  after: World,
  requests: readonly Request[],
  calls: readonly TracedCall[],
  goal: Goal,
  turn: number,
): Trace {
  return {
    target: targetOf(requests, goal),
    get start() {
      return before.digest()
    },
    get end() {
      return after.digest()
    },
    requests,
    calls,
    goal,
    get signature() {
      return planSignature(calls, goal.calls, turn)
    },
  }
}

/** Moves, and goals in the order of their wishes: what is made first may matter. */
function isInOrder({ ordered, calls }: Extract<NextCalls, { kind: 'calls' }>): boolean {
  return ordered || calls.some(({ purpose }) => purpose.kind === 'goal')
}

/** The trace that ends where its last goal is refused: what it owes is the refusal. */
function refusedTrace(
  graph: ApiGraph,
  { before, world, planned, calls, knowledge }: Way,
  requests: readonly Request[],
): Trace {
  const goals = planned.flatMap(({ purpose }, i) => (purpose.kind === 'goal' ? [i] : []))
  const goal: Goal = { calls: goals, answers: [] }
  const traced = tracedCalls(graph, requests, planned, calls, goal)
  return traceOf(before, world.fork(), requests, traced, goal, knowledge.turn)
}

function tracedCalls(
  graph: ApiGraph,
  requests: readonly Request[],
  planned: readonly PlannedCall[],
  calls: readonly VisibleCall[],
  goal: Goal,
): TracedCall[] {
  const needs = planned.map((call, i) => needsOf(graph, requests, planned, call, i, calls[0]?.turn ?? 0))
  return planned.map(({ bindings }, i) => ({
    call: (calls[i] as VisibleCall).call,
    result: (calls[i] as VisibleCall).result,
    bindings,
    needs: needs[i] as number[],
    hidden: !goal.calls.includes(i) && needs.some((later) => later.includes(i)),
  }))
}

/**
 * Earlier calls of this turn that a call depends on: by value, by a condition they established, by the place they moved to,
 * by what the user made it hang on.
 */
function needsOf(
  graph: ApiGraph,
  requests: readonly Request[],
  planned: readonly PlannedCall[],
  call: PlannedCall,
  index: number,
  turn: number,
): number[] {
  const tool = toolNamed(graph, call.tool)
  const byValue = call.bindings.flatMap(({ source }: Binding) =>
    source.from === 'result' && source.turn === turn ? [source.call] : [],
  )
  const byState = planned.slice(0, index).flatMap((earlier, i) => {
    const { establishes, spec } = toolNamed(graph, earlier.tool)
    const enables = establishes.some(({ condition }) => tool.requires.includes(condition))
    const moves =
      graph.places(spec.environment)?.move.tool === earlier.tool && tool.spec.environment === spec.environment
    return enables || moves ? [i] : []
  })
  const searches = planned
    .slice(0, index)
    .flatMap((earlier, i) =>
      earlier.purpose.kind === 'search' && call.purpose.kind === 'goal' && earlier.request === call.request ? [i] : [],
    )
  const deciding = planned.slice(0, index).flatMap((earlier, i) => {
    const decides = earlier.purpose.kind === 'goal' && earlier.request === requests[call.request]?.only?.of
    return decides && call.purpose.kind === 'goal' ? [i] : []
  })
  return [...new Set([...byValue, ...byState, ...searches, ...deciding])].toSorted((a, b) => a - b)
}
