import { describe, expect, it } from 'vitest'
import * as environments from '../../../../src/environments/index.js'
import { drawDeclared } from '../../../../src/graph/draw/index.js'
import type { Box } from '../../../../src/graph/draw/layout.js'
import { METRICS, nodeWidth, shortLabel } from '../../../../src/graph/draw/metrics.js'
import { pictureOf } from '../../../../src/graph/draw/picture.js'
import { routeBetween } from '../../../../src/graph/draw/routes.js'
import { buildGraph } from '../../../../src/graph/index.js'
import { drawnTool, need } from './drawings.js'

const all = pictureOf(drawDeclared(buildGraph(Object.values(environments))))

describe('the layout of all built-in environments', () => {
  const { drawing, layout } = all

  it('places every tool inside the card of its environment', () => {
    const outside = drawing.tools.filter(({ name, environment }) => {
      const card = layout.cards.find((each) => each.environment === environment)
      return card === undefined || !contains(card, boxOf(name))
    })
    expect(outside).toEqual([])
  })

  it('lets no two tools and no two cards overlap', () => {
    const boxes = drawing.tools.map(({ name }) => boxOf(name))
    expect(overlaps(boxes)).toBe(0)
    expect(overlaps(layout.cards)).toBe(0)
  })

  it('gives each name the room it takes', () => {
    expect(drawing.tools.filter(({ name }) => boxOf(name).width < nodeWidth(name))).toEqual([])
  })

  it('keeps tools that others need to the left of those', () => {
    const resting = all.edges.filter(all.rests)
    expect(resting.length).toBeGreaterThan(50)
    expect(resting.filter(({ from, to }) => boxOf(from).x + boxOf(from).width >= boxOf(to).x)).toEqual([])
  })

  it('draws a line for every pair of different tools that are related', () => {
    const missing = all.edges.filter(({ from, to }) => from !== to && routeBetween(layout, from, to) === undefined)
    expect(missing).toEqual([])
    expect(JSON.stringify(all.edges.map(({ from, to }) => routeBetween(layout, from, to)))).not.toContain('NaN')
  })

  it('is the same every time', () => {
    const again = pictureOf(drawDeclared(buildGraph(Object.values(environments))))
    expect([...again.layout.nodes]).toEqual([...layout.nodes])
  })

  function boxOf(name: string): Box {
    return layout.nodes.get(name) ?? { x: -1, y: -1, width: 0, height: 0 }
  }
})

describe('a picture', () => {
  it('of nothing is empty', () => {
    const { layout } = pictureOf({ title: '', origin: '', facts: [], environments: [], tools: [], relations: [] })
    expect(layout).toMatchObject({ width: 0, height: 0, cards: [] })
  })

  it('sets long layers in several columns', () => {
    const many = Array.from({ length: 30 }, (_, i) => drawnTool(`tool_${i}`, [need(['first'])]))
    const relations = many.map(({ name }) => ({
      kind: 'enables' as const,
      from: 'first',
      to: name,
      label: 'state',
      evidence: [],
    }))
    const picture = pictureOf({
      title: '',
      origin: '',
      facts: [],
      environments: ['one'],
      tools: [drawnTool('first'), ...many],
      relations,
    })
    expect(picture.layout.cards[0]?.columns.map(({ tools }) => tools.length)).toEqual([1, 10, 10, 10])
    expect(overlaps([...picture.layout.nodes.values()])).toBe(0)
  })

  it('names each layer by its depth, and sets tools that stand alone among those that can be called at once', () => {
    const tools = [
      drawnTool('b', [need(['a'])]),
      drawnTool('c', [need(['b'])]),
      drawnTool('d', [need(['b'])]),
      drawnTool('a'),
      drawnTool('alone'),
    ]
    const relations = tools.flatMap(({ name: to, needs }) =>
      needs.flatMap(({ alternatives }) =>
        alternatives.flat().map((from) => ({ kind: 'enables' as const, from, to, label: 'state', evidence: [] })),
      ),
    )
    const columns = pictureOf({ title: '', origin: '', facts: [], environments: ['one'], tools, relations }).layout
      .cards[0]?.columns
    expect(columns?.map(({ caption, tools: names }) => [caption, names])).toEqual([
      ['at once', ['a', 'alone']],
      ['depth 1', ['b']],
      ['depth 2', ['c', 'd']],
    ])
  })

  it('says of a tool that needs another environment how deep it lies', () => {
    const tools = [{ ...drawnTool('far'), environment: 'two' }, drawnTool('here', [need(['far'])]), drawnTool('alone')]
    const relations = [{ kind: 'enables' as const, from: 'far', to: 'here', label: 'state', evidence: [] }]
    const columns = pictureOf({ title: '', origin: '', facts: [], environments: ['one', 'two'], tools, relations })
      .layout.cards[0]?.columns
    expect(columns?.map(({ caption, tools: names }) => [caption, names])).toEqual([
      ['at once', ['alone']],
      ['depth 1', ['here']],
    ])
  })

  it('shortens names in their middle', () => {
    expect(shortLabel('get_outside_temperature_from_weather_com')).toBe('get_outside_t…m_weather_com')
    expect(shortLabel('a'.repeat(28))).toBe('a'.repeat(28))
    expect(nodeWidth('漢'.repeat(40))).toBeLessThanOrEqual(
      METRICS.labelLeft + METRICS.labelRight + 29 * METRICS.character,
    )
  })
})

function contains(outer: Box, inner: Box): boolean {
  const right = inner.x + inner.width <= outer.x + outer.width
  return inner.x >= outer.x && inner.y >= outer.y && right && inner.y + inner.height <= outer.y + outer.height
}

function overlaps(boxes: readonly Box[]): number {
  const meet = (a: Box, b: Box): boolean =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  return boxes.reduce((sum, a, i) => sum + boxes.slice(i + 1).filter((b) => meet(a, b)).length, 0)
}
