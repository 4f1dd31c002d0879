import { isObject, type Json, type JsonObject } from '../core/json.js'
import { parsePointer, type Pointer } from '../core/pointer.js'
import type { ToolSpec } from '../core/tool.js'
import {
  type EntityDefinition,
  type Environment,
  establishedBy,
  type Lapse,
  type Places,
} from '../environment/index.js'

export interface GraphParameter {
  readonly name: string
  readonly required: boolean
  readonly entity?: string
}

/** A place in a tool's result that holds values of an entity type. */
export interface GraphOutput {
  readonly path: Pointer
  readonly part: 'value' | 'key'
  readonly entity: string
  /** One of many (the path has a `*`), to be chosen by a field; else the one value the call is about. */
  readonly collection: boolean
  /** Names of the scalar leaves beside the value, by which an item can be described; of a link they describe another thing. */
  readonly fields: readonly string[]
  /** It leads to a thing that the object around it does not describe. */
  readonly link?: true
}

export interface GraphTool {
  readonly spec: ToolSpec
  readonly parameters: readonly GraphParameter[]
  readonly outputs: readonly GraphOutput[]
  readonly requires: readonly string[]
  /** Conditions a success establishes, with the arguments it takes where it takes particular ones. */
  readonly establishes: readonly { readonly condition: string; readonly arguments: JsonObject }[]
  readonly revokes: readonly string[]
  /** The condition of which its answer tells whether it holds. */
  readonly tells?: string
  /** The parameter that names a thing which is done with after a success. */
  readonly ends?: string
  /** The tool whose effect it takes back. */
  readonly reverts?: string
  /** The parameter that names a thing for which nobody wants it twice. */
  readonly once?: string
  /** Result leaves a user wants to hear who asks for this tool. */
  readonly answers: readonly Pointer[]
  /** Can it be a user's wish? It has phrases and someone could sensibly choose its arguments. */
  readonly wishable: boolean
  /** Why no wish can be about it all the same, as its environment says. */
  readonly deadEnd?: string
}

/** A relation between two tools. `provides`: an output feeds a parameter; `enables`: a session condition is established. */
export type Relation =
  | {
      readonly kind: 'provides'
      readonly from: string
      readonly path: Pointer
      readonly to: string
      readonly parameter: string
      readonly entity: string
    }
  | { readonly kind: 'enables'; readonly from: string; readonly to: string; readonly condition: string }

/**
 * The API relation graph [G = (T, R, P)], here read from what environments declare: entity types of parameters and
 * result leaves, and session conditions. Everything that plans or samples works on this contract alone.
 */
export interface ApiGraph {
  readonly tools: ReadonlyMap<string, GraphTool>
  readonly producers: (entity: string) => readonly { readonly tool: GraphTool; readonly output: GraphOutput }[]
  readonly establishers: (condition: string) => readonly GraphTool[]
  /** How a condition may cease to hold unseen. */
  readonly lapse: (condition: string) => Lapse | undefined
  readonly entity: (name: string) => EntityDefinition | undefined
  readonly places: (environment: string) => Places<Json> | undefined
}

export function buildGraph(environments: readonly Environment[]): ApiGraph {
  const entities = new Map(environments.flatMap(({ definition }) => Object.entries(definition.entities ?? {})))
  const broader = (entity: string): string[] => [entities.get(entity)?.broader ?? []].flat()
  const tools = new Map(
    environments.flatMap((environment) =>
      environment.specs.map((spec) => [spec.name, toolOf(environment, spec, broader)] as const),
    ),
  )
  const producers = new Map<string, { tool: GraphTool; output: GraphOutput }[]>()
  const establishers = new Map<string, GraphTool[]>()
  for (const tool of tools.values()) {
    for (const output of tool.outputs)
      producers.set(output.entity, [...(producers.get(output.entity) ?? []), { tool, output }])
    for (const { condition } of tool.establishes)
      establishers.set(condition, [...(establishers.get(condition) ?? []), tool])
  }
  const lapses = new Map<string, Lapse>(
    environments.flatMap(({ ref, definition }) =>
      Object.entries(definition.lapses ?? {}).map(([condition, lapse]) => [`${ref.name}:${condition}`, lapse] as const),
    ),
  )
  const places = new Map(environments.map(({ ref, definition }) => [ref.name, definition.places]))
  return {
    tools,
    producers: (entity) => producers.get(entity) ?? [],
    establishers: (condition) => establishers.get(condition) ?? [],
    lapse: (condition) => lapses.get(condition),
    entity: (name) => entities.get(name),
    places: (environment) => places.get(environment),
  }
}

export function toolNamed(graph: ApiGraph, name: string): GraphTool {
  const tool = graph.tools.get(name)
  if (!tool) throw new Error(`toolNamed: the graph has no tool '${name}'.`)
  return tool
}

/** All relations in stable order. */
export function relationsOf(graph: ApiGraph): Relation[] {
  const relations: Relation[] = []
  for (const to of graph.tools.values()) {
    for (const { name: parameter, entity } of to.parameters) {
      for (const { tool, output } of entity === undefined ? [] : graph.producers(entity)) {
        relations.push({
          kind: 'provides',
          from: tool.spec.name,
          path: output.path,
          to: to.spec.name,
          parameter,
          entity: output.entity,
        })
      }
    }
    for (const condition of to.requires) {
      for (const from of graph.establishers(condition))
        relations.push({ kind: 'enables', from: from.spec.name, to: to.spec.name, condition })
    }
  }
  return relations
}

function toolOf(environment: Environment, spec: ToolSpec, broader: (entity: string) => readonly string[]): GraphTool {
  const definition = environment.tool(spec.name)
  const entities = environment.entities[spec.name]
  const required = Array.isArray(spec.parameters['required']) ? (spec.parameters['required'] as string[]) : []
  const properties = isObject(spec.parameters['properties']) ? spec.parameters['properties'] : {}
  const scope = (names: readonly string[] = []): string[] => names.map((name) => `${environment.ref.name}:${name}`)
  return {
    spec,
    parameters: Object.keys(properties).map((name) => {
      const entity = entities?.parameters[name]
      return { name, required: required.includes(name), ...(entity === undefined ? {} : { entity }) }
    }),
    outputs: (entities?.returns ?? []).flatMap(({ path, part, entity, link }) =>
      [entity, ...broader(entity)].map((type) => ({
        path,
        part,
        entity: type,
        collection: parsePointer(path).includes('*'),
        fields: link ? [] : fieldsBeside(spec.returns, path, part),
        ...(link ? { link } : {}),
      })),
    ),
    requires: scope(definition?.requires),
    establishes: (definition ? establishedBy(definition) : []).map(({ condition, arguments: args }) => ({
      condition: `${environment.ref.name}:${condition}`,
      arguments: args,
    })),
    revokes: scope(definition?.revokes),
    ...(definition?.tells === undefined ? {} : { tells: `${environment.ref.name}:${definition.tells}` }),
    ...(definition?.ends === undefined ? {} : { ends: definition.ends }),
    ...(definition?.reverts === undefined ? {} : { reverts: definition.reverts }),
    ...(definition?.once === undefined ? {} : { once: definition.once }),
    answers: definition?.phrases?.answers ?? [],
    wishable: definition?.phrases !== undefined && (definition.candidates !== undefined || required.length === 0),
    ...(definition?.deadEnd === undefined ? {} : { deadEnd: definition.deadEnd }),
  }
}

/** Scalar properties of the object that holds the value, or that the key leads to. */
function fieldsBeside(returns: JsonObject | undefined, path: Pointer, part: 'value' | 'key'): string[] {
  const parts = parsePointer(path)
  let schema: Json | undefined = returns
  for (const step of part === 'key' ? parts : parts.slice(0, -1)) {
    if (!isObject(schema)) return []
    schema =
      step === '*'
        ? (schema['items'] ?? schema['additionalProperties'])
        : isObject(schema['properties'])
          ? schema['properties'][step]
          : undefined
  }
  const properties = isObject(schema) ? schema['properties'] : undefined
  return isObject(properties) ? Object.keys(properties) : []
}
