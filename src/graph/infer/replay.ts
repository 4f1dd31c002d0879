import { sameJson, type Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at, parsePointer } from '../../core/pointer.js'
import type { World } from '../../environment/index.js'
import { taken } from './extract.js'
import { type Attempt, differs, type Prober } from './prober.js'
import type { Witness, WitnessCall } from './relation-graph.js'
import type { Starts } from './starts.js'

export type RelationKind = 'enables' | 'disables' | 'affects' | 'provides' | 'compatible'

/** Makes a witness's calls again: do they still show the relation? */
export function shows(kind: RelationKind, starts: Starts, prober: Prober, witness: Witness): boolean {
  const before = run(prober, starts(witness.seed).world, witness.before)
  if (!before) return false
  const then = make(prober, before.world, witness.call)
  if (kind === 'provides' || kind === 'compatible') return then.ok && feeds(prober, before, witness)
  const after = run(prober, before.world, witness.between)
  if (!after || witness.between.length === 0) return false
  const now = make(prober, after.world, witness.call)
  if (kind === 'enables') return !then.ok && now.ok
  if (kind === 'disables') return then.ok && !now.ok
  return then.ok && now.ok && !sameJson(then.value, now.value)
}

/**
 * The witness with as little before it as still shows the relation: nothing more can be left out. Large parts are tried
 * first, so that long walks shrink in few calls.
 */
export function shrink(
  kind: RelationKind,
  starts: Starts,
  prober: Prober,
  witness: Witness,
  needed: ReadonlySet<WitnessCall> = new Set(),
): Witness {
  let shortest = witness
  for (let size = witness.before.length; size >= 1;) {
    const length = shortest.before.length
    for (let end = length; end > 0; end -= size) {
      const shorter = without(shortest, Math.max(0, end - size), end, needed)
      if (shorter.before.length < shortest.before.length && shows(kind, starts, prober, shorter)) shortest = shorter
    }
    if (size > 1 || shortest.before.length === length) size = Math.floor(size / 2)
  }
  return shortest
}

/** The witness without some calls before it, but with the one whose result it takes a value from. */
function without(witness: Witness, start: number, end: number, needed: ReadonlySet<WitnessCall>): Witness {
  const { value, before } = witness
  const kept = before.filter((call, i) => i < start || i >= end || i === value?.call || needed.has(call))
  const producer = value && before[value.call]
  const moved = producer && kept.indexOf(producer)
  return { ...witness, before: kept, ...(value && moved !== undefined ? { value: { ...value, call: moved } } : {}) }
}

/** Calls before the last ones whose results hold a value that a later call is given, as the only place to know it from. */
export function producersIn(
  starts: Starts,
  prober: Prober,
  { seed, before, between, call }: Witness,
): Set<WitnessCall> {
  const made = run(prober, starts(seed).world, before)
  const calls = [...before, ...between, call]
  const isUsed = (i: number): boolean => {
    const shown = scalarsIn(untag(made?.results[i] ?? null))
    return calls.slice(i + 1).some((later) => scalarsIn(later.arguments).some((value) => shown.includes(value)))
  }
  return new Set(before.filter((_, i) => isUsed(i)))
}

/** Texts and numbers that are unlikely to meet by chance. */
function scalarsIn(value: Json): Json[] {
  if (typeof value === 'object' && value !== null) return Object.values<Json>(value).flatMap(scalarsIn)
  return typeof value === 'string' && value.length > 2
    ? [value]
    : typeof value === 'number' && value > 99
      ? [value]
      : []
}

interface Run {
  readonly world: World
  readonly results: readonly Json[]
}

function run(prober: Prober, start: World, calls: readonly WitnessCall[]): Run | undefined {
  let world = start
  const results: Json[] = []
  for (const call of calls) {
    const attempt = make(prober, world, call)
    if (!attempt.ok) return undefined
    world = attempt.world
    results.push(attempt.value)
  }
  return { world, results }
}

function make(prober: Prober, world: World, { tool, arguments: args }: WitnessCall): Attempt {
  return prober.attempt(world, tool, args)
}

/** Does the named result hold the argument, and is the call refused, or without its effect, with each of the other values? */
function feeds(prober: Prober, { world, results }: Run, { value, refused = [], call }: Witness): boolean {
  if (!value) return false
  const result = untag(results[value.call] ?? null)
  const held = at(result, value.path)
  if (held === undefined) return false
  const offers = taken(held, parsePointer(value.path).at(-1) ?? '', value.transform)
  if (!offers.some((offer) => sameJson(offer, value.value) || sameJson([offer], value.value))) return false
  const acts = differs(world, make(prober, world, call).world)
  return refused.every((other) => {
    const got = make(prober, world, { ...call, arguments: { ...call.arguments, [value.parameter]: other } })
    return !got.ok || (acts && !differs(world, got.world))
  })
}
