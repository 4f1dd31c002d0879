import { METRICS } from './metrics.js'
import type { Box, Layout, PlacedColumn } from './layout.js'

/** A line and its arrow head, as SVG path data. */
export interface Route {
  readonly line: string
  readonly head: string
}

type Point = readonly [x: number, y: number]

/** The line from one tool's box to another's; through gaps between the rows of columns that stand between. */
export function routeBetween(layout: Layout, from: string, to: string): Route | undefined {
  const a = layout.nodes.get(from)
  const b = layout.nodes.get(to)
  if (!a || !b || from === to) return undefined
  if (b.x >= a.x + a.width) return forward(a, b, columnsBetween(layout, from, to))
  if (b.x + b.width <= a.x)
    return {
      line: curve([a.x, middle(a)], [b.x + b.width + HEAD, middle(b)], -1, -1),
      head: arrow([b.x + b.width, middle(b)], -1),
    }
  return beside(a, b)
}

const HEAD = 6

const middle = ({ y, height }: Box): number => y + height / 2

function forward(a: Box, b: Box, columns: readonly PlacedColumn[]): Route {
  let at: Point = [a.x + a.width, middle(a)]
  const end: Point = [b.x - HEAD, middle(b)]
  let line = ''
  for (const column of columns) {
    const wanted = at[1] + ((end[1] - at[1]) * (column.x + column.width / 2 - at[0])) / (end[0] - at[0])
    const gap = gapNear(column, wanted)
    line += `${curve(at, [column.x, gap], 1, 1)}H${round(column.x + column.width)}`
    at = [column.x + column.width, gap]
  }
  return { line: line + curve(at, end, 1, 1), head: arrow([b.x, middle(b)], 1) }
}

/** Boxes that overlap from left to right: out and in again on the same side. */
function beside(a: Box, b: Box): Route {
  const right = Math.max(a.x + a.width, b.x + b.width)
  const bulge = right + 14 + Math.min(44, Math.abs(middle(a) - middle(b)) / 6)
  const [start, end] = [a.x + a.width, b.x + b.width]
  const line = bezier([start, middle(a)], [bulge, middle(a)], [bulge, middle(b)], [end + HEAD, middle(b)])
  return { line, head: arrow([end, middle(b)], -1) }
}

function columnsBetween({ cards }: Layout, from: string, to: string): readonly PlacedColumn[] {
  const columns = cards.find((card) => card.columns.some(({ tools }) => tools.includes(from)))?.columns ?? []
  const [start, end] = [from, to].map((name) => columns.findIndex(({ tools }) => tools.includes(name)))
  return start === undefined || end === undefined || end < 0 ? [] : columns.slice(start + 1, end)
}

function gapNear({ y, tools }: PlacedColumn, wanted: number): number {
  const { pitch, node } = METRICS
  const row = Math.min(tools.length, Math.max(0, Math.round((wanted - y) / pitch)))
  return y + row * pitch - (pitch - node) / 2
}

function curve([x1, y1]: Point, [x2, y2]: Point, out: 1 | -1, into: 1 | -1): string {
  const reach = Math.min(140, Math.max(22, Math.abs(x2 - x1) / 2))
  return bezier([x1, y1], [x1 + out * reach, y1], [x2 - into * reach, y2], [x2, y2])
}

function bezier(start: Point, ...points: readonly Point[]): string {
  const [first, ...rest] = [start, ...points].map(([x, y]) => `${round(x)} ${round(y)}`)
  return `M${first}C${rest.join(' ')}`
}

function arrow([x, y]: Point, direction: 1 | -1): string {
  const back = x - direction * (HEAD + 1)
  return `M${round(x)} ${round(y)}L${round(back)} ${round(y - 4)}V${round(y + 4)}Z`
}

/** Tenths are fine enough, and the text stays short. */
function round(number: number): number {
  return Math.round(number * 10) / 10
}
