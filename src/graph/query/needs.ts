import type { Effect } from '../../core/tool.js'
import type { RelationGraph } from '../infer/relation-graph.js'

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

/** The conditions of inferred tools as needs, whether or not some start provides them. */
export function conditionsAsNeeds({ tools }: RelationGraph): NeedyTool[] {
  return tools.map(({ name, effect, prerequisites, deadEnd }) => ({
    name,
    effect,
    needs: prerequisites.map(({ anyOf }) => ({
      kind: 'enables',
      label: anyOf.join(' or '),
      alternatives: anyOf.map((tool) => [tool]),
    })),
    ...(deadEnd === undefined ? {} : { deadEnd }),
  }))
}

/** Do tools that can be called meet the need? */
export function isMet({ alternatives }: Need, reached: ReadonlySet<string>): boolean {
  return alternatives.some((alternative) => alternative.every((name) => reached.has(name)))
}
