import type { DrawnTool } from './drawing.js'
import type { DrawnEdge } from './edges.js'

/** Tools one below the other, with what they have in common. */
export interface Column {
  readonly caption: string
  readonly tools: readonly string[]
}

/** The tools of an environment in layers: `columns` from left to right, and many that stand alone. */
export interface Layers {
  readonly columns: readonly Column[]
  readonly alone: readonly string[]
}

const AT_ONCE = 'at once'

/** Longer layers are set in several columns. */
const MOST_ROWS = 12

/**
 * Layers by depth: what can be called at once to the left, then what needs one call before, two, ... Within a layer,
 * tools are ordered so that the lines between neighbouring layers cross little.
 */
export function layersOf(
  tools: readonly DrawnTool[],
  edges: readonly DrawnEdge[],
  depth: (tool: string) => number | undefined,
): Layers {
  const leading = edges.filter((edge) => leads(edge, depth))
  const tied = new Set(leading.flatMap(({ from, to }) => [from, to]))
  const alone = tools.filter(({ name }) => depth(name) === 0 && !tied.has(name)).map(({ name }) => name)
  const layered = tools.filter(({ name }) => !alone.includes(name))
  const depths = [...new Set(layered.map(({ name }) => depth(name) ?? Infinity))].toSorted((a, b) => a - b)
  const layers = depths.map((at) =>
    layered.filter(({ name }) => (depth(name) ?? Infinity) === at).map(({ name }) => name),
  )
  const columns = uncrossed(layers, leading).flatMap((names, index) =>
    inColumns(names, captionOf(depths[index] ?? Infinity)),
  )
  return joined(columns, alone) ?? { columns, alone }
}

/** Tools that stand alone can be called at once, too: they fill the first column where the layers leave room. */
function joined(columns: readonly Column[], alone: readonly string[]): Layers | undefined {
  const rows = Math.max(0, ...columns.map(({ tools }) => tools.length))
  const first = columns[0]?.caption === AT_ONCE ? columns[0].tools : []
  const room = rows - first.length
  if (alone.length > room + (first.length === 0 ? 0 : rows)) return undefined
  const here = [...first, ...alone.slice(0, room)]
  const before = alone.slice(room)
  const filled = [before, here].filter((tools) => tools.length > 0)
  const atOnce = filled.map((tools, index) => ({ caption: index === 0 ? AT_ONCE : '', tools }))
  return { columns: [...atOnce, ...columns.slice(first.length === 0 ? 0 : 1)], alone: [] }
}

/** Is it drawn when nothing is in focus? Lines that go from a layer to a later one, which a tool there may need. */
export function leads({ from, to, kind }: DrawnEdge, depth: (tool: string) => number | undefined): boolean {
  return (kind === 'enables' || kind === 'provides') && (depth(from) ?? Infinity) < (depth(to) ?? Infinity)
}

function captionOf(depth: number): string {
  if (depth === Infinity) return 'out of reach'
  return depth === 0 ? AT_ONCE : `depth ${depth}`
}

function inColumns(names: readonly string[], caption: string): Column[] {
  const count = Math.ceil(names.length / MOST_ROWS)
  const rows = Math.ceil(names.length / count)
  return Array.from({ length: count }, (_, i) => ({
    caption: i === 0 ? caption : '',
    tools: names.slice(i * rows, (i + 1) * rows),
  }))
}

/** Sweeps down and up: each layer sorted by the mean place of the neighbours in the layers already placed. */
function uncrossed(
  layers: readonly (readonly string[])[],
  edges: readonly DrawnEdge[],
): readonly (readonly string[])[] {
  let ordered = [...layers]
  for (let sweep = 0; sweep < 6; sweep++) {
    const down = sweep % 2 === 0
    const places = new Map(
      ordered.flatMap((names) => names.map((name, row) => [name, (row + 0.5) / names.length] as const)),
    )
    ordered = ordered.map((names, index) => {
      if (index === (down ? 0 : ordered.length - 1)) return names
      const sorted = sortedBy(names, (name) => meanPlace(name, edges, places, down))
      for (const [row, name] of sorted.entries()) places.set(name, (row + 0.5) / sorted.length)
      return sorted
    })
  }
  return ordered
}

function meanPlace(
  name: string,
  edges: readonly DrawnEdge[],
  places: ReadonlyMap<string, number>,
  down: boolean,
): number {
  const neighbours = edges.flatMap(({ from, to }) => (down ? (to === name ? [from] : []) : from === name ? [to] : []))
  const found = neighbours.flatMap((neighbour) => places.get(neighbour) ?? [])
  return found.length === 0 ? (places.get(name) ?? 0) : found.reduce((sum, place) => sum + place, 0) / found.length
}

function sortedBy(names: readonly string[], key: (name: string) => number): string[] {
  const keys = new Map(names.map((name) => [name, key(name)]))
  return names.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
}
