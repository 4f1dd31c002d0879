import type { AdvancedTool, Expression, InputReference } from '../../core/advanced-tool.js'
import type { Json, JsonObject, JsonSchema } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at } from '../../core/pointer.js'
import type { Request } from '../../core/reference.js'
import type { Binding, Source, Trace } from '../../core/trace.js'
import { type ApiGraph, toolNamed } from '../../graph/index.js'
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
  const requests = trace.requests.map((request, i) => abstractRequest(graph, request, trace.goal.calls[i] ?? 0, inputs))
  const body = trace.calls.map(({ call, bindings }) => ({
    tool: call.name,
    arguments: bindings.map((binding) => ({
      at: binding.at,
      value: expressionOf(graph, trace, binding, call.name, turn, inputs),
    })),
  }))
  const returns = trace.goal.answers.map(({ call, path }, i) => ({
    name: `answer_${i + 1}`,
    value: { step: call, path } as Expression,
  }))
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
    outputs: { type: 'object', properties: Object.fromEntries(returns.map(({ name }) => [name, {}])) },
    signature: trace.signature,
    body,
    returns,
    requests,
    hint: capabilityOf(graph, trace),
  }
  return { tool, inputs: inputs.values }
}

function createInputs(): Inputs {
  const values: { [name: string]: Json } = {}
  const schema: { [name: string]: JsonSchema } = {}
  return {
    values,
    schema,
    name(parameter, value, parameterSchema) {
      const base = parameter.replaceAll('/', '_')
      let name = base
      for (let n = 2; Object.hasOwn(values, name) && values[name] !== value; n++) name = `${base}_${n}`
      values[name] = value
      schema[name] = parameterSchema
      return name
    },
  }
}

function abstractRequest(
  graph: ApiGraph,
  request: Request,
  step: number,
  inputs: Inputs,
): AdvancedTool['requests'][number] {
  const properties = (toolNamed(graph, request.tool).spec.parameters['properties'] ?? {}) as JsonObject
  const args = Object.entries(request.arguments).map(([parameter, reference]): [string, InputReference] => {
    if (reference.by === 'earlier') return [parameter, reference]
    const schema = (reference.by === 'value' ? (properties[parameter] ?? {}) : { type: 'string' }) as JsonSchema
    const { value, ...rest } = reference
    return [
      parameter,
      {
        ...rest,
        input: inputs.name(reference.by === 'field' ? `${parameter}_${reference.field}` : parameter, value, schema),
      },
    ]
  })
  return { step, tool: request.tool, arguments: Object.fromEntries(args) }
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
    const known = Object.entries(inputs.values).find(([, said]) => said === value)?.[0]
    return { input: known ?? inputs.name(place.slice(1), value, schemaOf(graph, tool, place)) }
  }
  if (source.from !== 'result' || source.turn !== turn) return { constant: value }
  const selected = source.selected ?? selectionOf(trace, source)
  if (selected) {
    const input = Object.entries(inputs.values).find(([, said]) => said === selected.value)?.[0]
    const producer = trace.calls[source.call]
    const output =
      producer &&
      toolNamed(graph, producer.call.name).outputs.find(
        ({ path, part }) => part === (source.part ?? 'value') && matches(path, source.path),
      )
    if (input !== undefined && output) {
      return {
        operation: 'select',
        step: source.call,
        path: output.path,
        part: output.part,
        field: selected.field.slice(selected.field.lastIndexOf('/')),
        match: selected.match,
        input,
      }
    }
  }
  const result = untag(trace.calls[source.call]?.result.value ?? null)
  const whole = at(result, source.path)
  if (source.part === 'key') return { step: source.call, path: source.path, part: 'key' }
  if (whole === value) return { step: source.call, path: source.path }
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
