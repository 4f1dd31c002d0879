import type { AdvancedTool, Expression } from './advanced-tool.js'
import { type Digest, digest } from './digest.js'
import type { Json } from './json.js'

/**
 * The advanced tools that an advanced tool is composed of: one per request, with the steps that request needs. A step that
 * nothing needs and nobody asked for belongs to the next request. What hangs on something is no tool without it.
 */
export function subplansOf(tool: AdvancedTool): AdvancedTool[] {
  return tool.requests.flatMap((request, i) => {
    if (request.only || request.step === undefined) return []
    const kept = [...stepsOf(tool, request.step)].toSorted((a, b) => a - b)
    const place = new Map(kept.map((step, at) => [step, at]))
    const moved = (expression: Expression): Expression =>
      'step' in expression ? { ...expression, step: place.get(expression.step) ?? 0 } : expression
    const body = kept
      .flatMap((step) => tool.body[step] ?? [])
      .map((step) => ({
        tool: step.tool,
        arguments: step.arguments.map(({ at, value }) => ({ at, value: moved(value) })),
        needs: step.needs.flatMap((need) => place.get(need) ?? []),
      }))
    const returns = tool.returns
      .filter(({ value }) => 'step' in value && value.step === request.step)
      .map(({ name, value }) => ({ name, value: moved(value) }))
    const inputs = new Set([
      ...body.flatMap((step) => step.arguments.flatMap(({ value }) => ('input' in value ? [value.input] : []))),
      ...Object.values(request.arguments).flatMap((said) => (said.by === 'earlier' ? [] : [said.input])),
    ])
    const part: AdvancedTool = {
      ...tool,
      name: `${request.tool}_adv`,
      description: request.does,
      inputs: narrowed(tool.inputs, inputs),
      outputs: narrowed(tool.outputs, new Set(returns.map(({ name }) => name))),
      body,
      returns,
      requests: [{ ...request, step: place.get(request.step) ?? 0 }],
      hint: i === 0 && tool.requests.length === 1 ? tool.hint : request.does,
    }
    return [{ ...part, signature: shapeOf(part) }]
  })
}

/**
 * Digest of a plan whatever its inputs are called, whatever was carried into it and in whichever order independent steps
 * run: equal for the same composite tool.
 */
export function shapeOf({ body, requests }: AdvancedTool): Digest {
  const names = new Map<string, string>()
  const input = (name: string): string => {
    const known = names.get(name) ?? `input${names.size}`
    names.set(name, known)
    return known
  }
  const shapeOfValue = (value: Expression): Json => {
    if ('carried' in value) return 'carried'
    const named = 'input' in value ? { ...value, input: input(value.input) } : value
    return 'step' in named ? { ...named, step: shapeOfStep(named.step) } : named
  }
  const shapeOfStep = (index: number): Json => {
    const step = body[index]
    if (!step) return null
    const used = new Set(step.arguments.flatMap(({ value }) => ('step' in value ? [value.step] : [])))
    const args = step.arguments.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    return {
      tool: step.tool,
      arguments: args.map(({ at, value }) => [at, shapeOfValue(value)]),
      enabledBy: step.needs.filter((need) => !used.has(need)).map(shapeOfStep),
    }
  }
  return digest(requests.map(({ step }) => (step === undefined ? null : shapeOfStep(step))))
}

/** A request's step, what it needs, and the steps right before that nothing else claims. */
function stepsOf(tool: AdvancedTool, goal: number): Set<number> {
  const steps = new Set<number>()
  const add = (step: number): void => {
    if (steps.has(step)) return
    steps.add(step)
    tool.body[step]?.needs.forEach(add)
  }
  add(goal)
  const goals = new Set(tool.requests.map(({ step }) => step))
  const needed = new Set(tool.body.flatMap(({ needs }) => needs))
  for (let step = goal - 1; step >= 0 && !goals.has(step); step--) if (!needed.has(step)) add(step)
  return steps
}

function narrowed(schema: AdvancedTool['inputs'], names: ReadonlySet<string>): AdvancedTool['inputs'] {
  const properties = (schema['properties'] ?? {}) as { [name: string]: Json }
  const kept = Object.keys(properties).filter((name) => names.has(name))
  return {
    ...schema,
    properties: Object.fromEntries(kept.map((name) => [name, properties[name] ?? {}])),
    required: kept,
  }
}
