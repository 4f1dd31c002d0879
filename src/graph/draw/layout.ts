import { type Layers, layersOf } from './columns.js'
import type { Drawing } from './drawing.js'
import type { DrawnEdge } from './edges.js'
import { METRICS, nodeWidth } from './metrics.js'
import { rowsOf } from './rows.js'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A column as drawn: lines to later columns pass between its rows. */
export interface PlacedColumn extends Box {
  readonly caption: string
  readonly tools: readonly string[]
}

/** An environment's part of the picture. */
export interface Card extends Box {
  readonly environment: string
  readonly columns: readonly PlacedColumn[]
  /** Where the tools that stand alone begin, if others are above. */
  readonly apart?: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly cards: readonly Card[]
  readonly nodes: ReadonlyMap<string, Box>
}

/** Places every tool: a card for each environment, cards in rows of equal width, layers of tools within a card. */
export function layoutOf(
  drawing: Drawing,
  edges: readonly DrawnEdge[],
  depth: (tool: string) => number | undefined,
): Layout {
  const inside = drawing.environments.map((environment) => {
    const tools = drawing.tools.filter((tool) => tool.environment === environment)
    const names = new Set(tools.map(({ name }) => name))
    const layers = layersOf(
      tools,
      edges.filter(({ from, to }) => names.has(from) && names.has(to)),
      depth,
    )
    return {
      environment,
      layers,
      width: Math.max(widthOf(layers), headingWidth(environment)),
      heightAt: (width: number) => heightOf(layers, width),
    }
  })
  const rows = rowsOf(inside, METRICS.width, METRICS.between)
  const nodes = new Map<string, Box>()
  const cards: Card[] = []
  let y = 0
  for (const row of rows) {
    const height = Math.max(...row.map(({ item, width }) => item.heightAt(width)))
    let x = 0
    for (const { item, width } of row) {
      cards.push(cardOf(item.environment, item.layers, { x, y, width, height }, nodes))
      x += width + METRICS.between
    }
    y += height + METRICS.between
  }
  return {
    width: Math.max(0, ...cards.map((card) => card.x + card.width)),
    height: Math.max(0, y - METRICS.between),
    cards,
    nodes,
  }
}

const { gutter, padding, heading, apart, pitch, node } = METRICS

const widest = (names: readonly string[]): number => Math.max(0, ...names.map(nodeWidth))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const MOST_GUTTER = 170

/** Columns of one layer, of which only the first has a caption, stand closer together. */
function gapBefore({ caption }: { readonly caption: string }, between: number): number {
  return caption === '' ? 26 : between
}

function widthOf({ columns, alone }: Layers): number {
  const layered =
    sum(columns.map(({ tools }) => widest(tools))) + sum(columns.slice(1).map((column) => gapBefore(column, gutter)))
  const beside = Math.min(4, Math.max(1, Math.round(Math.sqrt(alone.length / 2.5))))
  const free = columns.length > 1 || alone.length === 0 ? 0 : beside * widest(alone) + (beside - 1) * padding
  return 2 * padding + Math.max(layered, free, widest(alone))
}

/** The name, set larger than a tool's, and the number of tools beside it. */
function headingWidth(environment: string): number {
  return 2 * padding + 1.3 * nodeWidth(environment) + 70
}

function heightOf({ columns, alone }: Layers, width: number): number {
  const layered = Math.max(0, ...columns.map(({ tools }) => tools.length)) * pitch
  const free = Math.ceil(alone.length / aloneColumns(alone, width)) * pitch
  return heading + layered + (layered > 0 && free > 0 ? apart : 0) + free + padding - (pitch - node)
}

function aloneColumns(alone: readonly string[], width: number): number {
  return Math.max(1, Math.floor((width - padding) / (widest(alone) + padding)))
}

function cardOf(environment: string, layers: Layers, box: Box, nodes: Map<string, Box>): Card {
  const { columns, alone } = layers
  const rows = Math.max(0, ...columns.map(({ tools }) => tools.length))
  const wider =
    (box.width - widthOf(layers)) / Math.max(1, columns.slice(1).filter(({ caption }) => caption !== '').length)
  const between = Math.round(Math.min(MOST_GUTTER, gutter + Math.max(0, wider)))
  let x = box.x + padding
  const placed = columns.map((each, index): PlacedColumn => {
    const { caption, tools } = each
    const width = widest(tools)
    if (index > 0) x += gapBefore(each, between)
    const column = {
      caption,
      tools,
      x,
      y: box.y + heading + ((rows - tools.length) * pitch) / 2,
      width,
      height: tools.length * pitch - (pitch - node),
    }
    for (const [row, name] of tools.entries()) nodes.set(name, { x, y: column.y + row * pitch, width, height: node })
    x += width
    return column
  })
  const top = box.y + heading + rows * pitch + (rows > 0 ? apart : 0)
  const fitting = Math.max(1, Math.floor((box.y + box.height - padding - top + pitch - node) / pitch))
  const count = Math.min(aloneColumns(alone, box.width), Math.max(1, Math.ceil(alone.length / fitting)))
  const perColumn = Math.ceil(alone.length / count)
  const wide = widest(alone)
  const apartFrom = Math.min(2 * wide + padding, (box.width - padding) / count)
  for (const [index, name] of alone.entries()) {
    const left = box.x + padding + Math.floor(index / perColumn) * apartFrom
    nodes.set(name, { x: left, y: top + (index % perColumn) * pitch, width: wide, height: node })
  }
  return { environment, ...box, columns: placed, ...(rows > 0 && alone.length > 0 ? { apart: top } : {}) }
}
