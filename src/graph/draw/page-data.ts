import type { Drawing, DrawnTool } from './drawing.js'
import type { Picture } from './picture.js'
import { colourClass } from './colours.js'

/** What the page's script works on; tools, environments and relations are named by position. */
export function pageData({ drawing, edges, layout, plans, environmentOf, rests }: Picture): object {
  const indexes = new Map(drawing.tools.map(({ name }, index) => [name, index]))
  const indexOf = (name: string): number => indexes.get(name) ?? -1
  return {
    origin: drawing.origin,
    facts: drawing.facts,
    environments: drawing.environments.map((name, index) => ({ name, colour: colourClass(index) })),
    tools: drawing.tools.map((tool) => ({
      ...tool,
      environment: environmentOf(tool.name),
      needs: needsOf(tool, indexOf),
      depth: plans.depth(tool.name) ?? -1,
      plan: plans.of(tool.name)?.map((step) => ({ ...step, tool: indexOf(step.tool) })) ?? [],
      box: boxOf(layout.nodes.get(tool.name)),
    })),
    relations: relationsOf(drawing, indexOf),
    edges: edges.map((edge) => ({ from: indexOf(edge.from), to: indexOf(edge.to), relations: edge.relations, rests: rests(edge) })),
  }
}

function needsOf({ needs }: DrawnTool, indexOf: (name: string) => number): object[] {
  return needs.map(({ kind, label, alternatives }) => ({
    kind,
    label,
    alternatives: alternatives.map((names) => names.map(indexOf).filter((index) => index >= 0)),
  }))
}

function relationsOf({ relations }: Drawing, indexOf: (name: string) => number): object[] {
  return relations.map(({ from, to, ...rest }) => ({ ...rest, from: indexOf(from), to: indexOf(to) }))
}

function boxOf(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined): number[] {
  return box === undefined ? [0, 0, 0, 0] : [box.x, box.y, box.width, box.height]
}
