import { isArray, isObject, type Json } from '../core/json.js'
import { at, parsePointer, withValueAt } from '../core/pointer.js'
import type { Visible } from '../core/visible.js'
import type { ResultSource } from './sources.js'

/** The visible conversation with another value where a result shows this one; undefined where it shows none. */
export function perturbed(visible: Visible, source: ResultSource): Visible | undefined {
  let found = false
  const calls = visible.calls.map((made) => {
    if (made.turn !== source.turn || made.index !== source.call) return made
    const value = changed(made.result.value, source)
    if (value === undefined) return made
    found = true
    return { ...made, result: { ...made.result, value } }
  })
  return found ? { ...visible, calls } : undefined
}

function changed(document: Json, { path, part }: ResultSource): Json | undefined {
  const leaf = at(document, path)
  if (leaf === undefined) return undefined
  if (part === 'key') return withOtherKey(document, parsePointer(path))
  return withValueAt(document, path, part === 'segment' ? String(leaf).replaceAll(/[^/]+/g, '$&0') : other(leaf))
}

function other(leaf: Json): Json {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf === 'string') return `${leaf}0`
  return isArray(leaf) ? leaf.map(other) : 0
}

function withOtherKey(document: Json, [head, ...rest]: readonly string[]): Json {
  if (head === undefined) return document
  if (isArray(document)) return document.map((item, i) => (String(i) === head ? withOtherKey(item, rest) : item))
  if (!isObject(document)) return document
  const entries = Object.entries(document).map(([key, child]): [string, Json] => {
    if (key !== head) return [key, child]
    return rest.length === 0 ? [`${key}0`, child] : [key, withOtherKey(child, rest)]
  })
  return Object.fromEntries(entries)
}
