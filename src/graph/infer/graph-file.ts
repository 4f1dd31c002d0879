import * as z from 'zod'
import { UsageError } from '../../core/errors.js'
import type { Json, JsonObject } from '../../core/json.js'
import type { RelationGraph } from './relation-graph.js'

const json: z.ZodType<Json> = z.json()
const count = z.int().min(0)
const confidence = z.number().min(0).max(1)
const transform = z.enum([
  'identity',
  'list_item',
  'object_key',
  'path_segment',
  'quoted_name_in_text',
  'part_of_text',
  'text',
])
const origin = z.discriminatedUnion('from', [
  z.object({ from: z.literal('schema') }),
  z.object({ from: z.literal('description') }),
  z.object({ from: z.literal('state'), path: z.string(), part: z.enum(['value', 'key']) }),
  z.object({ from: z.literal('result'), tool: z.string(), path: z.string(), transform }),
  z.object({ from: z.literal('argument'), tool: z.string(), parameter: z.string() }),
  z.object({ from: z.literal('user') }),
  z.object({ from: z.literal('clock') }),
  z.object({ from: z.literal('fresh') }),
  z.object({ from: z.literal('omitted') }),
])
const evidence = z.object({ tried: count, confirmed: count, states: count })
const call = z.object({ tool: z.string(), arguments: z.record(z.string(), json) })
const witness = z.object({
  environments: z.array(z.string()),
  seed: count,
  before: z.array(call),
  between: z.array(call),
  call,
  value: z.object({ call: count, path: z.string(), transform, parameter: z.string(), value: json }).exactOptional(),
  refused: z.array(json).exactOptional(),
})
const ends = { from: z.string(), to: z.string() }
const feed = { ...ends, path: z.string(), transform, parameter: z.string() }
const agreement = z.array(z.object({ parameter: z.string(), origin }))
const parameter = z.object({
  name: z.string(),
  required: z.boolean(),
  type: z.string(),
  kind: z.enum(['key', 'format', 'choice', 'content', 'unknown']),
  random: z.object({ tried: count, succeeded: count }),
  pools: z.array(z.object({ origin, tried: count, succeeded: count, examples: z.array(json) })),
})
const tool = z.object({
  environment: z.string(),
  name: z.string(),
  description: z.string(),
  effect: z.enum(['read', 'write', 'session', 'unknown']),
  draws: z.boolean(),
  reads: z.array(z.string()),
  writes: z.array(z.string()),
  calls: count,
  successes: count,
  atStart: z.object({ tried: count, succeeded: count }),
  successRate: confidence,
  errors: z.array(z.object({ code: z.string(), shape: z.string(), count })),
  parameters: z.array(parameter),
  outputs: z.array(
    z.object({ path: z.string(), part: z.enum(['value', 'key']), type: z.string(), varies: z.boolean() }),
  ),
  prerequisites: z.array(z.object({ anyOf: z.array(z.string()), gate: z.boolean() })),
  minimalSets: z.array(z.object({ tools: z.array(z.string()), witness })),
  deadEnd: z.string().exactOptional(),
})

/** The form of `graph.json`, version 1. */
const relationGraph: z.ZodType<RelationGraph> = z.object({
  schema: z.literal(1),
  seed: count,
  environments: z.array(
    z.object({ name: z.string(), version: count, digest: z.string(), seen: z.enum(['state', 'results']) }),
  ),
  budget: z.object({ calls: count, used: count }),
  tools: z.array(tool),
  enables: z.array(z.object({ ...ends, agreement, gate: z.boolean(), evidence, confidence, witness })),
  disables: z.array(z.object({ ...ends, agreement, evidence, confidence, witness })),
  affects: z.array(z.object({ ...ends, evidence, witness })),
  provides: z.array(z.object({ ...feed, evidence, confidence, witness })),
  compatible: z.array(z.object({ ...feed, witness })),
})

/** The JSON Schema of `graph.json`. */
export function graphJsonSchema(): JsonObject {
  return z.toJSONSchema(relationGraph, { reused: 'ref' }) as JsonObject
}

/** The text of `graph.json`: one tool or relation a line, so that two graphs can be compared by line. */
export function graphText(graph: RelationGraph): string {
  const fields = Object.entries(graph).map(([name, value]) => {
    const lines =
      Array.isArray(value) && value.length > 0 ? value.map((item) => `\n    ${JSON.stringify(item)}`) : undefined
    return `  ${JSON.stringify(name)}: ${lines ? `[${lines.join(',')}\n  ]` : JSON.stringify(value)}`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}

/** Reads the text of a `graph.json`; `where` names the file in errors. */
export function parseGraph(text: string, where: string): RelationGraph {
  const parsed = relationGraph.safeParse(
    parseJson(text, where, 'Give a file that turnsmith graph --infer --out wrote.'),
  )
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue && issue.path.length > 0 ? `at /${issue.path.join('/')}` : 'at its root'
  throw new UsageError(
    where,
    `it is no graph.json of version 1: wrong ${place}`,
    'Infer it again: turnsmith graph --infer --out graph.json.',
  )
}

/** The value of a JSON text from a file that the user named. */
export function parseJson(text: string, where: string, remedy: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(where, 'it holds no JSON', remedy)
  }
}
