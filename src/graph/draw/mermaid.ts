import { environmentColour } from './colours.js'
import type { DrawnKind, DrawnTool, Drawing } from './drawing.js'
import { type DrawnEdge, edgesOf } from './edges.js'
import { mermaidLabel } from './escape.js'

const ARROW: { readonly [kind in DrawnKind]: string } = {
  enables: '==>',
  provides: '-->',
  disables: '--x',
  affects: '--o',
  compatible: '-.->',
}

const SHAPE: { readonly [effect in DrawnTool['effect']]: readonly [string, string] } = {
  read: ['[', ']'],
  write: ['[[', ']]'],
  session: ['([', '])'],
  draws: ['{{', '}}'],
  unknown: ['[', ']'],
}

/** What a line of the picture is left out for, first what says least. */
const LEAST: readonly DrawnKind[] = ['compatible', 'affects', 'disables']

/** Mermaid refuses diagrams with more lines than this unless the page that shows them is configured otherwise. */
const MOST_LINES = 500

/** The graph as a Mermaid flowchart. Of too many lines, those that say least are left out, kind by kind. */
export function mermaidOf(drawing: Drawing): string {
  const ids = new Map(drawing.tools.map(({ name }, index) => [name, `t${index}`]))
  const edges = edgesOf(drawing)
  const left = leftOut(edges)
  const shown = edges.filter(({ kind }) => !left.includes(kind))
  const subgraphs = drawing.environments.flatMap((environment, index) => [
    `  subgraph e${index} [${mermaidLabel(environment)}]`,
    '    direction LR',
    ...drawing.tools
      .filter((tool) => tool.environment === environment)
      .map((tool) => `    ${nodeOf(tool, ids.get(tool.name) ?? '')}`),
    '  end',
    `  style e${index} fill:none,stroke:${environmentColour(index)}`,
  ])
  return [
    'flowchart LR',
    ...(left.length === 0
      ? []
      : [`  %% ${edges.length - shown.length} of ${edges.length} lines left out: ${left.join(', ')}`]),
    ...subgraphs,
    ...shown.map((edge) => `  ${arrowOf(drawing, edge, ids)}`),
    '',
  ].join('\n')
}

function leftOut(edges: readonly DrawnEdge[]): readonly DrawnKind[] {
  const counts = LEAST.map((_, index) => edges.filter(({ kind }) => !LEAST.slice(0, index).includes(kind)).length)
  const enough = counts.findIndex((count) => count <= MOST_LINES)
  return LEAST.slice(0, enough < 0 ? LEAST.length : enough)
}

function nodeOf({ name, effect }: DrawnTool, id: string): string {
  const [open, close] = SHAPE[effect]
  return `${id}${open}${mermaidLabel(name)}${close}`
}

function arrowOf(
  { relations }: Drawing,
  { from, to, kind, relations: indexes }: DrawnEdge,
  ids: ReadonlyMap<string, string>,
): string {
  const labels = [...new Set(indexes.flatMap((index) => relations[index]?.label ?? []))]
  return `${ids.get(from)} ${ARROW[kind]}|${mermaidLabel(...labels)}| ${ids.get(to)}`
}
