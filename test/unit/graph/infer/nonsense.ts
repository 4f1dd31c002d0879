import * as z from 'zod'
import { digest } from '../../../../src/core/digest.js'
import { ToolError } from '../../../../src/core/errors.js'
import { isArray, isObject, type Json, type JsonObject } from '../../../../src/core/json.js'
import { defineEnvironment, type Environment } from '../../../../src/environment/index.js'
import type { RelationGraph } from '../../../../src/graph/infer/index.js'

/** A word without meaning, always the same for the same word. */
function nonsense(word: string): string {
  const letters = [...digest(word)].slice(0, 7).map((digit) => 'bcdfghjklmnpqrtv'[Number.parseInt(digit, 16)])
  return letters.join('')
}

/** The same environment with meaningless names for its tools, parameters, result fields, and words of texts. */
export function inNonsense(environment: Environment): Environment {
  const { definition } = environment
  const fields = new Set(environment.specs.flatMap(({ returns }) => propertiesIn(returns ?? {})))
  const tools = Object.entries(definition.tools).map(([name, tool]) => {
    const parameters = Object.entries(tool.parameters.shape)
    const back = new Map(parameters.map(([parameter]) => [nonsense(parameter), parameter]))
    const run: typeof tool.run = (context) => {
      const args = Object.fromEntries(
        Object.entries(context.args as JsonObject).map(([key, value]) => [back.get(key) ?? key, value]),
      )
      try {
        const get = (target: typeof context, key: keyof typeof context): unknown =>
          key === 'args' ? args : target[key]
        return renamed(tool.run(new Proxy(context, { get })), fields)
      } catch (error) {
        if (!(error instanceof ToolError)) throw error
        throw new ToolError(nonsense(error.code), reworded(error.value, args), { transient: error.transient })
      }
    }
    return [
      nonsense(name),
      {
        description: nonsense(tool.description),
        effect: 'read' as const,
        parameters: z.object(
          Object.fromEntries(parameters.map(([parameter, schema]) => [nonsense(parameter), inOtherWords(schema)])),
        ),
        run,
      },
    ]
  })
  return defineEnvironment<Json>({
    ...definition,
    name: definition.name,
    tools: Object.fromEntries(tools),
  })
}

function inOtherWords(schema: z.ZodType): z.ZodType {
  const { description } = schema
  return description === undefined ? z.clone(schema) : z.clone(schema).describe(nonsense(description))
}

function propertiesIn(schema: Json): string[] {
  if (isArray(schema)) return schema.flatMap(propertiesIn)
  if (!isObject(schema)) return []
  const own = isObject(schema['properties']) ? Object.keys(schema['properties']) : []
  return [...own, ...Object.values(schema).flatMap(propertiesIn)]
}

function renamed(value: Json, fields: ReadonlySet<string>): Json {
  if (isArray(value)) return value.map((item) => renamed(item, fields))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [fields.has(key) ? nonsense(key) : key, renamed(child, fields)]),
  )
}

/** Every word of an error's text replaced, but for what the caller gave: values keep their form wherever they are told. */
function reworded(value: Json, args: JsonObject): Json {
  if (typeof value === 'string') {
    const given = Object.values(args).map(String).filter(Boolean)
    const quoted = given.toSorted((a, b) => b.length - a.length).map((text) => text.replaceAll(/[^A-Za-z0-9]/g, '\\$&'))
    const values = quoted.map((text) => `(?<![A-Za-z0-9])${text}(?![A-Za-z0-9])`)
    const parts = new RegExp([...values, '([A-Za-z_]{2,})'].join('|'), 'g')
    return value.replaceAll(parts, (part, word: string | undefined) => (word === undefined ? part : nonsense(word)))
  }
  if (isArray(value)) return value.map((item) => reworded(item, args))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [nonsense(key), reworded(child, args)]))
}

/** What was found of environments in nonsense, under the names that they have otherwise. */
export function outOfNonsense(graph: RelationGraph, environments: readonly Environment[]): RelationGraph {
  const words = environments.flatMap(({ specs }) =>
    specs.flatMap(({ name, parameters, returns }) => [
      name,
      ...propertiesIn(parameters),
      ...propertiesIn(returns ?? {}),
    ]),
  )
  const back = new Map(words.map((word) => [nonsense(word), word]))
  const text = JSON.stringify(graph).replaceAll(/[bcdfghjklmnpqrtv]{7}/g, (word) => back.get(word) ?? word)
  return JSON.parse(text) as RelationGraph
}
