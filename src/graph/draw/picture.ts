import { leads } from './columns.js'
import type { Drawing } from './drawing.js'
import { type DrawnEdge, edgesOf } from './edges.js'
import { type Layout, layoutOf } from './layout.js'
import { type Plans, plansFor } from '../query/plans.js'

/** A drawing with all that is worked out once for the page. */
export interface Picture {
  readonly drawing: Drawing
  readonly edges: readonly DrawnEdge[]
  readonly plans: Plans
  readonly layout: Layout
  /** Position of a tool's environment. */
  readonly environmentOf: (tool: string) => number
  /** Is the line drawn while nothing is in focus? */
  readonly rests: (edge: DrawnEdge) => boolean
}

export function pictureOf(drawing: Drawing): Picture {
  const edges = edgesOf(drawing)
  const plans = plansFor(drawing.tools)
  const environments = new Map(
    drawing.tools.map(({ name, environment }) => [name, drawing.environments.indexOf(environment)]),
  )
  const environmentOf = (tool: string): number => environments.get(tool) ?? 0
  return {
    drawing,
    edges,
    plans,
    layout: layoutOf(drawing, edges, plans.depth),
    environmentOf,
    rests: (edge) => environmentOf(edge.from) === environmentOf(edge.to) && leads(edge, plans.depth),
  }
}
