import { colourClass } from './colours.js'
import type { DrawnTool } from './drawing.js'
import type { DrawnEdge } from './edges.js'
import { addressName, escapeMarkup } from './escape.js'
import type { Box, Card } from './layout.js'
import { METRICS, shortLabel } from './metrics.js'
import type { Picture } from './picture.js'
import { routeBetween } from './routes.js'

/** The graph as an SVG element: all tools and lines, which the page's style shows or hides. */
export function svgOf(picture: Picture): string {
  const { drawing, edges, layout } = picture
  const { width, height } = layout
  const margin = 12
  const view = `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`
  return [
    `<svg id="graph" viewBox="${view}" width="${width + 2 * margin}" height="${height + 2 * margin}" role="group" aria-label="${escapeMarkup(drawing.title)}">`,
    '<g id="cards">',
    ...layout.cards.map((card, index) => cardMarkup(picture, card, index)),
    '</g>',
    '<g id="edges">',
    ...edges.map((edge, index) => edgeMarkup(picture, edge, index)),
    '</g>',
    '<g id="nodes">',
    ...drawing.tools.map((tool, index) => nodeMarkup(picture, tool, index)),
    '</g>',
    '<g id="badges" aria-hidden="true"></g>',
    '</svg>',
  ].join('\n')
}

function cardMarkup({ drawing }: Picture, card: Card, index: number): string {
  const count = drawing.tools.filter(({ environment }) => environment === card.environment).length
  const { padding, heading } = METRICS
  const captions = card.columns.map(({ caption, x }) => ({ caption, x, y: card.y + heading - 13 }))
  const alone = {
    caption: card.apart === undefined ? 'at once' : 'at once, alone',
    x: card.x + padding,
    y: (card.apart ?? card.y + heading) - 13,
  }
  const all = card.apart === undefined && card.columns.length > 0 ? captions : [...captions, alone]
  return [
    `<g class="card c${colourClass(index)}" data-card="${index}">`,
    `<rect x="${card.x}" y="${card.y}" width="${card.width}" height="${card.height}" rx="12"/>`,
    `<text class="name" x="${card.x + padding}" y="${card.y + 29}">${escapeMarkup(shortLabel(card.environment))}</text>`,
    `<text class="count" x="${card.x + card.width - padding}" y="${card.y + 28}">${count} ${count === 1 ? 'tool' : 'tools'}</text>`,
    ...all.map(({ caption, x, y }) => `<text class="caption" x="${x}" y="${y}">${caption}</text>`),
    '</g>',
  ].join('')
}

function edgeMarkup({ layout, environmentOf, rests }: Picture, edge: DrawnEdge, index: number): string {
  const route = routeBetween(layout, edge.from, edge.to)
  if (!route) return `<g class="edge" data-edge="${index}"></g>`
  const classes = ['edge', edge.kind, `c${colourClass(environmentOf(edge.from))}`, ...(rests(edge) ? ['rest'] : [])]
  return [
    `<g class="${classes.join(' ')}" data-edge="${index}">`,
    `<path class="hit" d="${route.line}"/><path class="line" d="${route.line}"/><path class="head" d="${route.head}"/>`,
    '</g>',
  ].join('')
}

function nodeMarkup({ layout, environmentOf, plans }: Picture, tool: DrawnTool, index: number): string {
  const box = layout.nodes.get(tool.name) ?? { x: 0, y: 0, width: 0, height: 0 }
  const depth = plans.depth(tool.name)
  const reach =
    tool.deadEnd !== undefined
      ? 'never succeeded'
      : depth === undefined
        ? 'out of reach'
        : depth === 0
          ? 'callable at once'
          : `depth ${depth}`
  const classes = [
    'node',
    `c${colourClass(environmentOf(tool.name))}`,
    ...(tool.deadEnd === undefined && depth !== undefined ? [] : ['dead']),
  ]
  return [
    `<a class="${classes.join(' ')}" href="#tool=${escapeMarkup(encodeURIComponent(addressName(tool.name)))}" data-tool="${index}" aria-label="${escapeMarkup(`${tool.name}, ${tool.environment}, ${tool.effect}, ${reach}`)}">`,
    `<title>${escapeMarkup(`${tool.name}: ${tool.description}`)}</title>`,
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="7"/>`,
    effectGlyph(tool.effect, box),
    `<text x="${box.x + METRICS.labelLeft}" y="${box.y + 17}">${escapeMarkup(shortLabel(tool.name))}</text>`,
    '</a>',
  ].join('')
}

/** What stands before a tool's name: a ring reads, a disc writes, a half disc changes the session, a diamond draws. */
function effectGlyph(effect: DrawnTool['effect'], { x, y, height }: Pick<Box, 'x' | 'y' | 'height'>): string {
  const [cx, cy] = [x + 13, y + height / 2]
  switch (effect) {
    case 'read':
      return `<circle class="glyph open" cx="${cx}" cy="${cy}" r="3.6"/>`
    case 'write':
      return `<circle class="glyph full" cx="${cx}" cy="${cy}" r="4.2"/>`
    case 'session':
      return `<circle class="glyph open" cx="${cx}" cy="${cy}" r="3.6"/><path class="glyph full" d="M${cx} ${cy - 4.2}a4.2 4.2 0 0 1 0 8.4Z"/>`
    case 'draws':
      return `<path class="glyph full" d="M${cx} ${cy - 5.2}l5.2 5.2l-5.2 5.2l-5.2 -5.2Z"/>`
    case 'unknown':
      return `<circle class="glyph dots" cx="${cx}" cy="${cy}" r="3.6"/>`
  }
}
