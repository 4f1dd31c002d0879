import { type Json, sameJson } from '../../core/json.js'
import type { FamilyName } from '../../core/family.js'
import { createRng, type Rng } from '../../core/random.js'
import type { Trace } from '../../core/trace.js'
import { messagesOf, type Trajectory, type Turn } from '../../core/trajectory.js'
import type { TurnTask } from '../../core/turn-task.js'
import { worldAfter } from '../../environment/index.js'
import { knowledgeOf } from '../../graph/index.js'
import { walk } from '../../phases/graph-interaction/index.js'
import { refine } from '../../phases/guided-chain/index.js'
import { actingOf, proveTask, type TaskTurn } from '../../verifiers/index.js'
import { type Draft, listed, nextTurn, startDraft } from '../draft.js'
import type { Recipe, WorldKind } from '../recipe.js'

/** Turns that a row made again must have at least, unless a run's rows may be shorter. */
const TURNS = 2

/** The least number of turns of a row made again. */
export function leastTurns({ turns }: Recipe): number {
  return Math.min(TURNS, turns[0])
}

/** A row before its first turn, as it was drafted; undefined where its families changed more about it than these. */
export function draftedAgain(recipe: Recipe, base: Trajectory, families: readonly FamilyName[]): Draft | undefined {
  const kind = kindOf(recipe, base)
  if (!kind) return undefined
  const draft = startDraft(kind, families, base.turns.length, streamOf(recipe, base))
  const began = JSON.parse(JSON.stringify(draft.scenario.world.snapshot().state)) as Json
  return sameJson(began, base.initial.state) && draft.system === base.system ? draft : undefined
}

function kindOf({ worlds }: Recipe, { initial }: Trajectory): WorldKind | undefined {
  const named = initial.environments.map(({ name }) => name)
  return worlds.find(({ environments }) =>
    sameJson(
      environments.map(({ ref }) => ref.name),
      named,
    ),
  )
}

/** The stream that wrote the other row's system prompt: the same words wherever nothing else is told. */
export function briefingOf(recipe: Recipe, base: Trajectory): Rng {
  return streamOf(recipe, base).fork('briefing')
}

function streamOf({ seed }: Recipe, { index, candidate }: Trajectory): Rng {
  return createRng(seed).fork(`item${index}`).fork(`candidate${candidate}`)
}

/** What is right for a turn's wishes in the draft's world. */
export function traceIn(
  { kind, system, turns, world }: Draft,
  turn: number,
  { requests }: Trace,
  random: Rng,
): Trace | undefined {
  const { graph } = kind.semantics
  const visible = { ...kind.see(messagesOf(system, turns), world.tools), turn }
  return walk(graph, world.fork(), knowledgeOf(graph, visible), requests, random.fork(`walk${turn}`)).trace
}

/** Phase III and the proof of a turn with the other row's words; moves the draft on success. */
export async function addAgain(
  { kmax, seed }: Recipe,
  draft: Draft,
  { query }: Pick<Turn, 'query'>,
  task: TurnTask,
  { index, random }: { readonly index: number; readonly random: Rng },
): Promise<boolean> {
  const { kind, turns, world: start } = draft
  const turn = turns.length
  const trace = 'trace' in task.expected ? task.expected.trace : undefined
  const advanced = trace && (await kind.roles.tooling.abstract(trace, turn)).tool
  const context: TaskTurn = { ...nextTurn(draft, task), query, steps: [] }
  const tools = listed(start.tools, draft.siblings).filter(({ name }) => task.offered.includes(name))
  const { attempts, accepted: steps } = await refine(kind.roles, {
    start,
    messages: [...context.messages, { role: 'user', content: query.text }],
    turn,
    ...(trace ? { trace } : {}),
    expecting: { task, query, semantics: kind.semantics, tools },
    ...(advanced && actingOf(context) ? { capability: advanced.hint } : {}),
    kmax,
    label: `${seed}:${index}:twin`,
    random: random.fork(`refine${turn}`),
  })
  if (!steps) return false
  const proof = proveTask({ ...context, steps }, advanced)
  if (proof.reasons.length > 0) return false
  const world = worldAfter(start, [{ task, steps }])
  turns.push({ task, ...(advanced ? { advancedTool: advanced } : {}), query, attempts, steps, end: world.digest() })
  draft.proofs.push(proof)
  draft.world = world
  return true
}
