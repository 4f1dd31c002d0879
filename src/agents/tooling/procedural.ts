import type { AdvancedTool, Expression, InputCondition, InputReference } from '../../core/advanced-tool.js'
import { isArray, type Json, type JsonObject, type JsonSchema, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at, parsePointer } from '../../core/pointer.js'
import type { Condition, Reference, Request } from '../../core/reference.js'
import type { Binding, Source, Trace } from '../../core/trace.js'
import { type ApiGraph, type GraphTool, toolNamed } from '../../graph/index.js'
import type { Abstraction, ToolingAgent } from './agent.js'

/** Abstraction by data-flow closure: what bindings trace back to the user become inputs, all else stays in the body. */
export function proceduralTooling(graph: ApiGraph): ToolingAgent {
  return { abstract: (trace, turn) => Promise.resolve(abstract(graph, trace, turn)) }
}

type Selected = Extract<Source, { from: 'result' }>['selected']

interface Inputs {
  readonly values: { [name: string]: Json }
  readonly schema: { [name: string]: JsonSchema }
  /** The input's name for what the user says about a parameter; equal meanings share one input. */
  name(parameter: string, value: Json, schema: JsonSchema): string
}

function abstract(graph: ApiGraph, trace: Trace, turn: number): Abstraction {
  const inputs = createInputs()
  const requests = trace.requests.map((request, i) => abstractRequest(graph, request, trace.goal.calls[i], inputs))
  const body = trace.calls.map(({ call, bindings, needs }) => ({
    tool: call.name,
    needs,
    arguments: bindings.map((binding) => ({
      at: binding.at,
      value: expressionOf(graph, trace, binding, call.name, turn, inputs),
    })),
  }))
  const outputs = outputsOf(graph, trace)
  const goals = trace.requests.map(({ tool }) => toolNamed(graph, tool).spec)
  const tool: AdvancedTool = {
    name: `${goals.map(({ name }) => name).join('_and_')}_adv`,
    description: goals.map(({ description }) => description).join(' '),
    inputs: {
      type: 'object',
      properties: inputs.schema,
      required: Object.keys(inputs.schema),
      additionalProperties: false,
    },
    outputs: outputs.schema,
    signature: trace.signature,
    body,
    returns: outputs.returns,
    requests,
    hint: capabilityOf(graph, trace),
  }
  return { tool, inputs: inputs.values }
}

/** The answers owed, named and typed after the leaves that hold them; leaves of one list or mapping are one output, whatever its keys. */
function outputsOf(graph: ApiGraph, trace: Trace): { schema: JsonSchema; returns: AdvancedTool['returns'] } {
  const properties: { [name: string]: JsonSchema } = {}
  const returns = new Map<string, AdvancedTool['returns'][number]>()
  for (const { call, path } of trace.goal.answers) {
    const { call: made, result } = trace.calls[call] ?? {}
    const pattern = made ? patternOf(toolNamed(graph, made.name), path) : path
    const kind = `${call}:${pattern}`
    if (returns.has(kind)) continue
    const parts = parsePointer(pattern)
    const leaf = parts.findLast((part) => part !== '*') ?? 'result'
    const name = unused(leaf, (taken) => Object.hasOwn(properties, taken))
    const type = { type: typeOf(at(untag(result?.value ?? null), path)) }
    properties[name] = parts.includes('*') ? { type: 'array', items: type } : type
    returns.set(kind, { name, value: { step: call, path: pattern } })
  }
  return { schema: { type: 'object', properties, required: Object.keys(properties) }, returns: [...returns.values()] }
}

/** A place in a tool's results as the tool speaks of it, with `*` for whatever index or key: keys may be what was found on the way. */
function patternOf({ answers, outputs }: GraphTool, path: string): string {
  const known = [...answers, ...outputs.map((output) => output.path)].find((pattern) => matches(pattern, path))
  return known ?? path.replaceAll(/\/\d+(?=\/|$)/g, '/*')
}

function typeOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null'
  return isArray(value) ? 'array' : typeof value
}

/** The name itself, or with the first number from 2 on that makes it free. */
function unused(name: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}_${n}`
    if (!isTaken(candidate)) return candidate
  }
}

function createInputs(): Inputs {
  const values: { [name: string]: Json } = {}
  const schema: { [name: string]: JsonSchema } = {}
  return {
    values,
    schema,
    name(parameter, value, parameterSchema) {
      const name = unused(
        parameter.replaceAll('/', '_'),
        (taken) => Object.hasOwn(values, taken) && values[taken] !== value,
      )
      values[name] = value
      schema[name] = parameterSchema
      return name
    },
  }
}

function abstractRequest(
  graph: ApiGraph,
  request: Request,
  step: number | undefined,
  inputs: Inputs,
): AdvancedTool['requests'][number] {
  const properties = (toolNamed(graph, request.tool).spec.parameters['properties'] ?? {}) as JsonObject
  const args = Object.entries(request.arguments).map(([parameter, reference]): [string, InputReference] => {
    if (reference.by === 'earlier') return [parameter, reference]
    const schema = (reference.by === 'value' ? (properties[parameter] ?? {}) : described(reference)) as JsonSchema
    const { value, ...rest } = reference
    return [
      parameter,
      {
        ...rest,
        input: inputs.name(reference.by === 'field' ? `${parameter}_${reference.field}` : parameter, value, schema),
      },
    ]
  })
  const { description: does } = toolNamed(graph, request.tool).spec
  return {
    ...(step === undefined ? {} : { step }),
    tool: request.tool,
    does,
    arguments: Object.fromEntries(args),
    ...(request.only ? { only: abstractCondition(request.only, inputs) } : {}),
  }
}

/** A number is what the user sets; a word goes without saying. */
function abstractCondition(only: Condition, inputs: Inputs): InputCondition {
  if (only.test === 'is') return only
  const { limit, ...rest } = only
  return { ...rest, input: inputs.name('limit', limit, { type: 'number' }) }
}

/** An input by which a thing is known instead of by its id. */
function described({ field, match }: Extract<Reference, { by: 'field' }>): JsonSchema {
  const words = field.replaceAll(/[_/]/g, ' ').trim()
  const how = { equals: `The ${words}`, 'ends-with': `How the ${words} ends`, contains: `Words of the ${words}` }[match]
  return { type: 'string', description: `${how} of the thing that is meant.` }
}

function expressionOf(
  graph: ApiGraph,
  trace: Trace,
  { at: place, value, source }: Binding,
  tool: string,
  turn: number,
  inputs: Inputs,
): Expression {
  if (source.from === 'user' || source.from === 'free') {
    const known = Object.entries(inputs.values).find(([, said]) => sameJson(said, value))?.[0]
    return { input: known ?? inputs.name(place.slice(1), value, schemaOf(graph, tool, place)) }
  }
  if (source.from === 'default') return { constant: value }
  if (source.from !== 'result' || source.turn !== turn) return { carried: value }
  const selected = source.selected ?? selectionOf(trace, source)
  if (selected) {
    const input = Object.entries(inputs.values).find(([, said]) => sameJson(said, selected.value))?.[0]
    const producer = trace.calls[source.call]
    const output =
      producer &&
      toolNamed(graph, producer.call.name).outputs.find(
        ({ path, part }) => part === (source.part ?? 'value') && matches(path, source.path),
      )
    const field = selected.field.slice(selected.field.lastIndexOf('/'))
    const from = output && { step: source.call, path: output.path, part: output.part, field }
    const { match } = selected
    if (from && (match === 'most' || match === 'least')) return { operation: 'extreme', ...from, end: match }
    if (from && input !== undefined && match !== 'most' && match !== 'least')
      return { operation: 'select', ...from, match, input }
  }
  const result = untag(trace.calls[source.call]?.result.value ?? null)
  const whole = at(result, source.path)
  if (source.part === 'key') return { step: source.call, path: source.path, part: 'key' }
  if (whole !== undefined && sameJson(whole, value)) return { step: source.call, path: source.path }
  const segment = String(whole).split('/').indexOf(String(value))
  return segment < 0 ? { constant: value } : { step: source.call, path: source.path, segment }
}

/** How an item that is pointed back at was chosen the first time. */
function selectionOf(trace: Trace, source: Extract<Source, { from: 'result' }>): Selected {
  const sources = trace.calls.flatMap(({ bindings }) => bindings.map((binding) => binding.source))
  const chosen = sources.find(
    (other) =>
      other.from === 'result' &&
      other.turn === source.turn &&
      other.call === source.call &&
      other.path === source.path &&
      other.selected !== undefined,
  )
  return chosen?.from === 'result' ? chosen.selected : undefined
}

function matches(pattern: string, path: string): boolean {
  const [a, b] = [pattern.split('/'), path.split('/')]
  return a.length === b.length && a.every((part, i) => part === '*' || part === b[i])
}

function schemaOf(graph: ApiGraph, tool: string, place: string): JsonSchema {
  const properties = toolNamed(graph, tool).spec.parameters['properties'] as JsonObject | undefined
  return (properties?.[place.slice(1)] ?? {}) as JsonSchema
}

/** What the tools of the trace can do together, without a value: told to the reasoning agent from its second attempt on. */
function capabilityOf(graph: ApiGraph, trace: Trace): string {
  const helpers = [...new Set(trace.calls.filter(({ hidden }) => hidden).map(({ call }) => call.name))]
  const goal = trace.requests.map(({ tool }) => toolNamed(graph, tool).spec.description).join(' ')
  if (helpers.length === 0) return goal
  return `${goal} What such a request leaves out can be found with other tools: ${helpers.map((name) => toolNamed(graph, name).spec.description).join(' ')}`
}
