import * as z from 'zod'
import { digest, type Digest } from '../core/digest.js'
import { isArray, isObject, type Json, type JsonObject, type JsonSchema } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer, type Pointer } from '../core/pointer.js'
import type { ToolSpec } from '../core/tool.js'
import type { EnvironmentDefinition, EnvironmentSource, ToolDefinition } from './definition.js'

/** Where an environment comes from and which one exactly: a row names it so that a verifier can find it again. */
export interface EnvironmentRef {
  readonly name: string
  readonly version: number
  /** Of name, version, tool specs and observed shape. */
  readonly digest: Digest
  readonly source: EnvironmentSource
  readonly benchmark?: string
}

/** Entity types of a tool's parameters and result leaves. */
export interface ToolEntities {
  readonly parameters: { readonly [parameter: string]: string }
  /** Pattern of the place -> entity type; `part: 'key'` where the value is the key at that place. */
  readonly returns: readonly ReturnedEntity[]
}

export interface ReturnedEntity {
  readonly path: Pointer
  readonly part: 'value' | 'key'
  readonly entity: string
  /** It leads to a thing that the object around it does not describe. */
  readonly link?: true
}

/** A defined environment: the author's definition with its schemas made. State types are the author's business. */
export interface Environment {
  readonly ref: EnvironmentRef
  readonly definition: EnvironmentDefinition<Json>
  readonly specs: readonly ToolSpec[]
  readonly entities: { readonly [tool: string]: ToolEntities }
  readonly tool: (name: string) => ToolDefinition<Json, JsonObject> | undefined
  readonly spec: (name: string) => ToolSpec | undefined
  readonly observe: (state: Json) => Json
}

/**
 * Declares one tool. Types of `state` and `args` follow from the environment's state and the parameter schema.
 *
 * @example
 * defineTool<State>()({ description: 'Open a ticket.', effect: 'write', parameters: z.object({ title: z.string() }), run: ... })
 */
export function defineTool<State>(): <P extends z.ZodObject>(
  tool: Omit<ToolDefinition<State, z.infer<P>>, 'parameters'> & { readonly parameters: P },
) => ToolDefinition<State> {
  return (tool) => tool
}

/** A scalar schema whose values are of an entity type: `entity('airport', z.string())`. */
export function entity<T extends z.ZodType>(name: string, schema: T): T {
  return schema.meta({ ...schema.meta(), entity: name })
}

/**
 * The same for a value that leads to another thing than the object around it describes: the station of a bike, whose name is
 * the bike's.
 */
export function link<T extends z.ZodType>(name: string, schema: T): T {
  return schema.meta({ ...schema.meta(), entity: name, link: true })
}

export function defineEnvironment<State>(definition: EnvironmentDefinition<State>): Environment {
  const erased = definition as unknown as EnvironmentDefinition<Json>
  let made: Described | undefined
  const described = (): Described => (made ??= describe(erased))
  const tools = new Map(Object.entries(erased.tools) as unknown as [string, ToolDefinition<Json, JsonObject>][])
  const hidden = new Set<string>(definition.unobserved ?? [])
  const observe =
    erased.observe ??
    ((state: Json): Json => Object.fromEntries(Object.entries(state as JsonObject).filter(([key]) => !hidden.has(key))))
  return {
    ref: {
      name: definition.name,
      version: definition.version,
      get digest() {
        return described().digest
      },
      source: definition.source ?? 'module',
      ...(definition.benchmark === undefined ? {} : { benchmark: definition.benchmark }),
    },
    definition: erased,
    get specs() {
      return described().specs
    },
    get entities() {
      return described().entities
    },
    tool: (name) => tools.get(name),
    spec: (name) => described().byName.get(name),
    observe: (state) => untagBranches(observe(state)),
  }
}

/** What its schemas tell of an environment. */
interface Described {
  readonly specs: readonly ToolSpec[]
  readonly byName: ReadonlyMap<string, ToolSpec>
  readonly entities: Environment['entities']
  readonly digest: Digest
}

/** Made when first asked for: whoever only names an environment needs none of it. */
function describe({ name, version, tools }: EnvironmentDefinition<Json>): Described {
  const schemas = Object.entries(tools).map(([tool, definition]) => schemasOf(name, tool, definition))
  const specs = schemas.map(({ spec }) => spec)
  return {
    specs,
    byName: new Map(specs.map((spec) => [spec.name, spec])),
    entities: Object.fromEntries(schemas.map(({ spec, entities }) => [spec.name, entities])),
    digest: digest({ name, version, tools: specs as unknown as Json }),
  }
}

const plainBranches = new WeakMap<object, Json>()

/** Untagged branch by branch: successive states share most of theirs, so these are remembered. */
function untagBranches(observed: Json): Json {
  if (!isObject(observed)) return untag(observed)
  return Object.fromEntries(Object.entries(observed).map(([key, branch]) => [key, plainBranch(branch)]))
}

function plainBranch(branch: Json): Json {
  if (typeof branch !== 'object' || branch === null) return branch
  const plain = plainBranches.get(branch) ?? untag(branch)
  plainBranches.set(branch, plain)
  return plain
}

/** The session conditions a tool establishes, each with the arguments that the call must have. */
export function establishedBy({
  establishes = [],
}: Pick<ToolDefinition, 'establishes'>): { condition: string; arguments: JsonObject }[] {
  return Array.isArray(establishes)
    ? (establishes as readonly string[]).map((condition) => ({ condition, arguments: {} }))
    : Object.entries(establishes as { readonly [condition: string]: JsonObject }).map(([condition, args]) => ({
        condition,
        arguments: args,
      }))
}

function schemasOf(
  environment: string,
  name: string,
  tool: ToolDefinition<Json>,
): { spec: ToolSpec; entities: ToolEntities } {
  const parameters = toJsonSchema(tool.parameters)
  const returns = tool.returns && toJsonSchema(tool.returns)
  const found: ReturnedEntity[] = []
  const parameterEntities: { [parameter: string]: string } = {}
  walk(parameters, [], (path, part, type) => {
    if (path.length === 1 && part === 'value') parameterEntities[path[0] as string] = type
  })
  if (returns)
    walk(returns, [], (path, part, type, isLink) =>
      found.push({ path: formatPointer(path), part, entity: type, ...(isLink ? { link: true } : {}) }),
    )
  return {
    spec: {
      name,
      environment,
      description: tool.description,
      parameters: withoutEntities(parameters) as JsonSchema,
      ...(returns ? { returns: withoutEntities(returns) as JsonSchema } : {}),
      effect: tool.effect,
    },
    entities: {
      parameters: parameterEntities,
      returns: found,
    },
  }
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as JsonObject
  return rest
}

type Visit = (path: readonly string[], part: 'value' | 'key', entity: string, isLink: boolean) => void

function walk(schema: Json | undefined, path: readonly string[], visit: Visit): void {
  if (!isObject(schema)) return
  if (typeof schema['entity'] === 'string') visit(path, 'value', schema['entity'], schema['link'] === true)
  const names = schema['propertyNames']
  if (isObject(names) && typeof names['entity'] === 'string') visit([...path, '*'], 'key', names['entity'], false)
  if (isObject(schema['properties'])) {
    for (const [key, child] of Object.entries(schema['properties'])) walk(child, [...path, key], visit)
  }
  walk(schema['items'], [...path, '*'], visit)
  walk(schema['additionalProperties'], [...path, '*'], visit)
  for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
    const branches = schema[keyword]
    if (isArray(branches)) for (const branch of branches) walk(branch, path, visit)
  }
}

function withoutEntities(schema: Json): Json {
  if (isArray(schema)) return schema.map(withoutEntities)
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === 'entity' && typeof value === 'string') && !(key === 'link' && value === true))
      .map(([key, value]) => [key, withoutEntities(value)]),
  )
}
