import { createRng, type Rng } from '../../core/random.js'
import type { Preference } from '../../core/preference.js'
import type { Trace } from '../../core/trace.js'
import type { Trajectory, Turn } from '../../core/trajectory.js'
import type { FlippedFact, Twin } from '../../core/twin.js'
import type { TurnTask } from '../../core/turn-task.js'
import { createWorld, worldAfter } from '../../environment/index.js'
import { failsIn, isSame, withFacts } from '../../verifiers/index.js'
import { certify, type Draft } from '../draft.js'
import { preferencesOf } from '../preferences/index.js'
import type { Recipe } from '../recipe.js'
import { addAgain, briefingOf, draftedAgain, leastTurns, traceIn } from './again.js'
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
  const traces = tracesOf(base)
  // A row whose families changed its scenario or its system prompt has no twin.
  const draft = traces && draftedAgain(recipe, base, [])
  if (!traces || !draft) return undefined
  const random = createRng(recipe.seed).fork(`item${index}`).fork('twin')
  for (const flip of flipsFor(traces, draft.scenario.world, random.fork('flips')).slice(0, FLIPS)) {
    const row = await flippedRow(recipe, { base, traces, draft, index, random }, flip)
    if (row) return withPreferences(row, draft, random)
  }
  return undefined
}

/** A row made again, with its preference pairs. */
export function withPreferences(row: Trajectory, { kind }: Draft, random: Rng): TwinRow {
  const world = createWorld(kind.environments, row.initial as never)
  return { row, preferences: preferencesOf(row, kind, world, random.fork('preferences')) }
}

interface Pairing {
  readonly base: Trajectory
  readonly traces: readonly Trace[]
  /** The other row's scenario, before its first turn. */
  readonly draft: Draft
  readonly index: number
  readonly random: Rng
}

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
  return traces.length < Math.min(2, turns.length) ? undefined : traces
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
    if (!(await addAgain(recipe, draft, base.turns[turn] as Turn, ordinary(draft, own), pairing))) break
  }
  if (!twin || draft.turns.length <= twin.turn || draft.turns.length < leastTurns(recipe)) return undefined
  return certify(draft, { seed: recipe.seed, index, candidate: 0 }, { twin })
}

/** Nothing is changed about a twin's turns. */
function ordinary({ turns, world }: Draft, trace: Trace): TurnTask {
  return {
    turn: turns.length,
    families: ['base'],
    offered: world.tools.map(({ name }) => name),
    faults: [],
    expected: { kind: 'act', trace },
  }
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

function areSameCalls(a: Trace, b: Trace): boolean {
  return (
    a.calls.length === b.calls.length && a.calls.every(({ call }) => b.calls.some((other) => isSame(call, other.call)))
  )
}
