import type { AdvancedTool, Expression } from '../core/advanced-tool.js'
import { type Json, type JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, matchPointer, parsePointer, withValueAt } from '../core/pointer.js'
import { atTheEnd, fits } from '../core/reference.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { World } from '../environment/index.js'

/** Runs an advanced tool's body on a world with these inputs; stops at the first error result. */
export function runAdvancedTool(
  tool: AdvancedTool,
  world: World,
  inputs: { readonly [name: string]: Json },
): { calls: ToolCall[]; results: ToolResult[] } {
  const calls: ToolCall[] = []
  const results: ToolResult[] = []
  for (const [i, step] of tool.body.entries()) {
    let args: JsonObject = {}
    for (const { at: place, value } of step.arguments)
      args = withValueAt(args, place, evaluate(value, inputs, results)) as JsonObject
    const call = { id: `a${i}`, name: step.tool, arguments: args }
    const result = world.call(call)
    calls.push(call)
    results.push(result)
    if (result.error) break
  }
  return { calls, results }
}

function evaluate(
  expression: Expression,
  inputs: { readonly [name: string]: Json },
  results: readonly ToolResult[],
): Json {
  if ('constant' in expression) return expression.constant
  if ('carried' in expression) return expression.carried
  if ('operation' in expression)
    return expression.operation === 'select' ? select(expression, inputs, results) : extreme(expression, results)
  if ('input' in expression) return inputs[expression.input] ?? null
  const result = untag(results[expression.step]?.value ?? null)
  if (expression.part === 'key') return parsePointer(expression.path).at(-1) ?? null
  const leaf = at(result, expression.path) ?? null
  return expression.segment === undefined ? leaf : (String(leaf).split('/')[expression.segment] ?? null)
}

function select(
  expression: Extract<Expression, { operation: 'select' }>,
  inputs: { readonly [name: string]: Json },
  results: readonly ToolResult[],
): Json {
  const result = untag(results[expression.step]?.value ?? null)
  const said = inputs[expression.input] ?? null
  const [path] = matchPointer(result, expression.path).filter((place) =>
    fits(fieldBeside(result, place, expression), expression.match, said),
  )
  return path === undefined ? null : taken(result, path, expression)
}

function extreme(expression: Extract<Expression, { operation: 'extreme' }>, results: readonly ToolResult[]): Json {
  const result = untag(results[expression.step]?.value ?? null)
  const places = matchPointer(result, expression.path)
  const [path] = atTheEnd(places, expression.end, (place) => fieldBeside(result, place, expression))
  return path === undefined ? null : taken(result, path, expression)
}

type Listed = Extract<Expression, { operation: 'select' | 'extreme' }>

function fieldBeside(result: Json, path: string, { part, field }: Listed): Json | undefined {
  return at(result, `${part === 'key' ? path : path.slice(0, path.lastIndexOf('/'))}${field}`)
}

function taken(result: Json, path: string, { part }: Listed): Json {
  return (part === 'key' ? parsePointer(path).at(-1) : at(result, path)) ?? null
}
