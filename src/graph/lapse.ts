import { isObject, type Json } from '../core/json.js'
import { untag } from '../core/number.js'
import type { VisibleCall } from '../core/visible.js'
import type { ApiGraph } from './graph.js'

/** The condition that a tool's refusal says has ceased to hold. */
export function lapsedBy(graph: ApiGraph, tool: string, refusal: Json): string | undefined {
  const value = untag(refusal)
  const said = isObject(value) ? String(value['error']) : ''
  return graph.tools.get(tool)?.requires.find((condition) => {
    const lapse = graph.lapse(condition)
    return lapse !== undefined && said.includes(lapse.refusal)
  })
}

/** Was a call refused for something that has been put right since? */
export function isMended(graph: ApiGraph, conditions: ReadonlySet<string>, { call, result }: VisibleCall): boolean {
  const condition = result.error && lapsedBy(graph, call.name, result.value)
  return condition !== undefined && conditions.has(condition)
}
