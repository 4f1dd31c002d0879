import { type Json, sameJson } from './json.js'

/** A rule of the system prompt as an executable predicate over calls: what it forbids. */
export interface Rule {
  /** `environment/name`: which declared rule it is. */
  readonly name: string
  readonly tool: string
  /** Absent: the tool may not be called at all. */
  readonly parameter?: string
  /** `none` forbids nothing: the prompt says that the tool may be used. */
  readonly test: 'any' | 'above' | 'is' | 'none'
  readonly limit: Json
}

/** Does a call with these plain arguments break the rule? */
export function breaks(
  { tool, parameter, test, limit }: Rule,
  call: { readonly name: string; readonly arguments: { readonly [parameter: string]: Json } },
): boolean {
  if (call.name !== tool || test === 'none') return false
  if (test === 'any') return true
  const value = parameter === undefined ? undefined : call.arguments[parameter]
  if (value === undefined) return false
  return test === 'is' ? sameJson(value, limit) : Number(value) > Number(limit)
}
