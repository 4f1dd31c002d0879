import type { Json, JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { withValueAt } from '../core/pointer.js'
import type { Request } from '../core/reference.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Visible } from '../core/visible.js'
import { checkArguments, type World } from '../environment/index.js'
import {
  type ApiGraph,
  firstListed,
  type GraphTool,
  type Knowledge,
  knowledgeOf,
  learn,
  nextCalls,
  type PlannedCall,
  siblingOf,
  withoutOptional,
} from '../graph/index.js'
import { goldOf, reaches } from './gold.js'

/** A turn as a weak solver meets it: what the conversation shows before it, and what its user wants. */
export interface Challenge {
  readonly graph: ApiGraph
  /** The world before the turn; it is not moved. */
  readonly start: World
  readonly visible: Visible
  readonly trace: Trace
}

/**
 * A solver that understands the wishes and plans like any other, but for one handicap. It takes the wishes one by one,
 * and its turn is over when a call fails, when it knows no next call, or when the last wish is acted on.
 */
export interface WeakSolver {
  readonly name: string
  /** What of the conversation before the turn it looks at. */
  readonly sees?: (visible: Visible) => Visible
  /** Which relations between tools it knows of. */
  readonly graph?: (graph: ApiGraph) => ApiGraph
  /** What it takes the wishes to be. */
  readonly wishes?: (requests: readonly Request[], graph: ApiGraph) => readonly Request[]
  /** Steps it takes towards a wish before it calls the wished tool, with the user's own words where nothing better is known. */
  readonly patience?: number
  /** How it gets a planned call wrong, given what it knows by then. */
  readonly mistakes?: (call: PlannedCall, knowledge: Knowledge) => ToolCall
}

/** The fixed ladder of eight weak solvers (DESIGN section 5), each with the trap that catches it. */
export const LADDER: readonly WeakSolver[] = [
  /** Calls the wished tool with the user's own words. Trap: a value that has to be found. */
  { name: 'literal', patience: 0 },
  /** Knows the system prompt and this message only. Trap: a value, a session or a place from an earlier turn. */
  { name: 'no-memory', sees: (visible) => ({ ...visible, calls: [] }) },
  /** Of listed things it takes the first. Trap: the described thing stands further down. */
  { name: 'first-item', mistakes: takingTheFirst },
  /** Takes one step towards a wish, then acts. Trap: a step that needs another step. */
  { name: 'one-hop', patience: 1 },
  /** Sees where values come from, not what must hold first. Trap: a login, a session condition, a place to be in. */
  { name: 'skip-prerequisite', graph: withoutPrerequisites },
  /** Confuses a tool with the one named most like it. Trap: such a tool, and the words fit it too. */
  {
    name: 'sibling-tool',
    wishes: (requests, graph) => requests.map((request) => siblingOf(graph, request) ?? request),
  },
  /** Is done one wish too soon. Trap: two wishes in one message. */
  { name: 'stop-early', wishes: (requests) => requests.slice(0, Math.max(1, requests.length - 1)) },
  /** Leaves out what a tool does not insist on. Trap: a limit, a mode or a filter the user asked for. */
  {
    name: 'ignore-constraint',
    wishes: (requests, graph) => requests.map((request) => withoutOptional(graph, request)),
  },
]

/** How many of the ladder's solvers miss the outcome: 0 (anyone does it) to 8. */
export function difficultyOf(challenge: Challenge): number {
  return LADDER.filter((solver) => !solves(solver, challenge)).length
}

const MAX_CALLS = 16

/** Does a weak solver, left alone with the turn, come to its outcome all the same? */
export function solves(solver: WeakSolver, { graph, start, visible, trace }: Challenge): boolean {
  const known = solver.graph?.(graph) ?? graph
  const world = start.fork()
  const calls: ToolCall[] = []
  const results: ToolResult[] = []
  let knowledge = knowledgeOf(known, solver.sees?.(visible) ?? visible)
  const make = (planned: PlannedCall): boolean => {
    const call = solver.mistakes?.(planned, knowledge) ?? asCall(planned.tool, planned.arguments)
    if (calls.length >= MAX_CALLS || !isAccepted(world, call)) return false
    const result = world.call(call)
    calls.push(call)
    results.push(result)
    knowledge = learn(known, knowledge, [{ turn: visible.turn, index: calls.length - 1, call, result }])
    return !result.error
  }
  const grant = (request: Request): boolean => {
    for (let steps = 0; steps < (solver.patience ?? MAX_CALLS); steps++) {
      const next = nextCalls(known, [request], knowledge)
      if (next.kind === 'stuck') return false
      if (next.kind === 'done') return true
      const goal = next.calls.find(({ purpose }) => purpose.kind === 'goal')
      if (goal) return make(goal)
      if (!next.calls.every(make)) return false
    }
    return solver.patience !== undefined && make(asSaid(known, knowledge, request, solver.patience > 0))
  }
  ;(solver.wishes?.(trace.requests, graph) ?? trace.requests).every(grant)
  return reaches(goldOf(start, trace), world, calls, results)
}

function asCall(name: string, args: JsonObject): ToolCall {
  return { id: 'weak', name, arguments: args }
}

function isAccepted(world: World, { name, arguments: args }: ToolCall): boolean {
  const spec = world.tools.find((tool) => tool.name === name)
  return spec !== undefined && checkArguments(spec.parameters, untag(args)).length === 0
}

/** The wished tool at once: as planned where that is possible by now, else with the words of the user as they are. */
function asSaid(graph: ApiGraph, knowledge: Knowledge, request: Request, looked: boolean): PlannedCall {
  const next = looked ? nextCalls(graph, [request], knowledge) : undefined
  const planned = next?.kind === 'calls' ? next.calls.find(({ purpose }) => purpose.kind === 'goal') : undefined
  if (planned) return planned
  let args: Json = {}
  for (const [parameter, reference] of Object.entries(request.arguments)) {
    if (reference.by !== 'earlier') args = withValueAt(args, `/${parameter}`, reference.value)
  }
  return {
    tool: request.tool,
    arguments: args as JsonObject,
    bindings: [],
    request: 0,
    purpose: { kind: 'goal', request: 0 },
  }
}

/** The call with the first listed thing in place of each that was chosen from a list. */
function takingTheFirst({ tool, arguments: args, bindings }: PlannedCall, { atoms }: Knowledge): ToolCall {
  let taken: Json = args
  for (const { at, value, source } of bindings) {
    const first = firstListed(atoms, value, source)
    if (first) taken = withValueAt(taken, at, first.value)
  }
  return asCall(tool, taken as JsonObject)
}

const bare = new WeakMap<ApiGraph, ApiGraph>()

/** The graph without what enables: no tool requires a condition, nothing lies anywhere. */
function withoutPrerequisites(graph: ApiGraph): ApiGraph {
  const known = bare.get(graph)
  if (known) return known
  const tools = new Map([...graph.tools].map(([name, tool]): [string, GraphTool] => [name, { ...tool, requires: [] }]))
  const made: ApiGraph = { ...graph, tools, places: () => undefined }
  bare.set(graph, made)
  return made
}
