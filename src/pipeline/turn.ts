import type { Rng } from '../core/random.js'
import type { Rejection } from '../core/run.js'
import type { Trace } from '../core/trace.js'
import type { Expectation } from '../core/turn-task.js'
import { messagesOf, type Turn } from '../core/trajectory.js'
import { replay } from '../environment/index.js'
import { interact, type Sampler, type SamplerInput } from '../phases/graph-interaction/index.js'
import { refine } from '../phases/guided-chain/index.js'
import { synthesize } from '../phases/tool-query-synthesis/index.js'
import { type ActingTurn, difficultyOf, proveTurn, type TurnProof } from '../verifiers/index.js'
import type { Draft } from './draft.js'
import type { ProposedTurn } from './policy.js'
import type { Recipe } from './recipe.js'

export interface TurnInput {
  readonly random: Rng
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Makes call ids unique over the dataset. */
  readonly label: string
}

/** What came of one try at a turn. */
export interface TurnTry {
  /** Tool calls executed while sampling. */
  readonly sampled: number
  /** Absent where no trace was found. */
  readonly proposed?: ProposedTurn
  /** Absent where the turn was accepted. */
  readonly refusal?: Refusal
}

type Refusal = Pick<Rejection, 'phase' | 'cause' | 'detail'>

/** One round of the three phases and the proof of its turn; moves the draft on success, tells why on refusal. */
export async function tryTurn(recipe: Recipe, sampler: Sampler, draft: Draft, input: TurnInput): Promise<TurnTry> {
  const before = samplerInput(recipe, draft, input.random)
  const { trace, calls: sampled, choices = [] } = interact(sampler, before)
  if (!trace) return { sampled, refusal: refused('graph-interaction', 'unreachable') }
  const made = await makeTurn(recipe, draft, trace, input)
  if ('refusal' in made) return { sampled, proposed: { choices }, refusal: made.refusal }
  const { world: start, graph, visible } = before
  const measured = recipe.measured === true || recipe.sampler === 'learned'
  const difficulty = measured ? difficultyOf({ graph, start, visible, trace }) : 0
  accept(draft, made.turn, made.proof)
  return { sampled, proposed: { choices, accepted: { signature: trace.signature, difficulty } } }
}

function samplerInput(
  { targets }: Recipe,
  { kind, scenario, system, turns, used, world }: Draft,
  random: Rng,
): SamplerInput {
  return {
    graph: kind.semantics.graph,
    world,
    visible: { ...kind.see(messagesOf(system, turns), world.tools), turn: turns.length },
    known: scenario.userKnows,
    random: random.fork('interact'),
    sayable: kind.sayable,
    used,
    asked: new Set(
      turns.flatMap(({ task: { turn, expected } }) => requestsOf(expected).map(({ tool }) => `${turn}:${tool}`)),
    ),
    ...(targets ? { targets } : {}),
  }
}

function requestsOf(expected: Expectation): Trace['requests'] {
  return expected.kind === 'act' ? expected.trace.requests : []
}

function refused(phase: string, cause: Rejection['cause'], detail?: string): Refusal {
  return { phase, cause, ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }) }
}

/** Phases II and III of a trace, and the proof of the turn they make. */
async function makeTurn(
  { kmax }: Recipe,
  { kind, scenario, system, turns, world: start }: Draft,
  trace: Trace,
  { random, register, label }: TurnInput,
): Promise<{ readonly turn: Turn; readonly proof: TurnProof } | { readonly refusal: Refusal }> {
  const turn = turns.length
  const messages = messagesOf(system, turns)
  const about = kind.semantics.graph.tools.get(trace.requests[0]?.tool ?? '')?.spec.environment ?? ''
  const situations = scenario.situations[about] ?? []
  const synthesis = await synthesize(kind.roles, {
    trace,
    turn,
    situations,
    register,
    random: random.fork('synthesize'),
  })
  if (!synthesis) return { refusal: refused('tool-query-synthesis', 'ambiguous', JSON.stringify(trace.requests)) }
  const { advancedTool, hardQuery: query } = synthesis
  const { attempts, accepted: steps } = await refine(kind.roles, {
    start,
    messages: [...messages, { role: 'user', content: query.text }],
    turn,
    trace,
    capability: advancedTool.hint,
    kmax,
    label,
    random: random.fork('refine'),
  })
  if (!steps) {
    const [wished, reason] = [trace.requests.map(({ tool }) => tool).join('+'), attempts.at(-1)?.verdict.reasons[0]]
    return { refusal: refused('guided-chain', 'attempts', `${wished} ${JSON.stringify(reason ?? null)}`) }
  }
  const context: ActingTurn = { ...kind.semantics, turn, start, messages, query, trace, steps }
  const proof = proveTurn(context, advancedTool, turns.at(-1)?.steps)
  const [reason] = proof.reasons
  if (reason) return { refusal: refused('verifiers', reason.kind, JSON.stringify(reason)) }
  const world = start.fork()
  replay(
    world,
    steps.flatMap(({ calls }) => calls),
  )
  const offered = start.tools.map(({ name }) => name)
  const task: Turn['task'] = { turn, families: ['base'], offered, faults: [], expected: { kind: 'act', trace } }
  return { turn: { task, advancedTool, query, attempts, steps, end: world.digest() }, proof }
}

function accept(draft: Draft, turn: Turn, proof: TurnProof): void {
  const { expected } = turn.task
  draft.turns.push(turn)
  draft.proofs.push(proof)
  for (const { tool } of requestsOf(expected)) draft.used.set(tool, (draft.used.get(tool) ?? 0) + 1)
  const world = draft.world.fork()
  replay(
    world,
    turn.steps.flatMap(({ calls }) => calls),
  )
  draft.world = world
}
