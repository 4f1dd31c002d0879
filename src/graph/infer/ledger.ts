import type { Json } from '../../core/json.js'
import type { Pointer } from '../../core/pointer.js'
import type { Transform } from './relation-graph.js'
import type { Call } from './situation.js'
import type { Tool } from './tools.js'

/** One occasion on which a relation showed. */
export interface Sighting {
  readonly seed: number
  readonly before: readonly Call[]
  readonly between: readonly Call[]
  readonly call: Call
  readonly value?: { readonly call: number; readonly place: Pointer; readonly value: Json }
  readonly refused?: readonly Json[]
}

export interface Seen {
  readonly from: Tool
  readonly to: Tool
  tried: number
  confirmed: number
  readonly seeds: Set<number>
  readonly sightings: Sighting[]
}

/** A place of a result, how a value is taken from there, and the parameter it may fill. */
export interface Feed {
  readonly path: Pointer
  readonly transform: Transform
  readonly parameter: string
}

/** What `from` provides to `to`. */
export type SeenFeed = Seen & Feed

/** Everything seen of relations so far. */
export interface Ledger {
  readonly enables: Map<string, Seen>
  readonly disables: Map<string, Seen>
  readonly affects: Map<string, Seen>
  readonly provides: Map<string, SeenFeed>
}

export function createLedger(): Ledger {
  return { enables: new Map(), disables: new Map(), affects: new Map(), provides: new Map() }
}

const SIGHTINGS = 16

export function seenOf(table: Map<string, Seen>, from: Tool, to: Tool): Seen {
  const key = `${from.index}>${to.index}`
  const known = table.get(key)
  if (known) return known
  const made: Seen = { from, to, tried: 0, confirmed: 0, seeds: new Set(), sightings: [] }
  table.set(key, made)
  return made
}

export function feedOf({ provides }: Ledger, from: Tool, to: Tool, feed: Feed): SeenFeed {
  const key = `${from.index}${feed.path}:${feed.transform}>${to.index}.${feed.parameter}`
  const known = provides.get(key)
  if (known) return known
  const made: SeenFeed = { from, to, tried: 0, confirmed: 0, seeds: new Set(), sightings: [], ...feed }
  provides.set(key, made)
  return made
}

/** Counts a sighting; of many, those from new seeds and after few calls are kept. */
export function confirm(seen: Seen, sighting: Sighting): void {
  seen.confirmed += 1
  seen.seeds.add(sighting.seed)
  seen.sightings.push(sighting)
  if (seen.sightings.length <= SIGHTINGS) return
  const seeds = new Map<number, number>()
  for (const { seed } of seen.sightings) seeds.set(seed, (seeds.get(seed) ?? 0) + 1)
  const worst = seen.sightings.toSorted(
    (a, b) => (seeds.get(b.seed) ?? 0) - (seeds.get(a.seed) ?? 0) || b.before.length - a.before.length,
  )[0]
  if (worst) seen.sightings.splice(seen.sightings.indexOf(worst), 1)
}
