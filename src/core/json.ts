/** Plain JSON, the only kind of value that states, arguments, results and rows are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type JsonObject = { readonly [key: string]: Json }

/** A JSON Schema document (draft 2020-12). */
export type JsonSchema = JsonObject

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** Structural equality: identity first, key order ignored, list order counts, numbers by value. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]))
  }
  if (isArray(b)) return false
  const [objectA, objectB] = [a, b]
  const keys = Object.keys(objectA)
  return (
    keys.length === Object.keys(objectB).length &&
    keys.every((key) => Object.hasOwn(objectB, key) && sameJson(objectA[key], objectB[key]))
  )
}

/** Visits every scalar leaf, depth first in document order. Empty containers count as leaves. */
export function forEachLeaf(
  value: Json,
  visit: (leaf: Json, path: readonly string[]) => void,
  path: readonly string[] = [],
): void {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  if (keys.length === 0) visit(value, path)
  for (const key of keys) forEachLeaf((value as JsonObject)[key] as Json, visit, [...path, key])
}

/** Is there such a leaf? */
export function someLeaf(value: Json, test: (leaf: Json) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return test(value)
  const children = isArray(value) ? value : Object.values(value)
  return children.length === 0 ? test(value) : children.some((child) => someLeaf(child, test))
}
