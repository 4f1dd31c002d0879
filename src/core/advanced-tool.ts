import type { Digest } from './digest.js'
import type { Json, JsonSchema } from './json.js'
import type { Pointer } from './pointer.js'
import type { Condition, Extreme, Match, Request, Which } from './reference.js'

/** How a body argument or a returned value is computed from inputs and earlier steps. */
export type Expression =
  | { readonly input: string }
  /** A leaf of an earlier step's result; with `part` its key, with `segment` that part of its text between slashes. */
  | { readonly step: number; readonly path: Pointer; readonly part?: 'key'; readonly segment?: number }
  /** A documented default. */
  | { readonly constant: Json }
  /** What the system prompt or an earlier turn showed. */
  | { readonly carried: Json }
  /** The value at `path` (a pattern) of the first item whose `field` fits the input. */
  | {
      readonly operation: 'select'
      readonly step: number
      readonly path: Pointer
      readonly part: 'value' | 'key'
      readonly field: Pointer
      readonly match: Match
      readonly input: string
    }
  /** The same of the item that has the most or the least of `field`. */
  | {
      readonly operation: 'extreme'
      readonly step: number
      readonly path: Pointer
      readonly part: 'value' | 'key'
      readonly field: Pointer
      readonly end: Extreme['end']
    }

/** One composite tool abstracted from a trace [Tadv]: inputs are what a user must say, the body is the trace. */
export interface AdvancedTool {
  readonly name: string
  readonly description: string
  readonly inputs: JsonSchema
  readonly outputs: JsonSchema
  readonly signature: Digest
  readonly body: readonly {
    readonly tool: string
    readonly arguments: readonly { readonly at: Pointer; readonly value: Expression }[]
    /** Steps whose result or effect this one depends on. */
    readonly needs: readonly number[]
  }[]
  /** The outputs: places in the results of steps, with `*` for every index or key. */
  readonly returns: readonly { readonly name: string; readonly value: Expression }[]
  /** Which steps the user asks for, and which input says which argument; a reference without input points back. */
  readonly requests: readonly {
    /** Absent where what it hangs on turned out otherwise. */
    readonly step?: number
    readonly tool: string
    /** What the asked-for tool does, in its own words. */
    readonly does: string
    readonly arguments: { readonly [parameter: string]: InputReference }
    readonly only?: InputCondition
  }[]
  /** Capabilities only, never values: what the reasoning agent may be told. */
  readonly hint: string
}

export type InputReference =
  | { readonly by: 'value'; readonly input: string }
  | { readonly by: 'field'; readonly field: string; readonly match: Match; readonly input: string }
  | { readonly by: 'earlier'; readonly which?: Which }

/** A condition whose limit is an input, or goes without saying. */
export type InputCondition = Omit<Condition, 'limit'> & ({ readonly input: string } | { readonly limit: Json })

/** The user's requests when the advanced tool is asked for with these inputs. */
export function requestsOf(tool: AdvancedTool, inputs: { readonly [name: string]: Json }): Request[] {
  return tool.requests.map(({ tool: name, arguments: args, only }) => ({
    tool: name,
    ...(only ? { only: conditionOf(only, inputs) } : {}),
    arguments: Object.fromEntries(
      Object.entries(args).map(([parameter, reference]) => {
        if (reference.by === 'earlier') return [parameter, reference]
        const { input, ...rest } = reference
        return [parameter, { ...rest, value: inputs[input] ?? null }]
      }),
    ),
  }))
}

function conditionOf(only: InputCondition, inputs: { readonly [name: string]: Json }): Condition {
  if (!('input' in only)) return only
  const { input, ...rest } = only
  return { ...rest, limit: inputs[input] ?? null }
}
