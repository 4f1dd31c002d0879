import { type Json, type JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import type { Reference, Request } from '../core/reference.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import { checkArguments, type World } from '../environment/index.js'
import { type ApiGraph, type Knowledge, learn, nextCalls, type PlannedCall } from '../graph/index.js'
import { goldOf, reaches } from './outcome.js'

/** What a weak solver starts from: the gold requests, and what the conversation shows. */
export interface Challenge {
  readonly graph: ApiGraph
  readonly start: World
  readonly knowledge: Knowledge
  readonly trace: Trace
}

/** A solver with one handicap: plans like any other, but through this blinder. */
interface WeakSolver {
  readonly name: string
  readonly requests?: (challenge: Challenge) => readonly Request[]
  readonly knowledge?: (challenge: Challenge) => Knowledge
  /** Replaces or drops a planned call; the handicap of careless hands. */
  readonly blinder?: (call: PlannedCall, challenge: Challenge, made: readonly ToolCall[]) => ToolCall | undefined
}

/** The fixed ladder of eight weak solvers (DESIGN section 5), from reading too literally to ignoring what limits the wish. */
export const LADDER: readonly WeakSolver[] = [
  { name: 'literal', blinder: (call) => (call.purpose.kind === 'goal' ? asCall(call) : undefined) },
  { name: 'no-memory', knowledge: ({ knowledge }) => forgetful(knowledge) },
  { name: 'first-item', knowledge: ({ knowledge }) => knowledge, requests: ({ trace }) => trace.requests, blinder: firstItem },
  { name: 'one-hop', blinder: (call, _, made) => (call.purpose.kind === 'goal' || made.length === 0 ? asCall(call) : undefined) },
  { name: 'skip-prerequisite', blinder: (call) => (['condition', 'move'].includes(call.purpose.kind) ? undefined : asCall(call)) },
  { name: 'sibling-tool', requests: ({ trace, graph }) => trace.requests.map((request) => sibling(graph, request)) },
  { name: 'stop-early', requests: ({ trace }) => trace.requests.slice(0, -1) },
  { name: 'ignore-constraint', requests: ({ trace, graph }) => trace.requests.map((request) => withoutOptional(graph, request)) },
]

/** How many of the ladder's solvers miss the outcome: 0 (anyone does it) to 8. */
export function difficultyOf(challenge: Challenge): number {
  return LADDER.filter((solver) => !solves(solver, challenge)).length
}

const MAX_CALLS = 16

function solves(solver: WeakSolver, challenge: Challenge): boolean {
  const world = challenge.start.fork()
  const requests = solver.requests?.(challenge) ?? challenge.trace.requests
  let knowledge = solver.knowledge?.(challenge) ?? challenge.knowledge
  const calls: ToolCall[] = []
  const results: ToolResult[] = []
  for (let steps = 0; steps < MAX_CALLS; steps++) {
    const next = nextCalls(challenge.graph, requests, knowledge)
    if (next.kind !== 'calls') break
    const taken = next.calls.flatMap((planned) => solver.blinder?.(planned, challenge, calls) ?? (solver.blinder ? [] : [asCall(planned)]))
    const acceptable = (taken.length > 0 ? taken : literalGoals(requests, knowledge, calls)).filter((call) => accepts(world, call))
    if (acceptable.length === 0) break
    for (const call of acceptable) {
      const result = world.call(call)
      calls.push(call)
      results.push(result)
      knowledge = learn(challenge.graph, knowledge, [{ turn: knowledge.turn, index: calls.length - 1, call, result }])
      if (result.error) return reaches(goldOf(challenge.start, challenge.trace), world, calls, results)
    }
  }
  return reaches(goldOf(challenge.start, challenge.trace), world, calls, results)
}

function asCall({ tool, arguments: args }: PlannedCall): ToolCall {
  return { id: 'weak', name: tool, arguments: args }
}

function accepts(world: World, { name, arguments: args }: ToolCall): boolean {
  const spec = world.tools.find((tool) => tool.name === name)
  return spec !== undefined && checkArguments(spec.parameters, untag(args)).length === 0
}

/** The goal tools with whatever the user said, for who cannot or will not look anything up. */
function literalGoals(requests: readonly Request[], _: Knowledge, made: readonly ToolCall[]): ToolCall[] {
  const request = requests[made.length]
  if (!request) return []
  const said = Object.entries(request.arguments).flatMap(([parameter, reference]): [string, Json][] => (reference.by === 'earlier' ? [] : [[parameter, reference.value]]))
  return [{ id: 'weak', name: request.tool, arguments: Object.fromEntries(said) }]
}

/** Only this turn counts: earlier results and arguments are gone. */
function forgetful(knowledge: Knowledge): Knowledge {
  return { ...knowledge, atoms: knowledge.atoms.filter(({ role }) => role === 'fact'), calls: [], located: new Map() }
}

/** Takes the first of the listed things, whatever the user described. */
function firstItem(call: PlannedCall, _: Challenge, made: readonly ToolCall[]): ToolCall {
  let args: JsonObject = call.arguments
  for (const { at, source } of call.bindings) {
    if (source.from !== 'result' || !source.selected) continue
    args = { ...args, [at.slice(1)]: `first:${made.length}` }
  }
  return { id: 'weak', name: call.tool, arguments: args }
}

/** The tool whose name shares most words with the wanted one and takes no more than what was said. */
function sibling(graph: ApiGraph, request: Request): Request {
  const words = new Set(request.tool.split(/_|(?=[A-Z])/))
  const said = Object.keys(request.arguments)
  const rivals = [...graph.tools.values()].filter(({ spec, parameters }) => spec.name !== request.tool && parameters.filter(({ required }) => required).every(({ name, entity }) => said.includes(name) || entity !== undefined))
  const shared = (name: string): number => name.split(/_|(?=[A-Z])/).filter((word) => words.has(word)).length
  const [nearest] = rivals.toSorted((a, b) => shared(b.spec.name) - shared(a.spec.name))
  if (!nearest) return request
  const args: [string, Reference][] = Object.entries(request.arguments).filter(([name]) => nearest.parameters.some((parameter) => parameter.name === name))
  return { tool: nearest.spec.name, arguments: Object.fromEntries(args) }
}

/** Drops what narrows the wish: arguments the tool does not require. */
function withoutOptional(graph: ApiGraph, request: Request): Request {
  const parameters = graph.tools.get(request.tool)?.parameters ?? []
  const required = new Set(parameters.filter((parameter) => parameter.required).map(({ name }) => name))
  return { ...request, arguments: Object.fromEntries(Object.entries(request.arguments).filter(([name]) => required.has(name.split('/')[0] ?? name))) }
}

export type { WeakSolver }
