import * as z from 'zod'
import { canonicalJson } from '../../core/digest.js'
import type { AdvancedTool, Expression, InputReference } from '../../core/advanced-tool.js'
import type { Json, JsonObject } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Trace } from '../../core/trace.js'
import type { ApiGraph } from '../../graph/index.js'
import { AgentFailure, type Ask, askShaped } from '../ask.js'
import type { Abstraction, ToolingAgent } from './agent.js'
import { proceduralTooling } from './procedural.js'
import { toolingMessages } from './prompt.js'

const NAME = /^[a-z][a-z0-9_]{0,63}$/

const schema = z.strictObject({
  name: z.string().regex(NAME),
  description: z.string().min(8).max(600),
  inputs: z.array(
    z.strictObject({
      name: z.string().regex(NAME),
      description: z.string().max(300),
      value: z.union([
        z.string(),
        z.number(),
        z.boolean(),
        z.null(),
        z.array(z.unknown()),
        z.record(z.string(), z.unknown()),
      ]),
    }),
  ),
})

type Named = z.infer<typeof schema>

/**
 * A tooling agent played by a model: it finds the inputs and names things; the body is the trace's own data flow. Inputs
 * other than those of the data-flow closure are refused with `AgentFailure`.
 */
export function modelTooling(graph: ApiGraph, ask: Ask): ToolingAgent {
  const closure = proceduralTooling(graph)
  return {
    async abstract(trace, turn) {
      const computed = await closure.abstract(trace, turn)
      const named = await askShaped(ask, {
        role: 'tooling',
        attempt: 0,
        step: 0,
        name: 'composite_tool',
        schema,
        messages: toolingMessages(graph, trace),
      })
      return renamed(computed, named, namesFor(computed, named, trace))
    },
  }
}

/** The model's name for every computed input; throws where its inputs are others. */
function namesFor(
  { tool, inputs }: Abstraction,
  { name, description, inputs: given }: Named,
  trace: Trace,
): Map<string, Named['inputs'][number]> {
  const fail = (why: string): void => {
    throw new AgentFailure('wrong-abstraction', why)
  }
  if (trace.calls.some(({ call }) => call.name === name)) fail(`'${name}' is one of the tools it is made of`)
  if (new Set(given.map((input) => input.name)).size !== given.length) fail('two inputs have one name')
  const left = [...given]
  const names = new Map<string, Named['inputs'][number]>()
  for (const [computed, value] of Object.entries(inputs)) {
    const text = canonicalJson(untag(value))
    const takes = (input: Named['inputs'][number]): boolean => canonicalJson(untag(input.value as Json)) === text
    const at = left.findIndex(takes)
    const [input] = at < 0 ? [] : left.splice(at, 1)
    // One value may be said for two parameters: a single input that takes it then stands for both.
    const shared = given.find(takes)
    if (!input && !shared) fail(`nothing takes ${text.slice(0, 80)}, which only the user can say`)
    const named = input ?? { ...(shared as Named['inputs'][number]), name: `${shared?.name}_${names.size + 1}` }
    names.set(computed, named)
  }
  if (left[0]) fail(`'${left[0].name}' takes what no user has to say`)
  // A word that its tools are described with tells nothing of this run: "Buy" or "Sell".
  const told = Object.values(inputs).find(
    (value) =>
      typeof value === 'string' &&
      value.length > 2 &&
      description.includes(value) &&
      !tool.description.toLowerCase().includes(value.toLowerCase()),
  )
  if (told !== undefined) fail(`its description tells the value ${JSON.stringify(told).slice(0, 80)}`)
  return names
}

/** The computed tool under the names that the model gave. */
function renamed(
  { tool, inputs }: Abstraction,
  { name, description }: Named,
  names: ReadonlyMap<string, Named['inputs'][number]>,
): Abstraction {
  const now = (input: string): string => names.get(input)?.name ?? input
  const properties = tool.inputs['properties'] as JsonObject
  const expression = (value: Expression): Expression =>
    'input' in value ? { ...value, input: now(value.input) } : value
  const renamedTool: AdvancedTool = {
    ...tool,
    name,
    description,
    inputs: {
      ...tool.inputs,
      properties: Object.fromEntries(
        Object.entries(properties).map(([input, parameter]) => [
          now(input),
          { ...(parameter as JsonObject), description: names.get(input)?.description ?? '' },
        ]),
      ),
      required: Object.keys(properties).map(now),
    },
    body: tool.body.map((step) => ({
      ...step,
      arguments: step.arguments.map(({ at, value }) => ({ at, value: expression(value) })),
    })),
    requests: tool.requests.map((request) => ({
      ...request,
      ...(request.only && 'input' in request.only ? { only: { ...request.only, input: now(request.only.input) } } : {}),
      arguments: Object.fromEntries(
        Object.entries(request.arguments).map(([parameter, reference]): [string, InputReference] => [
          parameter,
          reference.by === 'earlier' ? reference : { ...reference, input: now(reference.input) },
        ]),
      ),
    })),
  }
  return {
    tool: renamedTool,
    inputs: Object.fromEntries(Object.entries(inputs).map(([input, value]) => [now(input), value])),
  }
}
