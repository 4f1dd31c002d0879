import { AgentFailure } from '../agents/index.js'
import type { HardQuery } from '../core/hard-query.js'
import type { Rng } from '../core/random.js'
import type { Rejection, Spend } from '../core/run.js'
import type { Trace } from '../core/trace.js'
import type { Expectation } from '../core/turn-task.js'
import { messagesOf, type Step, type Turn } from '../core/trajectory.js'
import { replay } from '../environment/index.js'
import { interact, type Sampler, type SamplerInput } from '../phases/graph-interaction/index.js'
import { refine } from '../phases/guided-chain/index.js'
import { synthesize } from '../phases/tool-query-synthesis/index.js'
import { ModelError } from '../model/index.js'
import {
  type ActingTurn,
  difficultyOf,
  proveTurn,
  type TurnProof,
  valuesSaidBefore,
  verifyGrounding,
  verifySpeech,
} from '../verifiers/index.js'
import type { Place } from './asker.js'
import { attemptStats } from './attempt-stats.js'
import type { Draft } from './draft.js'
import { objectionsTo } from './objections.js'
import type { ProposedTurn } from './policy.js'
import type { Recipe, Roles } from './recipe.js'

export interface TurnInput {
  readonly random: Rng
  /** Which turn of which candidate this is, and which try at it. */
  readonly place: Place
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
  /** What models were asked for it, where models play roles. */
  readonly spent: readonly Spend[]
  /** Counts of what attempts came to, where models play roles. */
  readonly stats: { readonly [name: string]: number }
}

type Refusal = Pick<Rejection, 'phase' | 'cause' | 'detail'>

/** One round of the three phases and the proof of its turn; moves the draft on success, tells why on refusal. */
export async function tryTurn(recipe: Recipe, sampler: Sampler, draft: Draft, input: TurnInput): Promise<TurnTry> {
  const before = samplerInput(recipe, draft, input.random)
  const { trace, calls: sampled, choices = [] } = interact(sampler, before)
  if (!trace) return { sampled, refusal: refused('graph-interaction', 'unreachable'), spent: [], stats: {} }
  const spent: Spend[] = []
  const roles = recipe.rolesAt?.(draft.kind, input.place, (spend) => spent.push(spend)) ?? draft.kind.roles
  const made = await makeTurn({ ...recipe, roles }, draft, trace, input)
  const stats = recipe.rolesAt ? made.stats : {}
  if ('refusal' in made) return { sampled, proposed: { choices }, refusal: made.refusal, spent, stats }
  const { world: start, graph, visible } = before
  const measured = recipe.measured === true || recipe.sampler === 'learned'
  const difficulty = measured ? difficultyOf({ graph, start, visible, trace }) : 0
  accept(draft, made.turn, made.proof)
  return { sampled, proposed: { choices, accepted: { signature: trace.signature, difficulty } }, spent, stats }
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

type Made = ({ readonly turn: Turn; readonly proof: TurnProof } | { readonly refusal: Refusal }) & {
  readonly stats: { readonly [name: string]: number }
}

/** Phases II and III of a trace, and the proof of the turn they make. */
async function makeTurn(
  { kmax, roles }: Recipe & { readonly roles: Roles },
  { kind, scenario, system, turns, world: start }: Draft,
  trace: Trace,
  { random, register, label }: TurnInput,
): Promise<Made> {
  const { lexicon } = kind.semantics
  const turn = turns.length
  const messages = messagesOf(system, turns)
  const about = kind.semantics.graph.tools.get(trace.requests[0]?.tool ?? '')?.spec.environment ?? ''
  const situations = scenario.situations[about] ?? []
  const turnOf = (query: HardQuery, steps: readonly Step[]): ActingTurn => ({
    ...kind.semantics,
    turn,
    start,
    messages,
    query,
    trace,
    steps,
    saidBefore: valuesSaidBefore(lexicon, turns),
  })
  const synthesis = await unlessRefused('tool-query-synthesis', () =>
    synthesize(roles, {
      trace,
      turn,
      messages,
      situations,
      register,
      objections: (query) => (query.writer === 'model' ? objectionsTo(turnOf(query, [])) : []),
      random: random.fork('synthesize'),
    }),
  )
  if (!synthesis)
    return { refusal: refused('tool-query-synthesis', 'ambiguous', JSON.stringify(trace.requests)), stats: {} }
  if ('refusal' in synthesis) return { ...synthesis, stats: {} }
  const { advancedTool, hardQuery: query, objection } = synthesis
  if (objection)
    return { refusal: refused('tool-query-synthesis', objection.kind, JSON.stringify(objection)), stats: {} }
  const refined = await unlessRefused('guided-chain', () =>
    refine(roles, {
      start,
      messages: [...messages, { role: 'user', content: query.text }],
      turn,
      trace,
      capability: advancedTool.hint,
      kmax,
      label,
      random: random.fork('refine'),
      ...(query.writer === 'model' ? { blind: true } : {}),
      check: (steps) => {
        const context = turnOf(query, steps)
        return [...verifySpeech(context), ...verifyGrounding(context)]
      },
    }),
  )
  if ('refusal' in refined) return { ...refined, stats: {} }
  const { attempts, accepted: steps, blind, unclear } = refined
  const stats = attemptStats(refined)
  if (!steps) {
    const [wished, reason] = [trace.requests.map(({ tool }) => tool).join('+'), attempts.at(-1)?.verdict.reasons[0]]
    const detail = `${wished} ${JSON.stringify(unclear ?? reason ?? null)}`
    return { refusal: refused('guided-chain', unclear ? 'unclear-query' : 'attempts', detail), stats }
  }
  const context: ActingTurn = { ...turnOf(query, steps), ...(blind ? { blind } : {}) }
  const proof = proveTurn(context, advancedTool, turns.at(-1)?.steps)
  const [reason] = proof.reasons
  if (reason) return { refusal: refused('verifiers', reason.kind, JSON.stringify(reason)), stats }
  const world = start.fork()
  replay(
    world,
    steps.flatMap(({ calls }) => calls),
  )
  const offered = start.tools.map(({ name }) => name)
  const task: Turn['task'] = { turn, families: ['base'], offered, faults: [], expected: { kind: 'act', trace } }
  const tried = blind ? { blind } : {}
  return { turn: { task, advancedTool, query, attempts, ...tried, steps, end: world.digest() }, proof, stats }
}

/** Work that models do, or why nothing can be made of what they answered. */
async function unlessRefused<T>(phase: string, work: () => Promise<T>): Promise<T | { readonly refusal: Refusal }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AgentFailure) return { refusal: refused(phase, error.failure, error.message) }
    if (error instanceof ModelError) return { refusal: refused(phase, 'model', error.message) }
    throw error
  }
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
