import type { Json, JsonObject } from '../../core/json.js'
import type { Rng } from '../../core/random.js'
import type { CandidateContext, Known, World } from '../../environment/index.js'
import type { GraphTool } from '../../graph/index.js'

/** How an environment proposes the arguments of a tool. */
export type Candidates = (context: CandidateContext<Json>) => readonly JsonObject[]

/** What an environment proposes from: where the world stands, what the user knows, and whether a tool is wanted whatever chance has it. */
interface CandidatesInput {
  readonly world: World
  readonly known: readonly Known[]
  readonly random: Rng
  readonly insists?: boolean
}

const found = new WeakMap<CandidatesInput, Map<GraphTool, readonly JsonObject[]>>()

/** Assignments that the environment proposes; its own are made once, however often a tool is looked at. */
export function candidatesFor(tool: GraphTool, context: CandidatesInput, chosen?: Candidates): readonly JsonObject[] {
  if (chosen) return makeCandidates(tool, context, chosen)
  const known = found.get(context) ?? new Map<GraphTool, readonly JsonObject[]>()
  found.set(context, known)
  const candidates = known.get(tool) ?? makeCandidates(tool, context)
  known.set(tool, candidates)
  return candidates
}

function makeCandidates(
  tool: GraphTool,
  { world, known, random, insists = false }: CandidatesInput,
  chosen?: Candidates,
): readonly JsonObject[] {
  const environment = world.environments.find(({ ref }) => ref.name === tool.spec.environment)
  if (!environment || !tool.wishable) return []
  const candidates = chosen ?? environment.tool(tool.spec.name)?.candidates
  if (!candidates) return [{}]
  const state = world.stateOf(environment.ref.name)
  const context = { state, known, random: random.fork(`candidates:${tool.spec.name}`), clock: world.clock, insists }
  return certain(candidates, context) ?? remember(candidates, context)
}

/** What a state suggests whatever chance has it, and for whom. */
interface Suggested {
  readonly known: readonly Known[]
  readonly clock: string
  readonly assignments: readonly JsonObject[]
}

const suggested = new WeakMap<object, Map<Candidates, Suggested>>()

/** The assignments that were found for this state before, where they are no matter of chance. */
function certain(
  candidates: Candidates,
  { state, known, clock }: CandidateContext<Json>,
): Suggested['assignments'] | undefined {
  const before = suggested.get(state as object)?.get(candidates)
  return before?.known === known && before.clock === clock ? before.assignments : undefined
}

function remember(candidates: Candidates, context: CandidateContext<Json>): readonly JsonObject[] {
  const { state, known, clock, random } = context
  let drawn = false
  const watched: Rng = {
    next: (n) => ((drawn = true), random.next(n)),
    fork: (label) => ((drawn = true), random.fork(label)),
  }
  const assignments = candidates({ ...context, random: watched })
  if (drawn || !assignments.every(isFlat)) return assignments
  const ofState = suggested.get(state as object) ?? new Map<Candidates, Suggested>()
  suggested.set(state as object, ofState.set(candidates, { known, clock, assignments }))
  return assignments
}

/** Lists and objects are told apart by identity, so that those are made anew each time. */
function isFlat(assignment: JsonObject): boolean {
  return Object.values(assignment).every((value) => typeof value !== 'object')
}
