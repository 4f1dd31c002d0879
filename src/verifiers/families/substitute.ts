import type { Json, JsonObject } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { ToolCall, ToolResult } from '../../core/tool.js'
import type { Trace } from '../../core/trace.js'
import { checkArguments, type World } from '../../environment/index.js'
import type { ApiGraph, GraphTool, Knowledge } from '../../graph/index.js'
import { goldOf, reaches } from '../gold.js'

/** Executions that the search for another way may take. */
const LIMIT = 200

/** Values tried for one parameter. */
const VALUES = 3

/**
 * A bounded search for another way: calls of the tools on offer, filled with what is visible or was said, one or two of them
 * one after the other. The first run of calls that reaches the outcome of the trace; undefined where none does.
 */
export function findSubstitute(
  graph: ApiGraph,
  start: World,
  knowledge: Knowledge,
  trace: Trace,
  offered: readonly string[],
): readonly ToolCall[] | undefined {
  const gold = goldOf(start, trace)
  const calls = offered.flatMap((name) => {
    const tool = graph.tools.get(name)
    return tool ? callsOf(tool, knowledge, trace) : []
  })
  let left = LIMIT
  const tried: { readonly world: World; readonly call: ToolCall; readonly result: ToolResult }[] = []
  for (const call of calls) {
    if (left-- <= 0) return undefined
    const world = start.fork()
    const result = world.call(call)
    if (reaches(gold, world, [call], [result])) return [call]
    if (!result.error) tried.push({ world, call, result })
  }
  for (const { world, call, result } of tried) {
    for (const second of calls) {
      if (left-- <= 0) return undefined
      const after = world.fork()
      const results = [result, after.call(second)]
      if (reaches(gold, after, [call, second], results)) return [call, second]
    }
  }
  return undefined
}

function callsOf({ spec, parameters }: GraphTool, knowledge: Knowledge, trace: Trace): ToolCall[] {
  let assignments: JsonObject[] = [{}]
  for (const { name, required, entity } of parameters) {
    const values = valuesFor(name, entity, knowledge, trace)
    if (!required && values.length === 0) continue
    assignments = assignments
      .flatMap((assignment) => values.map((value) => ({ ...assignment, [name]: value })))
      .slice(0, 6)
  }
  return assignments
    .filter((args) => checkArguments(spec.parameters, args).length === 0)
    .map((args, i) => ({ id: `s-${spec.name}-${i}`, name: spec.name, arguments: args }))
}

/** What the message says under this name, what is visible of this type, then what the trace used of it. */
function valuesFor(name: string, entity: string | undefined, { atoms }: Knowledge, trace: Trace): Json[] {
  const said = trace.requests.flatMap(({ arguments: args }) => {
    const reference = args[name]
    return reference?.by === 'value' ? [reference.value] : []
  })
  const known = atoms.filter((atom) => entity !== undefined && atom.entity === entity).map(({ value }) => value)
  const used = trace.calls.flatMap(({ call }) => {
    const value = untag(call.arguments[name] ?? null)
    return value === null ? [] : [value]
  })
  return [...new Set([...said, ...used, ...known])].slice(0, VALUES)
}
