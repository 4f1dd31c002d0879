import { type Json, sameJson } from '../core/json.js'
import { at, withValueAt } from '../core/pointer.js'
import type { ToolCall } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Trajectory } from '../core/trajectory.js'
import type { FlippedFact } from '../core/twin.js'
import type { Discrepancy } from '../core/verdict.js'
import { createWorld, type Environment, replay, type World, type WorldSnapshot } from '../environment/index.js'
import { goldOf, reaches } from './outcome.js'

/** More places than two that exchange a fact are not one fact. */
const PLACES = 2

/** A twin differs from its other row by one fact, asks for the same in the same words, and what is right for one is wrong for the other. */
export function verifyTwin(row: Trajectory, environments: readonly Environment[]): Discrepancy[] {
  const { twin } = row
  if (!twin) return []
  const claim = (about: string): Discrepancy[] => [{ kind: 'unproved', turn: twin.turn, about: `the twin: ${about}` }]
  const expected = row.turns[twin.turn]?.task.expected
  if (expected?.kind !== 'act') return claim('a turn that this row does not act in')
  if (!isOneFact(twin.flipped, row.initial)) return claim('one fact that differs')
  const start = worldBefore(row, twin.turn, environments, [])
  const other = worldBefore(row, twin.turn, environments, twin.flipped)
  if (!isReplayed(twin.trace, other)) return claim('what the other row did')
  if (!sameJson(twin.trace.requests as unknown as Json, expected.trace.requests as unknown as Json))
    return claim('the same wishes')
  return [
    ...(failsIn(start, expected.trace, twin.trace) ? [] : claim("that the other row's steps fail here")),
    ...(failsIn(other, twin.trace, expected.trace) ? [] : claim('that these steps fail in the other row')),
  ]
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
  replay(
    world,
    turns.slice(0, turn).flatMap(({ steps }) => steps.flatMap(({ calls }) => calls)),
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
