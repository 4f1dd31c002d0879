import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { isFloatTag, isIntTag } from '../../core/number.js'
import type { Environment } from '../../environment/index.js'
import { dictEntries, isDict, tagOf } from '../../text/index.js'

/** The public attributes of an instance, tags kept: what the state check compares (SEMANTICS section 13). */
export function attributesOf({ definition }: Environment, state: Json): JsonObject {
  if (definition.observe) return definition.observe(state) as JsonObject
  const hidden = new Set<string>(definition.unobserved ?? [])
  return Object.fromEntries(Object.entries(state as JsonObject).filter(([key]) => !hidden.has(key)))
}

/** Python's `==`: numbers by value across int, float and bool; dict order ignored, list order not; NaN equals nothing. */
export function pythonEquals(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a === null || b === null) return false
  const [numberA, numberB] = [comparable(a), comparable(b)]
  if (numberA !== undefined || numberB !== undefined)
    return numberA !== undefined && numberB !== undefined && sameNumber(numberA, numberB)
  if (isArray(a)) return isArray(b) && sameItems(a, b)
  if (isDict(a)) return isDict(b) && sameDicts(a, b)
  if (!isObject(a) || !isObject(b)) return false
  const tag = tagOf(a)
  if (tag !== tagOf(b) || tag === undefined) return false
  const [itemsA, itemsB] = [a[tag], b[tag]]
  if (tag === '$set' && isArray(itemsA) && isArray(itemsB)) {
    return itemsA.length === itemsB.length && itemsA.every((item) => itemsB.some((other) => pythonEquals(item, other)))
  }
  return pythonEquals(itemsA, itemsB)
}

function sameItems(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((item, i) => pythonEquals(item, b[i]))
}

function sameDicts(a: Json, b: Json): boolean {
  const [entriesA, entriesB] = [dictEntries(a), dictEntries(b)]
  if (entriesA.length !== entriesB.length) return false
  const byText = new Map(entriesB.filter(([key]) => typeof key === 'string').map(([key, value]) => [key, value]))
  return entriesA.every(([key, value]) => {
    if (typeof key === 'string') return byText.has(key) && pythonEquals(value, byText.get(key))
    const other = entriesB.find(([theirs]) => typeof theirs !== 'string' && pythonEquals(key, theirs))
    return other !== undefined && pythonEquals(value, other[1])
  })
}

/** A number or bigint; the two compare exactly with each other by `<` and `>`. */
function comparable(value: Json): number | bigint | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (isFloatTag(value)) return value.$float
  return isIntTag(value) ? BigInt(value.$int) : undefined
}

function sameNumber(a: number | bigint, b: number | bigint): boolean {
  return typeof a === typeof b ? a === b : !(a < b) && !(a > b)
}
