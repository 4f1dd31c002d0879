import { type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, withValueAt } from '../core/pointer.js'
import { breaks, type Rule } from '../core/rule.js'
import type { ToolCall } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Trajectory } from '../core/trajectory.js'
import { type FlippedFact, isOwnKey } from '../core/twin.js'
import type { Discrepancy } from '../core/verdict.js'
import {
  createWorld,
  type Environment,
  replay,
  withFaults,
  type World,
  type WorldSnapshot,
} from '../environment/index.js'
import { readBriefing } from '../language/index.js'
import { goldOf, reaches } from './gold.js'

/** More places than two that exchange a fact are not one fact. */
const PLACES = 2

/**
 * A twin differs from its other row by one fact or by its policy, asks for the same in the same words, and what is right for one
 * is wrong for the other.
 */
export function verifyTwin(row: Trajectory, environments: readonly Environment[]): Discrepancy[] {
  const { twin } = row
  if (!twin) return []
  const claim = (about: string): Discrepancy[] => [{ kind: 'unproved', turn: twin.turn, about: `the twin: ${about}` }]
  const expected = row.turns[twin.turn]?.task.expected
  const own = expected && 'trace' in expected ? expected.trace : undefined
  if (!own || (twin.system === undefined && expected?.kind !== 'act'))
    return claim('a turn that this row does not act in')
  if (twin.system === undefined ? !isOneFact(twin.flipped, row.initial) : twin.flipped.length > 0)
    return claim('one fact that differs')
  const start = worldBefore(row, twin.turn, environments, [])
  const other = worldBefore(row, twin.turn, environments, twin.flipped)
  if (!isReplayed(twin.trace, other)) return claim('what the other row did')
  if (!sameJson(twin.trace.requests as unknown as Json, own.requests as unknown as Json))
    return claim('the same wishes')
  if (twin.system !== undefined)
    return policiesDiffer(row, twin.system, { start, trace: own }, environments).flatMap(claim)
  return [
    ...(failsIn(start, own, twin.trace) ? [] : claim("that the other row's steps fail here")),
    ...(failsIn(other, twin.trace, own) ? [] : claim('that these steps fail in the other row')),
  ]
}

/** What does not hold of a row and another policy: the prompts differ in one rule, by which one of them forbids what the other lets be done. */
function policiesDiffer(
  { system, turns, twin }: Trajectory,
  otherSystem: string,
  { start, trace }: { readonly start: World; readonly trace: Trace },
  environments: readonly Environment[],
): string[] {
  const [here, there] = [system, otherSystem].map((text) => readBriefing(environments, text).rules)
  const task = turns[twin?.turn ?? -1]?.task
  const isBroken = (rules: readonly Rule[] = []): boolean =>
    trace.calls.some(({ call }) =>
      rules.some((rule) => breaks(rule, { name: call.name, arguments: untag(call.arguments) as JsonObject })),
    )
  const declined = task?.expected.kind === 'decline' && task.expected.because === 'policy'
  const differing = (here ?? []).flatMap((rule, i) => {
    const other = there?.[i]
    return sameJson(rule as unknown as Json, (other ?? null) as unknown as Json) ? [] : [{ rule, other }]
  })
  const claims: [string, boolean][] = [
    ['a turn under policy', task?.families.includes('policy') === true && (declined || task.expected.kind === 'act')],
    [
      'one rule that differs',
      here?.length === there?.length &&
        differing.length === 1 &&
        differing.every(({ rule, other }) => rule.name === other?.name) &&
        differingSentences(system, otherSystem) === 1,
    ],
    ['that one policy forbids it and the other does not', isBroken(here) !== isBroken(there)],
    ['that doing nothing is wrong where it is allowed', !reaches(goldOf(start, trace), start, [], [])],
    ['that it is done where it is allowed and declined where not', declined === isBroken(here)],
  ]
  return claims.flatMap(([about, does]) => (does ? [] : [about]))
}

/** In how many sentences two texts of as many sentences differ; infinitely many where one has more. */
function differingSentences(one: string, other: string): number {
  const [left, right] = [one, other].map((text) => text.split(/(?<=[.!?]) /))
  if (!left || !right || left.length !== right.length) return Infinity
  return left.filter((sentence, i) => sentence !== right[i]).length
}

/**
 * Do the calls of a trace that is right elsewhere miss the outcome here, or is one of them that no later call takes a value
 * from not needed here (a login where somebody is signed in)?
 */
export function failsIn(start: World, own: Trace, other: Trace): boolean {
  const calls = callsOf(other)
  const reach = (made: readonly ToolCall[]): boolean => {
    const world = start.fork()
    return reaches(goldOf(start, own), world, made, replay(world, made))
  }
  return !reach(calls) || calls.some((_, i) => isFree(other, i) && reach(calls.toSpliced(i, 1)))
}

/** Is a call neither asked for nor the source of a later call's value? */
function isFree({ calls, goal }: Trace, index: number): boolean {
  const own = calls[index]?.call.id
  return (
    !goal.calls.includes(index) &&
    calls
      .slice(index + 1)
      .every(({ bindings }) =>
        bindings.every(({ source }) => source.from !== 'result' || calls[source.call]?.call.id !== own),
      )
  )
}

function isOneFact(flipped: readonly FlippedFact[], { state }: Trajectory['initial']): boolean {
  if (flipped.length === 0 || flipped.length > PLACES) return false
  if (flipped.some(({ at: place, was }) => isOwnKey(place, was))) return false
  const now = flipped.map(({ environment, at: place }) => at(state[environment] ?? null, place))
  const was = flipped.map((fact) => fact.was)
  if (now.some((value, i) => value === undefined || sameJson(value, was[i]))) return false
  return flipped.length === 1 || sameJson(now as Json[], was.toReversed())
}

/** The world before a turn, from the row's initial state with these facts as they were in the other row. */
function worldBefore(
  { initial, turns }: Trajectory,
  turn: number,
  environments: readonly Environment[],
  flipped: readonly FlippedFact[],
): World {
  const world = createWorld(environments, withFacts(initial as unknown as WorldSnapshot, flipped))
  for (const { task, steps } of turns.slice(0, turn))
    replay(
      withFaults(world, task.faults),
      steps.flatMap(({ calls }) => calls),
    )
  return world
}

/** A snapshot with facts put back to what they were. */
export function withFacts(snapshot: WorldSnapshot, flipped: readonly FlippedFact[]): WorldSnapshot {
  const state = { ...snapshot.state }
  for (const { environment, at: place, was } of flipped)
    state[environment] = withValueAt(state[environment] ?? null, place, was)
  return { ...snapshot, state }
}

function isReplayed({ start, end, calls }: Trace, other: World): boolean {
  const world = other.fork()
  if (world.digest() !== start) return false
  const same = calls.every(
    ({ call, result }) =>
      world.tools.some(({ name }) => name === call.name) &&
      sameJson(world.call(call) as unknown as Json, result as unknown as Json),
  )
  return same && world.digest() === end
}

function callsOf({ calls }: Trace): ToolCall[] {
  return calls.map(({ call }) => call)
}
