import { messageTool } from '../core/message.js'
import { between, createRng, pick, type Rng } from '../core/random.js'
import type { Rejection } from '../core/run.js'
import { messagesOf, type Trajectory, type Turn } from '../core/trajectory.js'
import { createScenario, replay, type World, type WorldScenario } from '../environment/index.js'
import { interact } from '../phases/graph-interaction/index.js'
import { refine } from '../phases/guided-chain/index.js'
import { synthesize } from '../phases/tool-query-synthesis/index.js'
import { type ActingTurn, certificateOf, proveTurn, type TurnProof, type Uncertified } from '../verifiers/index.js'
import { visibleOf } from '../language/index.js'
import type { Recipe, WorldKind } from './recipe.js'

/** What came of one candidate: a certified row or nothing, and every turn that was proposed and turned down. */
export interface CandidateResult {
  readonly row?: Trajectory
  readonly rejections: readonly Rejection[]
  /** Turns proposed, accepted ones included. */
  readonly proposed: number
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

/** Candidate `candidate` of item `index`: N rounds of the three phases in one world. Depends on the recipe and these numbers only. */
export async function synthesizeCandidate(recipe: Recipe, index: number, candidate: number): Promise<CandidateResult> {
  const random = createRng(recipe.seed).fork(`item${index}`).fork(`candidate${candidate}`)
  const kind = pick(random.fork('world'), recipe.worlds)
  const scenario = createScenario(kind.environments, random.fork('scenario'))
  const system = kind.brief(scenario.world, scenario.userKnows, random.fork('briefing'))
  const draft: Draft = { scenario, kind, system, turns: [], proofs: [], used: new Map(), world: scenario.world }
  const rejections: Rejection[] = []
  let proposed = 0
  const count = between(random.fork('turns'), ...recipe.turns)
  const register = pick(random.fork('register'), ['plain', 'brisk', 'warm'] as const)
  while (draft.turns.length < count) {
    const turn = draft.turns.length
    let accepted = false
    for (let attempt = 0; attempt < TURN_TRIES && !accepted; attempt++) {
      proposed += 1
      const refused = await addTurn(recipe, draft, { random: random.fork(`turn${turn}:${attempt}`), register, label: `${recipe.seed}:${index}:${candidate}` })
      if (refused) rejections.push({ index, candidate, turn, ...refused })
      else accepted = true
    }
    if (!accepted) return { rejections, proposed }
  }
  return { row: certify(draft, recipe, index, candidate), rejections, proposed }
}

interface TurnInput {
  readonly random: Rng
  readonly register: 'plain' | 'brisk' | 'warm'
  readonly label: string
}

type Refusal = Pick<Rejection, 'phase' | 'cause' | 'detail'>

/** One round of the three phases and the proof of its turn; moves the draft on success, tells why on refusal. */
async function addTurn(recipe: Recipe, draft: Draft, { random, register, label }: TurnInput): Promise<Refusal | undefined> {
  const { kind, scenario, system, turns, used } = draft
  const turn = turns.length
  const start = draft.world
  const messages = messagesOf(system, turns)
  const visible = { ...visibleOf(kind.semantics.lexicon, messages, start.tools), turn }
  const trace = interact({
    graph: kind.semantics.graph,
    world: start,
    visible,
    known: scenario.userKnows,
    random: random.fork('interact'),
    sayable: kind.sayable,
    used,
    ...(recipe.targets ? { targets: recipe.targets } : {}),
  })
  if (!trace) return { phase: 'graph-interaction', cause: 'unreachable' }
  const about = kind.semantics.graph.tools.get(trace.requests[0]?.tool ?? '')?.spec.environment ?? ''
  const situations = scenario.situations[about] ?? []
  const synthesis = await synthesize(kind.roles, { trace, turn, situations, register, random: random.fork('synthesize') })
  if (!synthesis) return { phase: 'tool-query-synthesis', cause: 'ambiguous', detail: JSON.stringify(trace.requests).slice(0, 200) }
  const { advancedTool, hardQuery } = synthesis
  const asked = [...messages, { role: 'user' as const, content: hardQuery.text }]
  const { attempts, accepted } = await refine(kind.roles, { start, messages: asked, turn, trace, capability: advancedTool.hint, kmax: recipe.kmax, label, random: random.fork('refine') })
  if (!accepted) return { phase: 'guided-chain', cause: 'attempts', detail: `${trace.requests.map(({ tool }) => tool).join('+')} ${JSON.stringify(attempts.at(-1)?.verdict.reasons[0] ?? null)}`.slice(0, 200) }
  const context: ActingTurn = { ...kind.semantics, turn, start, messages, query: hardQuery, trace, steps: accepted }
  const proof = proveTurn(context, advancedTool, turns.at(-1)?.steps)
  const [reason] = proof.reasons
  if (reason) return { phase: 'verifiers', cause: reason.kind, detail: JSON.stringify(reason).slice(0, 200) }
  const world = start.fork()
  replay(world, accepted.flatMap(({ calls }) => calls))
  turns.push({
    task: { turn, families: ['base'], offered: start.tools.map(({ name }) => name), faults: [], expected: { kind: 'act', trace } },
    advancedTool,
    query: hardQuery,
    attempts,
    steps: accepted,
    end: world.digest(),
  })
  draft.proofs.push(proof)
  for (const { tool } of trace.requests) used.set(tool, (used.get(tool) ?? 0) + 1)
  draft.world = world
  return undefined
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
