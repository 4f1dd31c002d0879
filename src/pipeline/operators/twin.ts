import { type Json, sameJson } from '../../core/json.js'
import { createRng, type Rng } from '../../core/random.js'
import type { Preference } from '../../core/preference.js'
import type { Trace } from '../../core/trace.js'
import { messagesOf, type Step, type Trajectory, type Turn } from '../../core/trajectory.js'
import type { FlippedFact, Twin } from '../../core/twin.js'
import { createWorld, replay, type World } from '../../environment/index.js'
import { knowledgeOf } from '../../graph/index.js'
import { walk } from '../../phases/graph-interaction/index.js'
import { refine } from '../../phases/guided-chain/index.js'
import { failsIn, isSame, proveTask, withFacts } from '../../verifiers/index.js'
import { certify, type Draft, startDraft, toolsOf } from '../draft.js'
import { preferencesOf } from '../preferences/index.js'
import type { Recipe, WorldKind } from '../recipe.js'
import { type Flip, flipsFor } from './flips.js'

/** A row that is a twin, and its preference pairs. */
export interface TwinRow {
  readonly row: Trajectory
  readonly preferences: readonly Preference[]
}

/** Flips tried for one row. */
const FLIPS = 12

/**
 * A twin of an accepted row, as the row of `index`: the scenario with one fact flipped, the same user messages, and from some
 * turn on other steps that are right. Undefined where no flip leads to one.
 */
export async function twinOf(recipe: Recipe, base: Trajectory, index: number): Promise<TwinRow | undefined> {
  const kind = kindOf(recipe, base)
  const traces = tracesOf(base)
  if (!kind || !traces) return undefined
  const random = createRng(recipe.seed).fork(`item${index}`).fork('twin')
  const draft = startDraft(
    kind,
    [],
    base.turns.length,
    createRng(recipe.seed).fork(`item${base.index}`).fork(`candidate${base.candidate}`),
  )
  // A row whose families changed its scenario or its system prompt has no twin.
  const began = draft.scenario.world.snapshot().state
  if (!sameJson(JSON.parse(JSON.stringify(began)) as Json, base.initial.state) || draft.system !== base.system)
    return undefined
  for (const flip of flipsFor(traces, draft.scenario.world, random.fork('flips')).slice(0, FLIPS)) {
    const row = await flippedRow(recipe, { base, traces, draft, index, random }, flip)
    if (row)
      return {
        row,
        preferences: preferencesOf(
          row,
          kind,
          createWorld(kind.environments, row.initial as never),
          random.fork('preferences'),
        ),
      }
  }
  return undefined
}

interface Pairing {
  readonly base: Trajectory
  readonly traces: readonly Trace[]
  /** The other row's scenario, before its first turn. */
  readonly draft: Draft
  readonly index: number
  readonly random: Rng
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

/** Turns that a twin must have at least. */
const TURNS = 2

/** The traces of a row's first turns, as far as they act with nothing else changed about them but the tools beside theirs. */
function tracesOf({ turns }: Trajectory): readonly Trace[] | undefined {
  const changed = turns.findIndex(
    ({ task: { expected, faults, families } }) =>
      expected.kind !== 'act' ||
      faults.length > 0 ||
      families.some((family) => family !== 'base' && family !== 'distractor'),
  )
  const traces = turns
    .slice(0, changed < 0 ? turns.length : changed)
    .flatMap(({ task: { expected } }) => (expected.kind === 'act' ? [expected.trace] : []))
  return traces.length < Math.min(TURNS, turns.length) ? undefined : traces
}

async function flippedRow(recipe: Recipe, pairing: Pairing, { facts }: Flip): Promise<Trajectory | undefined> {
  const { base, draft: before, index, random } = pairing
  const { kind, scenario } = before
  const changed = facts.map(({ environment, at, is }) => ({ environment, at, was: is }))
  const world = createWorld(kind.environments, withFacts(scenario.world.snapshot(), changed))
  const system = kind.brief(world, scenario.userKnows, briefingOf(recipe, base))
  const draft: Draft = { ...before, scenario: { ...scenario, world }, system, turns: [], proofs: [], world }
  let twin: Twin | undefined
  for (const [turn, trace] of pairing.traces.entries()) {
    const own = traceIn(draft, turn, trace, random)
    if (!own) break
    twin ??= twinAt(pairing, draft, turn, own, facts)
    if (!twin && !areSameCalls(own, trace)) return undefined
    if (!(await addTurn(recipe, pairing, draft, base.turns[turn] as Turn, own))) break
  }
  if (!twin || draft.turns.length <= twin.turn || draft.turns.length < Math.min(TURNS, recipe.turns[0]))
    return undefined
  return certify(draft, { seed: recipe.seed, index, candidate: 0 }, { twin })
}

/** The stream that wrote the other row's system prompt: the same words wherever the flipped fact is not told. */
function briefingOf({ seed }: Recipe, { index, candidate }: Trajectory): Rng {
  return createRng(seed).fork(`item${index}`).fork(`candidate${candidate}`).fork('briefing')
}

/** What is right for a turn's wishes in the draft's world. */
function traceIn(
  { kind, system, turns, world }: Draft,
  turn: number,
  { requests }: Trace,
  random: Rng,
): Trace | undefined {
  const { graph } = kind.semantics
  const visible = { ...kind.see(messagesOf(system, turns), world.tools), turn }
  return walk(graph, world.fork(), knowledgeOf(graph, visible), requests, random.fork(`walk${turn}`)).trace
}

/** The pair's record where this is the turn at which the two part. */
function twinAt(
  { base, traces, draft }: Pairing,
  now: Draft,
  turn: number,
  own: Trace,
  facts: Flip['facts'],
): Twin | undefined {
  const trace = traces[turn] as Trace
  if (areSameCalls(own, trace)) return undefined
  const other = worldAfter(draft.scenario.world, now.turns)
  if (!failsIn(now.world, own, trace) || !failsIn(other, trace, own)) return undefined
  const flipped = facts.map(({ environment, at, was }): FlippedFact => ({ environment, at, was }))
  return { of: base.id, flipped, turn, trace }
}

/** Phase III and the proof of a turn with the other row's words; moves the draft on success. */
async function addTurn(
  { kmax, seed }: Recipe,
  { index, random }: Pairing,
  draft: Draft,
  { query }: Turn,
  trace: Trace,
): Promise<boolean> {
  const { kind, system, turns, world: start } = draft
  const turn = turns.length
  const messages = messagesOf(system, turns)
  const { tool } = await kind.roles.tooling.abstract(trace, turn)
  const { attempts, accepted: steps } = await refine(kind.roles, {
    start,
    messages: [...messages, { role: 'user', content: query.text }],
    turn,
    trace,
    capability: tool.hint,
    kmax,
    label: `${seed}:${index}:twin`,
    random: random.fork(`refine${turn}`),
  })
  if (!steps) return false
  const offered = start.tools.map(({ name }) => name)
  const task = { turn, families: ['base'], offered, faults: [], expected: { kind: 'act', trace } } as const
  const tools = toolsOf({ ...draft, turns: [...turns, { task }] })
  const proof = proveTask(
    { ...kind.semantics, turn, start, messages, query, task, steps, before: turns, turns: draft.count, tools },
    tool,
  )
  if (proof.reasons.length > 0) return false
  const world = worldAfter(start, [{ steps }])
  turns.push({ task, advancedTool: tool, query, attempts, steps, end: world.digest() })
  draft.proofs.push(proof)
  draft.world = world
  return true
}

function worldAfter(start: World, turns: readonly { readonly steps: readonly Step[] }[]): World {
  const world = start.fork()
  replay(
    world,
    turns.flatMap(({ steps }) => steps.flatMap(({ calls }) => calls)),
  )
  return world
}

function areSameCalls(a: Trace, b: Trace): boolean {
  return (
    a.calls.length === b.calls.length && a.calls.every(({ call }) => b.calls.some((other) => isSame(call, other.call)))
  )
}
