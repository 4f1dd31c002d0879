import type { Json, JsonObject } from '../core/json.js'
import type { Request } from '../core/reference.js'
import type { Binding } from '../core/trace.js'
import type { ApiGraph, GraphTool } from './graph.js'
import type { Knowledge } from './knowledge.js'

/** Why a call is planned: for the chain of thought, and to tell goals from hidden steps. */
export type Purpose =
  | { readonly kind: 'goal'; readonly request: number }
  | {
      readonly kind: 'lookup'
      readonly entity: string
      readonly by?: { readonly field: string; readonly value: Json }
      readonly for: string
    }
  | { readonly kind: 'condition'; readonly condition: string; readonly for: string }
  | { readonly kind: 'search'; readonly name: string; readonly for: string }
  | {
      readonly kind: 'move'
      readonly to: string
      readonly direction: 'up' | 'top' | 'down'
      readonly place: string
      readonly for: string
    }

export interface PlannedCall {
  readonly tool: string
  readonly arguments: JsonObject
  readonly bindings: readonly Binding[]
  /** The request it serves, by index. */
  readonly request: number
  readonly purpose: Purpose
}

/** Why a request cannot be carried out from what is visible. */
export interface Stuck {
  readonly reason: 'missing-parameter' | 'ambiguous' | 'not-found' | 'unknown-tool' | 'failed'
  readonly tool: string
  readonly parameter?: string
}

/** A call that can be made now, or the calls that must come before it, or why it cannot be made. */
export type Planned =
  | { readonly kind: 'ready'; readonly call: PlannedCall }
  | { readonly kind: 'needs'; readonly needs: readonly PlannedCall[] }
  | { readonly kind: 'stuck'; readonly stuck: Stuck }

/** A call somebody wants: the tool, how its arguments were said, and why. */
export interface Wish {
  readonly tool: GraphTool
  readonly references: Request['arguments']
  readonly purpose: Purpose
  readonly request: number
}

/** What planning looks at. */
export interface Outlook {
  readonly graph: ApiGraph
  readonly knowledge: Knowledge
  /** Look-ups planned so far for what nobody spoke of: where many tools need one another, the same comes up again and again. */
  readonly lookups: Map<string, Planned>
}
