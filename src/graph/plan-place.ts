import { type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, formatPointer } from '../core/pointer.js'
import type { Binding, Source } from '../core/trace.js'
import type { Places } from '../environment/index.js'
import { toolNamed } from './graph.js'
import type { Knowledge } from './knowledge.js'
import { movesBetween, placedParameter } from './place.js'
import type { Outlook, Planned, PlannedCall } from './planned-call.js'

/** For a call that acts on something at a place: the search that finds it, or the moves that lead there. */
export function planPlace({ graph, knowledge }: Outlook, call: PlannedCall): Planned | { readonly kind: 'none' } {
  const { spec } = toolNamed(graph, call.tool)
  const places = graph.places(spec.environment)
  const parameter = places && placedParameter(places, toolNamed(graph, call.tool))
  const name = parameter === undefined ? undefined : call.arguments[parameter]
  if (!places || typeof name !== 'string') return { kind: 'none' }
  const here = knowledge.places.get(spec.environment) ?? '/'
  const where = knowledge.located.get(name) ?? new Map<string, Source>()
  if (where.has(here)) return { kind: 'none' }
  if (where.size > 1)
    return { kind: 'stuck', stuck: { reason: 'ambiguous', tool: call.tool, parameter: parameter ?? '' } }
  const [found] = where
  if (!graph.tools.has(found ? places.move.tool : places.search.tool))
    return { kind: 'stuck', stuck: { reason: 'not-found', tool: call.tool, parameter: parameter ?? '' } }
  if (!found) {
    const search = searchFor(places, name, call)
    return isKnownToFail(knowledge, search) ? { kind: 'none' } : { kind: 'needs', needs: [search] }
  }
  const [there, source] = found
  return {
    kind: 'needs',
    needs: movesBetween(places, here, there).map((to) => move(places, knowledge, call, { to, there, source })),
  }
}

function searchFor({ search }: Places<Json>, name: string, call: PlannedCall): PlannedCall {
  const said = call.bindings.find(({ value }) => value === name)?.source ?? { from: 'user' }
  const everywhere = Object.entries(search.everywhere).map(([key, value]): Binding => {
    const place = formatPointer([key])
    return { at: place, value, source: { from: 'default', of: place } }
  })
  return {
    tool: search.tool,
    arguments: { ...search.everywhere, [search.parameter]: name },
    bindings: [...everywhere, { at: formatPointer([search.parameter]), value: name, source: said }],
    request: call.request,
    purpose: { kind: 'search', name, for: call.tool },
  }
}

/** A search that was made and showed nothing: the thing may yet be right here. */
function isKnownToFail(knowledge: Knowledge, search: PlannedCall): boolean {
  return knowledge.calls.some(
    ({ call }) => call.name === search.tool && sameJson(untag(call.arguments), untag(search.arguments)),
  )
}

function move(
  places: Places<Json>,
  knowledge: Knowledge,
  call: PlannedCall,
  { to, there, source }: { readonly to: string; readonly there: string; readonly source: Source },
): PlannedCall {
  const place = formatPointer([places.move.parameter])
  const { up, top } = places.move
  const direction = to === up ? 'up' : to === top ? 'top' : 'down'
  const shown: Source = direction === 'down' ? moveSource(knowledge, source, to) : { from: 'default', of: place }
  return {
    tool: places.move.tool,
    arguments: { [places.move.parameter]: to },
    bindings: [{ at: place, value: to, source: shown }],
    request: call.request,
    purpose: { kind: 'move', to, direction, place: there, for: call.tool },
  }
}

/** What shows a folder's name: the search that found the thing, else whatever named the folder before. */
function moveSource(knowledge: Knowledge, found: Source, to: string): Source {
  if (found.from === 'result' && found.part === 'segment') {
    const made = knowledge.calls.find(({ turn, index }) => turn === found.turn && index === found.call)
    const path = made && at(untag(made.result.value), found.path)
    if (String(path).split('/').includes(to)) return found
  }
  const named = knowledge.atoms.findLast(({ value }) => value === to)?.source
  return named ?? { from: 'message', turn: 0, role: 'system', span: [0, 0] }
}
