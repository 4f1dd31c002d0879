import { isArray, type Json } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, matchPointer } from '../core/pointer.js'
import type { ToolCall } from '../core/tool.js'
import type { Source } from '../core/trace.js'
import type { VisibleCall } from '../core/visible.js'
import type { Places } from '../environment/index.js'
import type { GraphTool } from './graph.js'

/** Where named things were seen: name -> place -> the source that showed it. */
export type Located = Map<string, ReadonlyMap<string, Source>>

/** The current place after a successful call. */
export function placeAfter(places: Places<Json>, call: ToolCall, here: string): string {
  if (call.name !== places.move.tool) return here
  const to = call.arguments[places.move.parameter]
  if (typeof to !== 'string' || to === '.') return here
  if (to === places.move.up) return parentOf(here)
  if (to === places.move.top) return rootOf(here)
  return `${here}/${to.replace(/\/$/, '')}`
}

/** The first parameter that names something at a place, which is where the tool acts. */
export function placedParameter(places: Places<Json>, tool: GraphTool): string | undefined {
  if (tool.spec.name === places.move.tool || tool.spec.name === places.search.tool) return undefined
  return tool.parameters.find(({ entity }) => entity !== undefined && places.entities.includes(entity))?.name
}

/** Notes what a successful call, made at `here`, tells about where things are. */
export function locate(
  located: Located,
  places: Places<Json>,
  tool: GraphTool,
  { turn, index, call, result }: VisibleCall,
  here: string,
): void {
  const note = (name: string, place: string, source: Source): void => {
    located.set(name, new Map(located.get(name)).set(place, source))
  }
  if (call.name === places.search.tool) {
    const value = untag(result.value)
    for (const path of matchPointer(value, places.search.paths)) {
      const found = at(value, path)
      if (typeof found !== 'string') continue
      const base = found.startsWith('/') ? rootOf(here) : here
      const parts = found.split('/').filter((part) => part !== '.' && part !== '')
      note(parts.at(-1) ?? '', [base, ...parts.slice(0, -1)].join('/'), {
        from: 'result',
        turn,
        call: index,
        path,
        part: 'segment',
      })
    }
    return
  }
  const named = tool.parameters.filter(
    ({ entity }) => entity !== undefined && (places.entities.includes(entity) || entity.startsWith('new-')),
  )
  if (named.length > 1 && tool.spec.effect === 'write') {
    const moved = call.arguments[named[0]?.name ?? '']
    if (typeof moved === 'string') located.delete(moved)
    return
  }
  if (call.name === places.move.tool) return
  for (const { name } of named) {
    const value = call.arguments[name]
    if (typeof value === 'string') note(value, here, { from: 'message', turn, role: 'user', span: [0, 0] })
  }
  for (const output of tool.outputs.filter(({ entity }) => places.entities.includes(entity))) {
    for (const path of matchPointer(untag(result.value), output.path)) {
      const value = at(untag(result.value), path)
      if (typeof value === 'string' && !isArray(value)) note(value, here, { from: 'result', turn, call: index, path })
    }
  }
}

/**
 * The single moves that lead from one place to another: up to where the ways part, at once where that is the top, then down
 * by name.
 */
export function movesBetween({ move: { up, top } }: Places<Json>, here: string, there: string): string[] {
  const [from, to] = [here.split('/'), there.split('/')]
  const parting = to.findIndex((part, i) => part !== from[i])
  const shared = parting < 0 ? to.length : parting
  const ups = from.slice(shared).map(() => up)
  const isFromTop = top !== undefined && ups.length > 1 && from.slice(0, shared).join('/') === rootOf(here)
  return [...(isFromTop ? [top] : ups), ...to.slice(shared)]
}

function parentOf(place: string): string {
  const parts = place.split('/')
  return parts.length <= 2 ? place : parts.slice(0, -1).join('/')
}

function rootOf(place: string): string {
  return place.split('/').slice(0, 2).join('/')
}
