import { isArray, isObject, type Json } from '../core/json.js'
import { isEntries } from '../core/number.js'

/**
 * Python values as JSON. Beside the number tags of `core/number`: `{ $entries }` mappings, `{ $tuple: [...] }`, `{ $set: [...] }`,
 * `{ $ellipsis: true }`, `{ $decimal: text }`, `{ $mpf: text }`, `{ $mpc: repr }`, `{ $complex: [re, im] }`, `{ $float: 'nan' | 'inf' | '-inf' }`.
 */
export type PythonTag = (typeof TAGS)[number]

const TAGS = [
  '$float',
  '$int',
  '$entries',
  '$pydict',
  '$tuple',
  '$set',
  '$ellipsis',
  '$decimal',
  '$mpf',
  '$mpc',
  '$complex',
] as const
const known: ReadonlySet<string> = new Set(TAGS)

/** The tag of a tagged value, undefined for plain values and for objects that are dicts. */
export function tagOf(value: { readonly [key: string]: Json }): PythonTag | undefined {
  let found: string | undefined
  for (const key in value) {
    if (found !== undefined || key.charCodeAt(0) !== 36) return undefined
    found = key
  }
  return found !== undefined && known.has(found) ? (found as PythonTag) : undefined
}

/** Is the value a Python dict: a plain object, or an `$entries` mapping? */
export function isDict(value: Json): boolean {
  return isObject(value) && isDictTag(tagOf(value))
}

/** Is it the tag of an object that is a dict? */
export function isDictTag(tag: PythonTag | undefined): boolean {
  return tag === undefined || tag === '$entries' || tag === '$pydict'
}

/** The entries of a dict in order, keys as they are: text keys of plain objects, any key of `$entries`. */
export function dictEntries(value: Json): readonly (readonly [Json, Json])[] {
  if (!isObject(value)) return []
  if (isEntries(value)) return value.$entries
  const entries = value['$pydict']
  return isArray(entries) ? (entries as unknown as (readonly [Json, Json])[]) : Object.entries(value)
}

const UNSAFE_KEY = /^(0|[1-9][0-9]*|\$.*|__proto__)$/s

/** A dict from entries in order, a later equal key replacing the value in place; plain wherever an object can hold it. */
export function dictOf(entries: readonly (readonly [Json, Json])[]): Json {
  if (entries.every(([key]) => typeof key === 'string' && !UNSAFE_KEY.test(key))) {
    return Object.fromEntries(entries as [string, Json][])
  }
  const byKey = new Map<string, readonly [Json, Json]>()
  for (const [key, value] of entries) {
    const id = keyIdentity(key)
    byKey.set(id, [byKey.get(id)?.[0] ?? key, value])
  }
  return { $entries: [...byKey.values()] }
}

/** Equal keys have equal identities: `1`, `1.0` and `True` are one key, `1` and `'1'` two. */
function keyIdentity(key: Json): string {
  if (typeof key === 'string') return `s${key}`
  if (typeof key === 'boolean') return `n${Number(key)}`
  if (typeof key === 'number') return `n${key}`
  if (isObject(key) && typeof key['$float'] === 'number') return `n${key['$float']}`
  return JSON.stringify(key)
}
