import type { AdvancedTool, Expression } from '../core/advanced-tool.js'
import { type Json, type JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, matchPointer, parsePointer, withValueAt } from '../core/pointer.js'
import { fits } from '../core/reference.js'
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
  if ('operation' in expression) return select(expression, inputs, results)
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
  for (const path of matchPointer(result, expression.path)) {
    const holder = expression.part === 'key' ? path : path.slice(0, path.lastIndexOf('/'))
    if (!fits(at(result, `${holder}${expression.field}`), expression.match, said)) continue
    return expression.part === 'key' ? (parsePointer(path).at(-1) ?? null) : (at(result, path) ?? null)
  }
  return null
}
