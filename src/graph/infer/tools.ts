import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import type { ToolSpec } from '../../core/tool.js'

export type ValueType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'any'

export interface Parameter {
  readonly index: number
  readonly name: string
  readonly required: boolean
  /** Without the branch for null. */
  readonly schema: JsonObject
  readonly type: ValueType
  /** All values its schema allows, where that is a closed list. */
  readonly closed?: readonly Json[]
  /** Values the schema mentions: closed lists, defaults, constants, examples, bounds. */
  readonly mentioned: readonly Json[]
  /** Quoted and capitalised words of its description. */
  readonly described: readonly string[]
}

/** A tool as inference sees it: numbered, because names must decide nothing. */
export interface Tool {
  readonly index: number
  readonly spec: ToolSpec
  readonly parameters: readonly Parameter[]
}

export function toolsOf(specs: readonly ToolSpec[]): Tool[] {
  return specs.map((spec, index) => ({ index, spec, parameters: parametersOf(spec) }))
}

/** A schema without `null` among its types. */
export function withoutNull(schema: JsonObject): JsonObject {
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = schema[keyword]
    if (!isArray(branches)) continue
    const [first] = branches.filter((branch) => isObject(branch) && branch['type'] !== 'null')
    return isObject(first) ? { ...withoutNull(first), ...pickKeys(schema, ['default', 'description']) } : schema
  }
  const type = schema['type']
  return isArray(type) ? { ...schema, type: type.find((name) => name !== 'null') ?? 'string' } : schema
}

export function typeOf(schema: JsonObject): ValueType {
  const type = schema['type']
  const known: readonly Json[] = ['string', 'integer', 'number', 'boolean', 'array', 'object']
  if (typeof type === 'string' && known.includes(type)) return type as ValueType
  return isObject(schema['properties']) ? 'object' : 'any'
}

function parametersOf(spec: ToolSpec): Parameter[] {
  const properties = isObject(spec.parameters['properties']) ? spec.parameters['properties'] : {}
  const required = isArray(spec.parameters['required']) ? spec.parameters['required'] : []
  return Object.entries(properties).map(([name, given], index) => {
    const schema = withoutNull(isObject(given) ? given : {})
    const closed = closedList(schema)
    return {
      index,
      name,
      required: required.includes(name),
      schema,
      type: typeOf(schema),
      ...(closed ? { closed } : {}),
      mentioned: [...(closed ?? []), ...mentionedIn(schema)],
      described: wordsOf(`${spec.description} ${textOf(schema['description'])}`),
    }
  })
}

function closedList(schema: JsonObject): readonly Json[] | undefined {
  if (isArray(schema['enum'])) return schema['enum'].filter((value) => value !== null)
  if (schema['const'] !== undefined) return [schema['const']]
  return schema['type'] === 'boolean' ? [true, false] : undefined
}

const LARGEST = Number.MAX_SAFE_INTEGER

function mentionedIn(schema: JsonObject): Json[] {
  const examples = isArray(schema['examples']) ? schema['examples'] : []
  const bounds = [schema['minimum'], schema['maximum']].filter(
    (bound) => typeof bound === 'number' && Math.abs(bound) < LARGEST,
  )
  return [schema['default'], ...examples, ...bounds].filter((value) => value !== undefined && value !== null)
}

function wordsOf(text: string): string[] {
  const quoted = [...text.matchAll(/(['"`])([^'"`\s]{1,40})\1/g)].map((match) => match[2] ?? '')
  const capitals = [...text.matchAll(/\b[A-Z]{2,}\b/g)].map(([word]) => word)
  return [...new Set([...quoted, ...capitals])]
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function pickKeys(from: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)))
}
