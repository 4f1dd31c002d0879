import { colourClass } from './colours.js'
import type { DrawnTool } from './drawing.js'
import type { DrawnEdge } from './edges.js'
import { addressName, escapeMarkup } from './escape.js'
import { effectGlyph } from './glyph.js'
import type { Card } from './layout.js'
import { element } from './markup.js'
import { METRICS, shortLabel } from './metrics.js'
import type { Picture } from './picture.js'
import { routeBetween } from './routes.js'

const MARGIN = 12

/** The graph as an SVG element: all tools and lines, which the page's style shows or hides. */
export function svgOf(picture: Picture): string {
  const { drawing, edges, layout } = picture
  const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN]
  const groups = [
    element('g', { id: 'cards' }, '\n', ...layout.cards.map((card, index) => cardMarkup(picture, card, index))),
    element('g', { id: 'edges' }, '\n', ...edges.map((edge, index) => edgeMarkup(picture, edge, index))),
    element('g', { id: 'nodes' }, '\n', ...drawing.tools.map((tool, index) => nodeMarkup(picture, tool, index))),
    element('g', { id: 'badges', 'aria-hidden': 'true' }, ''),
  ]
  const viewBox = [-MARGIN, -MARGIN, width, height].join(' ')
  const attributes = { id: 'graph', viewBox, width, height, role: 'group', 'aria-label': drawing.title }
  return element('svg', attributes, groups.join('\n'))
}

function cardMarkup({ drawing }: Picture, card: Card, index: number): string {
  const { padding, heading } = METRICS
  const { x, y, width, height, environment } = card
  const count = drawing.tools.filter((tool) => tool.environment === environment).length
  const captions = card.columns.map((column) => ({ caption: column.caption, x: column.x, y: y + heading }))
  const alone = {
    caption: card.apart === undefined ? 'at once' : 'at once, alone',
    x: x + padding,
    y: card.apart ?? y + heading,
  }
  const all = card.apart === undefined && card.columns.length > 0 ? captions : [...captions, alone]
  const shown = all.filter(({ caption }) => caption !== '')
  const content = [
    element('rect', { x, y, width, height, rx: 12 }),
    element('text', { class: 'name', x: x + padding, y: y + 29 }, escapeMarkup(shortLabel(environment))),
    element(
      'text',
      { class: 'count', x: x + width - padding, y: y + 28 },
      `${count} ${count === 1 ? 'tool' : 'tools'}`,
    ),
    ...shown.map((each) => element('text', { class: 'caption', x: each.x, y: each.y - 13 }, each.caption)),
  ]
  return `${element('g', { class: `card c${colourClass(index)}`, 'data-card': index }, ...content)}\n`
}

/** A line, with a wider one that is not seen but easier to click. A tool's relations with itself have none. */
function edgeMarkup({ layout, environmentOf, rests }: Picture, edge: DrawnEdge, index: number): string {
  const route = routeBetween(layout, edge.from, edge.to)
  const marks = ['edge', edge.kind, `c${colourClass(environmentOf(edge.from))}`, ...(rests(edge) ? ['on'] : [])]
  const paths = route && [
    element('path', { class: 'hit', d: route.line }),
    element('path', { class: 'line', d: route.line }),
    element('path', { class: 'head', d: route.head }),
  ]
  return `${element('g', { class: marks.join(' '), 'data-edge': index }, ...(paths ?? ['']))}\n`
}

function nodeMarkup({ layout, environmentOf, plans }: Picture, tool: DrawnTool, index: number): string {
  const { name, environment, description, effect, deadEnd } = tool
  const box = layout.nodes.get(name) ?? { x: 0, y: 0, width: 0, height: 0 }
  const { x, y, width, height } = box
  const reach = reachText(tool, plans.depth(name))
  const dead = deadEnd !== undefined || plans.depth(name) === undefined
  const attributes = {
    class: `node c${colourClass(environmentOf(name))}${dead ? ' dead' : ''}`,
    href: `#tool=${encodeURIComponent(addressName(name))}`,
    'data-tool': index,
    'aria-label': `${name}, ${environment}, ${effect}, ${reach}`,
  }
  const content = [
    element('title', {}, escapeMarkup(`${name}: ${description}`)),
    element('rect', { x, y, width, height, rx: 7 }),
    effectGlyph(effect, box),
    element('text', { x: x + METRICS.labelLeft, y: y + 17 }, escapeMarkup(shortLabel(name))),
  ]
  return `${element('a', attributes, ...content)}\n`
}

function reachText({ deadEnd }: DrawnTool, depth: number | undefined): string {
  if (deadEnd !== undefined) return 'never succeeded'
  if (depth === undefined) return 'out of reach'
  return depth === 0 ? 'callable at once' : `depth ${depth}`
}
