import { isArray, isObject, type Json, type JsonObject } from './json.js'

/** RFC 6901 JSON Pointer into arguments, a result or a state; in patterns `*` stands for any key or index. */
export type Pointer = string

export function formatPointer(path: readonly (string | number)[]): Pointer {
  return path.map((part) => `/${escapePart(String(part))}`).join('')
}

function escapePart(part: string): string {
  return part.includes('~') || part.includes('/') ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part
}

const parsed = new Map<Pointer, readonly string[]>()

/** The parts of a pointer; remembered, since the same few patterns are matched all the time. */
export function parsePointer(pointer: Pointer): readonly string[] {
  const known = parsed.get(pointer)
  if (known) return known
  const parts =
    pointer === ''
      ? []
      : pointer
          .slice(1)
          .split('/')
          .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (parsed.size > 10_000) parsed.clear()
  parsed.set(pointer, parts)
  return parts
}

/** The value at `pointer`, or undefined where the document has no such place. */
export function at(document: Json | undefined, pointer: Pointer): Json | undefined {
  let value = document
  for (const part of parsePointer(pointer)) {
    if (isArray(value)) value = value[Number(part)]
    else if (isObject(value) && Object.hasOwn(value, part)) value = value[part]
    else return undefined
  }
  return value
}

/** A copy of `document` with `value` at `pointer`; missing objects on the way are created. */
export function withValueAt(document: Json | undefined, pointer: Pointer, value: Json): Json {
  const place = (node: Json | undefined, parts: readonly string[]): Json => {
    const [head, ...rest] = parts
    if (head === undefined) return value
    if (isArray(node)) {
      const copy = [...node]
      copy[Number(head)] = place(node[Number(head)], rest)
      return copy
    }
    const base = isObject(node) ? node : {}
    return { ...base, [head]: place(base[head], rest) }
  }
  return place(document, parsePointer(pointer))
}

/** A place of a document, and what lies there. */
export interface Place {
  readonly pointer: Pointer
  /** The last part of the pointer. */
  readonly key: string
  readonly value: Json
  /** The object or list that the value lies in; the value itself at the root. */
  readonly holder: Json
}

/** All concrete places of `document` that a pattern with `*` matches, in document order. */
export function placesOf(document: Json, pattern: Pointer): Place[] {
  const found: Place[] = []
  collect({ pointer: '', key: '', value: document, holder: document }, parsePointer(pattern), 0, found)
  return found
}

/** The same places, as pointers. */
export function matchPointer(document: Json, pattern: Pointer): Pointer[] {
  return placesOf(document, pattern).map(({ pointer }) => pointer)
}

function collect(from: Place, parts: readonly string[], depth: number, found: Place[]): void {
  const part = parts[depth]
  if (part === undefined) {
    found.push(from)
    return
  }
  const { pointer, value: holder } = from
  if (typeof holder !== 'object' || holder === null) return
  for (const key of part === '*' || isArray(holder) ? Object.keys(holder) : [part]) {
    if (part !== '*' && (part !== key || !Object.hasOwn(holder, key))) continue
    const value = (holder as JsonObject)[key] ?? null
    collect({ pointer: `${pointer}/${escapePart(key)}`, key, value, holder }, parts, depth + 1, found)
  }
}
