import { isArray, isObject, type Json, type JsonObject } from './json.js'

/**
 * A number as other languages know it. A bare number is an int if integral, else a float; what JavaScript
 * cannot tell apart is tagged: `5.0` is `{ $float: 5 }`, an int beyond 2^53 is `{ $int: "9007199254740993" }`.
 */
export type Numeric = number | { readonly $float: number } | { readonly $int: string }

export function isFloatTag(value: Json | undefined): value is { readonly $float: number } {
  return isObject(value) && typeof value['$float'] === 'number' && Object.keys(value).length === 1
}

export function isIntTag(value: Json | undefined): value is { readonly $int: string } {
  return isObject(value) && typeof value['$int'] === 'string' && Object.keys(value).length === 1
}

export function isNumeric(value: Json | undefined): value is Numeric {
  return typeof value === 'number' || isFloatTag(value) || isIntTag(value)
}

/** The double nearest to a numeric. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value
  return '$float' in value ? value.$float : Number(value.$int)
}

/** A float, tagged only where its value is integral. Non-finite values cannot be states or results. */
export function float(value: number): Numeric {
  return Number.isInteger(value) ? { $float: value } : value
}

export function isFloat(value: Json | undefined): boolean {
  return isFloatTag(value) || (typeof value === 'number' && !Number.isInteger(value))
}

/** Is the value, or a part of it, an `$entries` mapping: one whose order or keys a JavaScript object would lose. */
export function isEntries(value: Json | undefined): value is { readonly $entries: readonly (readonly [Json, Json])[] } {
  return isObject(value) && isArray(value['$entries']) && Object.keys(value).length === 1
}

const INDEX_LIKE = /^(0|[1-9][0-9]*)$/

/**
 * A mapping with its order kept: a plain object where JavaScript keeps the order by itself, else
 * `{ $entries: [[key, value], ...] }`, since objects move integer-like keys to the front and hold text keys only.
 */
export function mapping(entries: readonly (readonly [Json, Json])[]): Json {
  const plain = entries.every(([key]) => typeof key === 'string' && !INDEX_LIKE.test(key))
  return plain ? Object.fromEntries(entries as [string, Json][]) : { $entries: entries }
}

/** The value without number and mapping tags: what schemas, observations, digests and rows see; itself where it has none. */
export function untag(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  return isArray(value) ? untagItems(value) : untagObject(value)
}

function untagItems(items: readonly Json[]): Json {
  let copy: Json[] | undefined
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Json
    const plain = untag(item)
    if (plain !== item) (copy ??= [...items])[i] = plain
  }
  return copy ?? items
}

function untagObject(value: JsonObject): Json {
  let copy: { [key: string]: Json } | undefined
  for (const key in value) {
    if (key.startsWith('$')) {
      if (isFloatTag(value)) return value.$float
      if (isIntTag(value)) return Number(value.$int)
      if (isEntries(value))
        return Object.fromEntries(value.$entries.map(([name, item]) => [entryKey(name), untag(item)]))
    }
    const child = value[key] as Json
    const plain = untag(child)
    if (plain !== child) (copy ??= { ...value })[key] = plain
  }
  return copy ?? value
}

function entryKey(key: Json): string {
  return typeof key === 'string' ? key : String(untag(key))
}
