import { sameJson, type Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at, parsePointer } from '../../core/pointer.js'
import type { World } from '../../environment/index.js'
import { taken } from './extract.js'
import type { Attempt, Prober } from './prober.js'
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

/** The shortest part of what comes before with which the witness still shows its relation. */
export function shrink(kind: RelationKind, starts: Starts, prober: Prober, witness: Witness): Witness {
  let shortest = witness
  for (let i = witness.before.length - 1; i >= 0; i--) {
    const { value, before } = shortest
    if (value?.call === i) continue
    const moved = value && value.call > i ? { value: { ...value, call: value.call - 1 } } : {}
    const shorter = { ...shortest, before: before.toSpliced(i, 1), ...moved }
    if (shows(kind, starts, prober, shorter)) shortest = shorter
  }
  return shortest
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

/** Does the named result hold the argument, and is the call refused with each of the other values? */
function feeds(prober: Prober, { world, results }: Run, { value, refused = [], call }: Witness): boolean {
  if (!value) return false
  const result = untag(results[value.call] ?? null)
  const held = at(result, value.path)
  if (held === undefined) return false
  const offers = taken(held, parsePointer(value.path).at(-1) ?? '', value.transform)
  if (!offers.some((offer) => sameJson(offer, value.value))) return false
  return refused.every((other) => !make(prober, world, { ...call, arguments: { ...call.arguments, [value.parameter]: other } }).ok)
}
