import { environmentColour } from './colours.js'
import type { DrawnKind, DrawnTool, Drawing } from './drawing.js'
import { type DrawnEdge, edgesOf } from './edges.js'
import { dotString } from './escape.js'

const STYLE: { readonly [kind in DrawnKind]: string } = {
  enables: 'penwidth=1.6, arrowhead=normal',
  provides: 'penwidth=1, arrowhead=vee',
  disables: 'penwidth=1, arrowhead=tee, color="#b3261e", constraint=false',
  affects: 'penwidth=0.7, arrowhead=dot, style=dotted, constraint=false',
  compatible: 'penwidth=0.7, arrowhead=open, style=dashed, constraint=false',
}

const SHAPE: { readonly [effect in DrawnTool['effect']]: string } = {
  read: 'box',
  write: 'box3d',
  session: 'house',
  draws: 'component',
  unknown: 'plain',
}

/** The graph in Graphviz's DOT language: environments as clusters, one arrow per pair of tools. */
export function dotOf(drawing: Drawing): string {
  const ids = new Map(drawing.tools.map(({ name }, index) => [name, `t${index}`]))
  const clusters = drawing.environments.flatMap((environment, index) => [
    `  subgraph cluster_${index} {`,
    `    label=${dotString(environment)}; style=rounded`,
    `    color="${environmentColour(index)}"; fontcolor="${environmentColour(index)}"`,
    ...drawing.tools
      .filter((tool) => tool.environment === environment)
      .map((tool) => `    ${nodeOf(tool, ids.get(tool.name) ?? '', index)}`),
    '  }',
  ])
  const lines = edgesOf(drawing).map((edge) => `  ${arrowOf(drawing, edge, ids)}`)
  return [
    `digraph ${dotString(drawing.title)} {`,
    '  rankdir=LR; ranksep=1.6; nodesep=0.15',
    '  graph [fontname="Helvetica", fontsize=12]',
    '  node [fontname="Courier", fontsize=11, shape=box, height=0.3]',
    '  edge [fontname="Helvetica", fontsize=8, color="#00000090"]',
    ...clusters,
    ...lines,
    '}',
    '',
  ].join('\n')
}

function nodeOf(tool: DrawnTool, id: string, environment: number): string {
  const { name, description, effect, deadEnd } = tool
  const attributes = [
    `label=${dotString(name)}`,
    `shape=${SHAPE[effect]}`,
    `color="${environmentColour(environment)}"`,
    `tooltip=${dotString(description, ...(deadEnd === undefined ? [] : [deadEnd]))}`,
    ...(deadEnd === undefined ? [] : ['style=dashed']),
  ]
  return `${id} [${attributes.join(', ')}]`
}

/** What a line is about is said beside it where something depends on it, else when the pointer is there. */
function arrowOf(
  { relations }: Drawing,
  { from, to, kind, relations: indexes }: DrawnEdge,
  ids: ReadonlyMap<string, string>,
): string {
  const labels = indexes.flatMap((index) => {
    const relation = relations[index]
    return relation === undefined
      ? []
      : [relation.path === undefined ? relation.label : `${relation.path} → ${relation.label}`]
  })
  const place = kind === 'enables' || kind === 'provides' ? 'label' : 'edgetooltip'
  return `${ids.get(from)} -> ${ids.get(to)} [${place}=${dotString(...labels)}, ${STYLE[kind]}]`
}
