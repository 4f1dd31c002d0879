import { isObject, type Json, type JsonObject } from '../core/json.js'
import { forEachLeaf } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, matchPointer, parsePointer } from '../core/pointer.js'
import { chance, pick, type Rng } from '../core/random.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Environment, Known, World } from '../environment/index.js'

/** Values seen so far by entity type: what random calls take their arguments from. */
export type Pool = Map<string, Json[]>

export function createPool(environment: Environment, world: World, known: readonly Known[]): Pool {
  const pool: Pool = new Map()
  for (const { entity, value } of known) add(pool, entity, value)
  const state = world.stateOf(environment.ref.name)
  for (const { when, values, entities } of environment.definition.briefings ?? []) {
    if (!when(state)) continue
    for (const [slot, value] of Object.entries(values(state, known))) add(pool, entities?.[slot] ?? '', value)
  }
  forEachLeaf(state, (leaf, path) => {
    for (const text of [leaf, path.at(-1) ?? '']) if (typeof text === 'string') add(pool, '', text)
  })
  return pool
}

/** Takes up the typed values that a result shows. */
export function learnFrom(pool: Pool, environment: Environment, { name }: ToolCall, { value }: ToolResult): void {
  const result = untag(value)
  for (const { path, part, entity } of environment.entities[name]?.returns ?? []) {
    for (const place of matchPointer(result, path)) {
      add(pool, entity, part === 'key' ? (parsePointer(place).at(-1) ?? '') : (at(result, place) ?? null))
    }
  }
}

/** A call of any tool: mostly what its candidates propose, else whatever the schema allows. */
export function randomCall(
  environment: Environment,
  world: World,
  known: readonly Known[],
  pool: Pool,
  random: Rng,
): ToolCall {
  const spec = pick(random.fork('tool'), environment.specs)
  const state = world.stateOf(environment.ref.name)
  const candidates =
    environment
      .tool(spec.name)
      ?.candidates?.({ state, known, random: random.fork('candidates'), clock: world.clock }) ?? []
  const base =
    candidates.length > 0 && chance(random.fork('sensible'), 4, 5) ? pick(random.fork('candidate'), candidates) : {}
  const properties = isObject(spec.parameters['properties']) ? spec.parameters['properties'] : {}
  const required = Array.isArray(spec.parameters['required']) ? (spec.parameters['required'] as Json[]) : []
  const filled: { [parameter: string]: Json } = { ...base }
  for (const [parameter, schema] of Object.entries(properties)) {
    if (
      Object.hasOwn(base, parameter) ||
      (!required.includes(parameter) && !chance(random.fork(`give:${parameter}`), 1, 4))
    )
      continue
    const seen = pool.get(environment.entities[spec.name]?.parameters[parameter] ?? '-') ?? []
    filled[parameter] =
      seen.length > 0 ? pick(random.fork(parameter), seen) : randomValue(schema, pool, random.fork(parameter))
  }
  return { id: 'law', name: spec.name, arguments: filled }
}

/** A value of a JSON Schema; texts are ones that the state holds, or a word. */
function randomValue(schema: Json, pool: Pool, random: Rng): Json {
  if (!isObject(schema)) return null
  if (Array.isArray(schema['enum'])) return pick(random, schema['enum'] as Json[])
  if (Array.isArray(schema['anyOf']))
    return randomValue(pick(random, schema['anyOf'] as Json[]), pool, random.fork('branch'))
  const low = Number(schema['minimum'] ?? -3)
  switch (schema['type']) {
    case 'string':
      return chance(random, 1, 2)
        ? pick(random, pool.get('') ?? ['word'])
        : pick(random, ['word', 'two words', '2026-04-30'])
    case 'integer':
      return (
        Math.ceil(Math.max(low, -1000)) +
        random.next(Math.max(1, Math.min(Number(schema['maximum'] ?? 40), 1000) - Math.max(low, -1000)))
      )
    case 'number':
      return Math.max(low, -1000) + random.next(80) / 2
    case 'boolean':
      return chance(random, 1, 2)
    case 'array':
      return [0, 1, 2]
        .slice(0, random.next(4))
        .map((i) => randomValue(schema['items'] ?? {}, pool, random.fork(`item${i}`)))
    case 'object':
      return randomObject(schema, pool, random)
    default:
      return null
  }
}

function randomObject(schema: JsonObject, pool: Pool, random: Rng): JsonObject {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  return Object.fromEntries(
    Object.entries(properties).map(([key, child]) => [key, randomValue(child, pool, random.fork(key))]),
  )
}

function add(pool: Pool, entity: string, value: Json): void {
  if (value === null || value === '' || typeof value === 'object') return
  const values = pool.get(entity) ?? []
  if (!values.includes(value)) pool.set(entity, [...values.slice(-60), value])
}
