import { forEachLeaf, isArray, isObject, type Json } from '../../core/json.js'
import { at, formatPointer } from '../../core/pointer.js'
import { type Rng, shuffle } from '../../core/random.js'
import type { Trace } from '../../core/trace.js'
import { type FlippedFact, isOwnKey } from '../../core/twin.js'
import type { World } from '../../environment/index.js'

/** A state that differs by one fact, as what the places hold now and would hold then. */
export interface Flip {
  readonly facts: readonly (FlippedFact & { readonly is: Json })[]
}

/** Facts worth flipping: whatever calls of these traces took from results, exchanged with a like fact beside it, and yes-or-no facts. */
export function flipsFor(traces: readonly Trace[], world: World, random: Rng): Flip[] {
  const used = new Set(traces.flatMap(valuesFound).map((value) => JSON.stringify(value)))
  const flips = world.environments.flatMap(({ ref: { name } }): Flip[] => {
    const state = world.stateOf(name)
    const found: Flip[] = []
    forEachLeaf(state, (leaf, path) => {
      if (typeof leaf === 'boolean')
        found.push({ facts: [{ environment: name, at: formatPointer(path), was: leaf, is: !leaf }] })
      else if (used.has(JSON.stringify(leaf)) && !isOwnKey(formatPointer(path), leaf))
        for (const rival of rivalsOf(state, path, leaf)) found.push(exchange(name, path, leaf, rival))
    })
    return found
  })
  return shuffle(random, flips)
}

/** Values that calls took from results of their turn, and the words by which an item was chosen. */
function valuesFound({ calls }: Trace): Json[] {
  return calls.flatMap(({ bindings }) =>
    bindings.flatMap(({ value, source }) =>
      source.from === 'result' ? [value, ...(source.selected ? [source.selected.value] : [])] : [],
    ),
  )
}

interface Rival {
  readonly path: readonly string[]
  readonly value: Json
}

function exchange(environment: string, path: readonly string[], leaf: Json, rival: Rival): Flip {
  const [here, there] = [formatPointer(path), formatPointer(rival.path)]
  return {
    facts: [
      { environment, at: here, was: leaf, is: rival.value },
      { environment, at: there, was: rival.value, is: leaf },
    ],
  }
}

/** The same field of the things beside the one a leaf belongs to, and in a table of names the other entries. */
function rivalsOf(state: Json, path: readonly string[], leaf: Json): Rival[] {
  const [parent, family] = [path.slice(0, -1), path.slice(0, -2)]
  const field = path.at(-1) ?? ''
  const beside = entriesOf(at(state, formatPointer(family))).flatMap(([key, thing]): Rival[] => {
    const value = isObject(thing) ? thing[field] : undefined
    return value === undefined ? [] : [{ path: [...family, key, field], value }]
  })
  const table = entriesOf(at(state, formatPointer(parent)))
  const others = isTable(table) ? table.map(([key, value]): Rival => ({ path: [...parent, key], value })) : []
  return [...beside, ...others].filter(({ value }) => typeof value === typeof leaf && value !== leaf)
}

/** Entries that are facts about names, not the fields of one thing. */
function isTable(entries: readonly (readonly [string, Json])[]): boolean {
  return (
    entries.length > 2 &&
    entries.every(([, value]) => typeof value === typeof entries[0]?.[1]) &&
    entries.some(([key]) => /[A-Z0-9 ]/.test(key))
  )
}

function entriesOf(value: Json | undefined): (readonly [string, Json])[] {
  if (value === undefined) return []
  return isArray(value) ? value.map((item, i) => [String(i), item]) : isObject(value) ? Object.entries(value) : []
}
