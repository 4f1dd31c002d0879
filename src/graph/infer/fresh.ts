import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import { typeOf, withoutNull } from './tools.js'

/** A made-up value of a schema's type: what an agent would give that knows nothing but the type. */
export function freshValue(given: JsonObject, random: Rng): Json {
  const schema = withoutNull(given)
  if (isArray(schema['enum']))
    return pick(
      random,
      schema['enum'].filter((value) => value !== null),
    )
  if (schema['const'] !== undefined) return schema['const']
  switch (typeOf(schema)) {
    case 'boolean':
      return chance(random, 1, 2)
    case 'integer':
      return withinBounds(schema, Math.round(magnitude(random)))
    case 'number':
      return withinBounds(schema, chance(random, 1, 2) ? Math.round(magnitude(random)) : cents(magnitude(random)))
    case 'array':
      return freshList(schema, random)
    case 'object':
      return freshObject(schema, random)
    default:
      return freshWord(random)
  }
}

/** Letters no environment is likely to know. */
export function freshWord(random: Rng): string {
  return Array.from({ length: between(random, 6, 10) }, () => pick(random, CONSONANTS)).join('')
}

/** The value with one letter or digit changed, so that it keeps its shape; undefined where it has none to change. */
export function nearMiss(value: Json, random: Rng): Json | undefined {
  if (typeof value === 'number') return Number(nearMiss(String(value), random) ?? value)
  if (typeof value !== 'string') return undefined
  const places = [...value].flatMap((letter, i) => (/[A-Za-z0-9]/.test(letter) ? [i] : []))
  if (places.length === 0) return undefined
  const place = pick(random, places)
  const old = value[place] ?? ''
  const kind = [DIGITS, CAPITALS, LETTERS].find((letters) => letters.includes(old)) ?? LETTERS
  const changed = pick(
    random,
    [...kind].filter((letter) => letter !== old),
  )
  return value.slice(0, place) + changed + value.slice(place + 1)
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxz'.split('')
const DIGITS = '0123456789'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const CAPITALS = LETTERS.toUpperCase()

/** Small and large, sometimes below zero. */
function magnitude(random: Rng): number {
  const top = pick(random, [1, 10, 100, 1_000, 100_000, 10_000_000])
  const value = (top * between(random, 0, 1_000)) / 1_000
  return chance(random, 1, 8) ? -value : value
}

function cents(value: number): number {
  return Math.round(value * 100) / 100
}

function withinBounds(schema: JsonObject, value: number): number {
  const low = typeof schema['minimum'] === 'number' ? schema['minimum'] : -Infinity
  const high = typeof schema['maximum'] === 'number' ? schema['maximum'] : Infinity
  if (value >= low && value <= high) return value
  const span = high - low
  if (!Number.isFinite(span)) return Number.isFinite(low) ? low + Math.abs(value) : high - Math.abs(value)
  const inside = low + (Math.abs(value) % (span + 1))
  return Math.min(high, schema['type'] === 'integer' ? Math.floor(inside) : inside)
}

function freshList(schema: JsonObject, random: Rng): Json {
  const items = isObject(schema['items']) ? schema['items'] : {}
  const closed = items['enum']
  if (isArray(closed))
    return chance(random, 1, 3) ? closed : sampleOf(random, closed, between(random, 1, closed.length))
  return Array.from({ length: between(random, 1, 3) }, () => freshValue(items, random))
}

function freshObject(schema: JsonObject, random: Rng): Json {
  const properties = isObject(schema['properties']) ? Object.entries(schema['properties']) : []
  const required = isArray(schema['required']) ? schema['required'] : []
  const chosen = properties.filter(([name]) => required.includes(name) || chance(random, 1, 2))
  return Object.fromEntries(chosen.map(([name, child]) => [name, freshValue(isObject(child) ? child : {}, random)]))
}
