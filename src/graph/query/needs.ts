import type { Effect } from '../../core/tool.js'

/** What must hold before a tool can succeed, unless the start provides it. All calls of any one alternative, named by tool, meet it. */
export interface Need {
  readonly kind: 'enables' | 'provides'
  /** The condition to be established, or the parameter to be filled. */
  readonly label: string
  readonly alternatives: readonly (readonly string[])[]
}

/** A tool and all of its needs: the and/or structure that queries run on, be the graph declared or inferred. */
export interface NeedyTool {
  readonly name: string
  readonly effect: Effect
  readonly needs: readonly Need[]
  /** Why no call of it ever succeeded. */
  readonly deadEnd?: string
}
