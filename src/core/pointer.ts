import { isArray, isObject, type Json, type JsonObject } from './json.js'

/** RFC 6901 JSON Pointer into arguments, a result or a state; in patterns `*` stands for any key or index. */
export type Pointer = string

export function formatPointer(path: readonly (string | number)[]): Pointer {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
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

/** All concrete places of `document` that a pattern with `*` matches, in document order. */
export function matchPointer(document: Json, pattern: Pointer): Pointer[] {
  let found: { path: string[]; value: Json }[] = [{ path: [], value: document }]
  for (const part of parsePointer(pattern)) {
    found = found.flatMap(({ path, value }) => {
      const keys = isArray(value) ? [...value.keys()].map(String) : isObject(value) ? Object.keys(value) : []
      return keys
        .filter((key) => part === '*' || part === key)
        .map((key) => ({
          path: [...path, key],
          value: (isArray(value) ? value[Number(key)] : (value as JsonObject)[key]) ?? null,
        }))
    })
  }
  return found.map(({ path }) => formatPointer(path))
}
