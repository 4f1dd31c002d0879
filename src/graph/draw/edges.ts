import { DRAWN_KINDS, type DrawnKind, type Drawing } from './drawing.js'

/** All relations from one tool to another, drawn as one line. */
export interface DrawnEdge {
  readonly from: string
  readonly to: string
  /** The strongest among them. */
  readonly kind: DrawnKind
  /** Positions in the drawing's relations. */
  readonly relations: readonly number[]
}

/** The lines of a picture, in order of their first relation. Relations whose tools are not drawn are left out. */
export function edgesOf({ tools, relations }: Drawing): DrawnEdge[] {
  const names = new Set(tools.map(({ name }) => name))
  const groups = new Map<string, { from: string; to: string; relations: number[] }>()
  for (const [index, { from, to }] of relations.entries()) {
    if (!names.has(from) || !names.has(to)) continue
    const key = JSON.stringify([from, to])
    const group = groups.get(key) ?? { from, to, relations: [] }
    group.relations.push(index)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => {
    const kinds = group.relations.map((index) => relations[index]?.kind)
    return { ...group, kind: DRAWN_KINDS.find((kind) => kinds.includes(kind)) ?? 'compatible' }
  })
}
