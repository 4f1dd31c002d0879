import { isArray, isObject, type Json } from '../../core/json.js'
import { formatPointer, parsePointer, type Pointer } from '../../core/pointer.js'

/**
 * Which keys of a kind of document are part of its form and which are data: learned from many documents, so that
 * `/orders/*\/price` is one place although every order has its own key.
 */
export interface Shape {
  /** Keys (and positions of tuples) that are part of the form. */
  readonly fixed: ReadonlyMap<string, Shape>
  /** What all other keys and indices lead to. */
  readonly other: Shape | undefined
}

const EMPTY: Shape = { fixed: new Map(), other: undefined }
const MAX_DEPTH = 8
const MOST_PLACES = 100_000

/** Learns the form of documents of one kind. */
export function learnShape(documents: readonly Json[], count = documents.length, depth = 0): Shape {
  const objects = documents.filter((document) => isObject(document))
  const lists = documents.filter((document) => isArray(document))
  if (depth > MAX_DEPTH || objects.length + lists.length === 0) return EMPTY
  const entries = [
    ...objects.flatMap(Object.entries<Json>),
    ...lists.flatMap((list) => list.map((item, i) => [String(i), item] as const)),
  ]
  const fixedKeys = new Set([...formKeys(objects), ...tuplePositions(lists, count)])
  const fixed = new Map(
    [...fixedKeys].map((key) => [
      key,
      learnShape(
        entries.filter(([name]) => name === key).map(([, value]) => value),
        count,
        depth + 1,
      ),
    ]),
  )
  const others = entries.filter(([name]) => !fixedKeys.has(name)).map(([, value]) => value)
  return { fixed, other: others.length > 0 ? learnShape(others, count, depth + 1) : undefined }
}

const patterns = new WeakMap<Shape, Map<Pointer, Pointer>>()

/** The pattern of a concrete place; remembered, since the same places are read all the time. */
export function patternOf(shape: Shape, place: Pointer): Pointer {
  let known = patterns.get(shape)
  if (!known) patterns.set(shape, (known = new Map()))
  const pattern = known.get(place) ?? findPattern(shape, place)
  if (known.size < MOST_PLACES) known.set(place, pattern)
  return pattern
}

function findPattern(shape: Shape, place: Pointer): Pointer {
  let at: Shape | undefined = shape
  const untagged = parsePointer(place).filter((part) => !part.startsWith('$'))
  const parts = untagged.map((part) => {
    const fixed: Shape | undefined = at?.fixed.get(part)
    if (fixed) {
      at = fixed
      return part
    }
    at = at?.other
    return part === 'length' ? part : '*'
  })
  return formatPointer(parts)
}

export interface Leaf {
  readonly value: Json
  readonly pattern: Pointer
  readonly place: Pointer
  /** Is it the key at that place, where keys are data? */
  readonly part: 'value' | 'key'
  /** The object or list that holds it. */
  readonly holder: Pointer
}

/** All scalars, keys that are data, and lists of scalars of a document. */
export function leavesOf(document: Json, shape: Shape): Leaf[] {
  const leaves: Leaf[] = []
  const visit = (value: Json, at: Shape | undefined, pattern: Pointer, place: Pointer, holder: Pointer): void => {
    if (typeof value !== 'object' || value === null) {
      if (value !== null) leaves.push({ value, pattern, place, part: 'value', holder })
      return
    }
    if (isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object')) {
      leaves.push({ value, pattern, place, part: 'value', holder })
    }
    for (const [key, child] of Object.entries<Json>(value)) {
      const fixed = at?.fixed.get(key)
      const step = formatPointer([key])
      const [childPattern, childPlace] = [pattern + (fixed ? step : '/*'), place + step]
      if (!fixed && !isArray(value))
        leaves.push({ value: key, pattern: childPattern, place: childPlace, part: 'key', holder: childPlace })
      visit(child, fixed ?? at?.other, childPattern, childPlace, place)
    }
  }
  visit(document, shape, '', '', '')
  return leaves
}

/** Does the document hold entries where none were seen when the shape was learned? */
export function holdsNews(document: Json, shape: Shape): boolean {
  if (typeof document !== 'object' || document === null) return false
  return Object.entries<Json>(document).some(([key, child]) => {
    const known = shape.fixed.get(key) ?? shape.other
    return known === undefined || holdsNews(child, known)
  })
}

/**
 * Keys that at least half of the objects have, unless the objects look like tables of alike entries under keys of their
 * own; of records, which have some keys in common, the few optional ones too.
 */
function formKeys(objects: readonly { readonly [key: string]: Json }[]): string[] {
  const counts = new Map<string, number>()
  for (const object of objects) for (const key of Object.keys(object)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const common = [...counts.values()].filter((count) => count === objects.length).length
  if (common < counts.size && objects.every(isTable) && objects.some((object) => Object.keys(object).length > 1))
    return []
  if (counts.size <= 2 * common) return [...counts.keys()]
  return [...counts].filter(([, count]) => 2 * count >= objects.length).map(([key]) => key)
}

function isTable(object: { readonly [key: string]: Json }): boolean {
  const values = Object.values(object)
  if (!values.every((value) => typeof value === 'object' && value !== null)) return false
  return (
    new Set(
      values.map((value) =>
        isArray(value)
          ? 'list'
          : Object.keys(value as object)
              .toSorted()
              .join(),
      ),
    ).size <= 2
  )
}

/** Positions of lists that always have the same few entries and occur often: pairs, triples. */
function tuplePositions(lists: readonly (readonly Json[])[], count: number): string[] {
  const [first] = lists
  const length = first?.length ?? 0
  if (lists.length <= 2 * count || length < 2 || length > 4 || lists.some((list) => list.length !== length)) return []
  return Array.from({ length }, (_, i) => String(i))
}
