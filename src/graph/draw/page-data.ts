import { colourClass } from './colours.js'
import type { DrawnTool } from './drawing.js'
import { addressName, printable } from './escape.js'
import type { Box } from './layout.js'
import type { Picture } from './picture.js'

/** What the page's script works on; tools, environments and relations are named by position. */
export function pageData({ drawing, edges, layout, plans, environmentOf, rests }: Picture): unknown {
  const indexes = new Map(drawing.tools.map(({ name }, index) => [name, index]))
  const indexOf = (name: string): number => indexes.get(name) ?? -1
  return {
    origin: drawing.origin,
    facts: clean(drawing.facts),
    environments: drawing.environments.map((name, index) => ({ name: printable(name), colour: colourClass(index) })),
    tools: drawing.tools.map((tool) => ({
      ...clean(tool),
      address: addressName(tool.name),
      environment: environmentOf(tool.name),
      needs: needsOf(tool, indexOf),
      depth: plans.depth(tool.name) ?? -1,
      plan: plans.of(tool.name)?.map((step) => ({ ...step, tool: indexOf(step.tool) })) ?? [],
      box: boxOf(layout.nodes.get(tool.name)),
    })),
    relations: drawing.relations.map(({ from, to, ...rest }) => ({
      ...clean(rest),
      from: indexOf(from),
      to: indexOf(to),
    })),
    edges: edges.map((edge) => ({
      from: indexOf(edge.from),
      to: indexOf(edge.to),
      relations: edge.relations,
      rests: rests(edge),
    })),
  }
}

function needsOf({ needs }: DrawnTool, indexOf: (name: string) => number): unknown {
  return needs.map(({ kind, label, alternatives }) => ({
    kind,
    label: printable(label),
    alternatives: alternatives.map((names) => names.map(indexOf).filter((index) => index >= 0)),
  }))
}

function boxOf(box: Box | undefined): readonly number[] {
  return box === undefined ? [0, 0, 0, 0] : [box.x, box.y, box.width, box.height]
}

/** A copy whose texts all print. */
function clean<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? printable(part) : part,
  ) as T
}
