import { isArray, isObject, type Json, sameJson } from '../core/json.js'
import { at, withValueAt } from '../core/pointer.js'
import type { Visible, VisibleCall } from '../core/visible.js'
import type { ResultSource } from './sources.js'

/**
 * The visible conversation had a result shown another value than this one: it is another one wherever it went from
 * there, in later results and in the arguments of later calls. Undefined where the result does not show the value.
 */
export function perturbed(visible: Visible, source: ResultSource, value: Json): Visible | undefined {
  const made = visible.calls.find(({ turn, index }) => turn === source.turn && index === source.call)
  const leaf = made && at(made.result.value, source.path)
  if (!made || leaf === undefined) return undefined
  const changed = (call: VisibleCall): VisibleCall => {
    if (isCommon(value))
      return call === made ? withResult(call, withValueAt(call.result.value, source.path, other(leaf))) : call
    const args = renamed(call.call.arguments, value) as VisibleCall['call']['arguments']
    return withResult({ ...call, call: { ...call.call, arguments: args } }, renamed(call.result.value, value))
  }
  return { ...visible, calls: visible.calls.map(changed) }
}

/** Truth values, small numbers and short texts are everywhere: seeing one again does not show where it came from. */
export function isCommon(value: Json): boolean {
  return typeof value === 'boolean' || (typeof value === 'number' && Math.abs(value) < 100) || String(value).length < 3
}

function withResult(made: VisibleCall, value: Json): VisibleCall {
  return { ...made, result: { ...made.result, value } }
}

function other(leaf: Json): Json {
  if (isArray(leaf)) return leaf.map(other)
  if (typeof leaf === 'number') return leaf + 1
  return typeof leaf === 'boolean' ? !leaf : `${String(leaf)}0`
}

/** The document with another value wherever it has this one: as a leaf, a key, or a part of a path. */
function renamed(document: Json, value: Json): Json {
  if (sameJson(document, value)) return other(document)
  if (isArray(document)) return document.map((item) => renamed(item, value))
  if (isObject(document)) {
    const entries = Object.entries(document).map(([key, child]): [string, Json] => [
      key === String(value) ? `${key}0` : key,
      renamed(child, value),
    ])
    return Object.fromEntries(entries)
  }
  if (typeof document !== 'string' || !document.includes('/')) return document
  return document
    .split('/')
    .map((part) => (part === value ? `${part}0` : part))
    .join('/')
}
