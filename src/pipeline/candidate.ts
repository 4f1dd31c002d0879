import { messageTool } from '../core/message.js'
import { between, createRng, pick, type Rng } from '../core/random.js'
import type { Rejection } from '../core/run.js'
import { messagesOf, type Trajectory, type Turn } from '../core/trajectory.js'
import { createScenario, replay, type World, type WorldScenario } from '../environment/index.js'
import { untrained, type Policy } from '../core/policy.js'
import { directed, interact, learned, random as undirected, type Sampler } from '../phases/graph-interaction/index.js'
import { refine } from '../phases/guided-chain/index.js'
import { synthesize } from '../phases/tool-query-synthesis/index.js'
import {
  type ActingTurn,
  certificateOf,
  difficultyOf,
  proveTurn,
  type TurnProof,
  type Uncertified,
} from '../verifiers/index.js'
import type { ProposedTurn } from './policy.js'
import type { Recipe, WorldKind } from './recipe.js'

/** What came of one candidate: a certified row or nothing, and every turn that was proposed and turned down. */
export interface CandidateResult {
  readonly row?: Trajectory
  readonly rejections: readonly Rejection[]
  /** Tries at a turn, accepted ones included. */
  readonly proposed: number
  /** Turns for which a trace was found, in order. */
  readonly turns: readonly ProposedTurn[]
  /** Tool calls executed while sampling. */
  readonly sampled: number
}

/** Different tries at one turn before the candidate is given up. */
const TURN_TRIES = 5

interface Draft {
  readonly scenario: WorldScenario
  readonly kind: WorldKind
  readonly system: string
  readonly turns: Turn[]
  readonly proofs: TurnProof[]
  readonly used: Map<string, number>
  world: World
}

/**
 * Candidate `candidate` of item `index`: N rounds of the three phases in one world. Depends on the recipe, these numbers
 * and, under a learned sampler, the policy of the item's round.
 */
export async function synthesizeCandidate(
  recipe: Recipe,
  index: number,
  candidate: number,
  policy: Policy = untrained,
): Promise<CandidateResult> {
  const random = createRng(recipe.seed).fork(`item${index}`).fork(`candidate${candidate}`)
  const kind = pick(random.fork('world'), worldsFor(recipe))
  const scenario = createScenario(kind.environments, random.fork('scenario'))
  const system = kind.brief(scenario.world, scenario.userKnows, random.fork('briefing'))
  const draft: Draft = { scenario, kind, system, turns: [], proofs: [], used: new Map(), world: scenario.world }
  const rejections: Rejection[] = []
  const tries: TurnTry[] = []
  const count = between(random.fork('turns'), ...recipe.turns)
  const register = pick(random.fork('register'), ['plain', 'brisk', 'warm'] as const)
  const sampler = samplerNamed(recipe.sampler ?? 'directed', policy)
  const result = (row?: Trajectory): CandidateResult => ({
    ...(row ? { row } : {}),
    rejections,
    proposed: tries.length,
    turns: tries.flatMap(({ proposed }) => proposed ?? []),
    sampled: tries.reduce((sum, { sampled }) => sum + sampled, 0),
  })
  while (draft.turns.length < count) {
    const turn = draft.turns.length
    for (let attempt = 0; attempt < TURN_TRIES && draft.turns.length === turn; attempt++) {
      const made = await addTurn(recipe, sampler, draft, {
        random: random.fork(`turn${turn}:${attempt}`),
        register,
        label: `${recipe.seed}:${index}:${candidate}`,
      })
      tries.push(made)
      if (made.refusal) rejections.push({ index, candidate, turn, ...made.refusal })
    }
    if (draft.turns.length === turn) return result()
  }
  if (recipe.targets && ![...recipe.targets].some((tool) => draft.used.has(tool))) {
    rejections.push({ index, candidate, turn: count - 1, phase: 'graph-interaction', cause: 'unreachable' })
    return result()
  }
  return result(certify(draft, recipe, index, candidate))
}

/** The worlds that have a wanted target. */
function worldsFor({ worlds, targets }: Recipe): readonly WorldKind[] {
  const able = targets
    ? worlds.filter(({ semantics }) => [...targets].some((tool) => semantics.graph.tools.has(tool)))
    : worlds
  return able.length > 0 ? able : worlds
}

function samplerNamed(name: Sampler['name'], policy: Policy): Sampler {
  return name === 'learned' ? learned(policy) : name === 'random' ? undirected : directed
}

interface TurnInput {
  readonly random: Rng
  readonly register: 'plain' | 'brisk' | 'warm'
  readonly label: string
}

type Refusal = Pick<Rejection, 'phase' | 'cause' | 'detail'>

interface TurnTry {
  readonly sampled: number
  readonly proposed?: ProposedTurn
  readonly refusal?: Refusal
}

/** One round of the three phases and the proof of its turn; moves the draft on success, tells why on refusal. */
async function addTurn(
  recipe: Recipe,
  sampler: Sampler,
  draft: Draft,
  { random, register, label }: TurnInput,
): Promise<TurnTry> {
  const { kind, scenario, system, turns, used } = draft
  const turn = turns.length
  const start = draft.world
  const messages = messagesOf(system, turns)
  const visible = { ...kind.see(messages, start.tools), turn }
  const {
    trace,
    calls: sampled,
    choices = [],
  } = interact(sampler, {
    graph: kind.semantics.graph,
    world: start,
    visible,
    known: scenario.userKnows,
    random: random.fork('interact'),
    sayable: kind.sayable,
    used,
    ...(recipe.targets ? { targets: recipe.targets } : {}),
  })
  const refused = (phase: string, cause: Rejection['cause'], detail?: string): TurnTry => ({
    sampled,
    ...(trace ? { proposed: { choices } } : {}),
    refusal: { phase, cause, ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }) },
  })
  if (!trace) return refused('graph-interaction', 'unreachable')
  const about = kind.semantics.graph.tools.get(trace.requests[0]?.tool ?? '')?.spec.environment ?? ''
  const situations = scenario.situations[about] ?? []
  const synthesis = await synthesize(kind.roles, {
    trace,
    turn,
    situations,
    register,
    random: random.fork('synthesize'),
  })
  if (!synthesis) return refused('tool-query-synthesis', 'ambiguous', JSON.stringify(trace.requests))
  const { advancedTool, hardQuery } = synthesis
  const asked = [...messages, { role: 'user' as const, content: hardQuery.text }]
  const { attempts, accepted } = await refine(kind.roles, {
    start,
    messages: asked,
    turn,
    trace,
    capability: advancedTool.hint,
    kmax: recipe.kmax,
    label,
    random: random.fork('refine'),
  })
  if (!accepted)
    return refused(
      'guided-chain',
      'attempts',
      `${trace.requests.map(({ tool }) => tool).join('+')} ${JSON.stringify(attempts.at(-1)?.verdict.reasons[0] ?? null)}`,
    )
  const context: ActingTurn = { ...kind.semantics, turn, start, messages, query: hardQuery, trace, steps: accepted }
  const proof = proveTurn(context, advancedTool, turns.at(-1)?.steps)
  const [reason] = proof.reasons
  if (reason) return refused('verifiers', reason.kind, JSON.stringify(reason))
  const world = start.fork()
  replay(
    world,
    accepted.flatMap(({ calls }) => calls),
  )
  turns.push({
    task: {
      turn,
      families: ['base'],
      offered: start.tools.map(({ name }) => name),
      faults: [],
      expected: { kind: 'act', trace },
    },
    advancedTool,
    query: hardQuery,
    attempts,
    steps: accepted,
    end: world.digest(),
  })
  draft.proofs.push(proof)
  for (const { tool } of trace.requests) used.set(tool, (used.get(tool) ?? 0) + 1)
  draft.world = world
  const measured = recipe.measured === true || recipe.sampler === 'learned'
  const difficulty = measured ? difficultyOf({ graph: kind.semantics.graph, start, visible, trace }) : 0
  return { sampled, proposed: { choices, accepted: { signature: trace.signature, difficulty } } }
}

function certify(draft: Draft, recipe: Recipe, index: number, candidate: number): Trajectory {
  const { scenario, system, turns, proofs } = draft
  const uncertified: Uncertified = {
    schema: 1,
    id: `s${recipe.seed}-${String(index).padStart(6, '0')}`,
    index,
    candidate,
    messages: messagesOf(system, turns),
    tools: scenario.world.tools.map(messageTool),
    initial: scenario.world.snapshot(),
    system,
    turns,
  }
  const row = JSON.parse(JSON.stringify(uncertified)) as Uncertified
  return { ...row, certificate: certificateOf(row, proofs) }
}
