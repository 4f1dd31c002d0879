import { isArray, isObject, type Json, sameJson } from '../core/json.js'
import { formatPointer, type Pointer } from '../core/pointer.js'

/** Places where two observations differ, at most eight. */
export function differences(expected: Json, got: Json): Pointer[] {
  const paths: Pointer[] = []
  forEachDifference(expected, got, [], (path) => paths.push(formatPointer(path)))
  return paths.slice(0, 8)
}

type Visit = (path: readonly string[], was: Json | undefined, is: Json | undefined) => void

/** Visits every place where two values differ: what was there, and what is. */
export function forEachDifference(
  was: Json | undefined,
  is: Json | undefined,
  path: readonly string[],
  visit: Visit,
): void {
  if (was === is) return
  const keys = (value: Json | undefined): string[] =>
    isArray(value) ? [...value.keys()].map(String) : isObject(value) ? Object.keys(value) : []
  const child = (value: Json | undefined, key: string): Json | undefined =>
    isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined
  const [a, b] = [keys(was), keys(is)]
  if (a.length === 0 || b.length === 0 || isArray(was) !== isArray(is)) {
    if (!sameJson(was, is)) visit(path, was, is)
    return
  }
  for (const key of new Set([...a, ...b])) forEachDifference(child(was, key), child(is, key), [...path, key], visit)
}
