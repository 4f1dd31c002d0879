import { type Json, sameJson } from '../../core/json.js'
import type { Reference } from '../../core/reference.js'
import { antecedents, type ApiGraph, type Atom, type GraphTool, type Knowledge, pointedAt } from '../../graph/index.js'
import type { VisibleCall } from '../../core/visible.js'
import { callOf, isInMind, type Past } from './in-mind.js'

/** An argument that a user can point back at instead of saying it: something an earlier result showed. */
export interface BackReference {
  readonly parameter: string
  readonly value: Json
  readonly reference: Extract<Reference, { by: 'earlier' }>
  /** Values that other arguments must have, by entity type: the price of one stock is no price for another. */
  readonly beside: ReadonlyMap<string, Json>
}

/** Nobody counts on to the third. */
const PLACES = [1, 2, -1]
const LONGEST_LIST = 8

/** All that could be pointed back at for a tool's parameters. */
export function backReferences(tool: GraphTool, past: Past): BackReference[] {
  return tool.parameters.flatMap(({ name, entity }) =>
    entity === undefined
      ? []
      : pointable(entity, tool, past).flatMap(({ atom, reference }): BackReference[] => {
          const beside = besideOf(atom, tool, past)
          return beside ? [{ parameter: name, value: atom.value, reference, beside }] : []
        }),
  )
}

interface Pointable {
  readonly atom: Atom
  readonly reference: BackReference['reference']
}

function pointable(entity: string, tool: GraphTool, past: Past): Pointable[] {
  const { graph, knowledge } = past
  const definition = graph.entity(entity)
  const one = definition?.earlier ? single(antecedents(knowledge, entity)) : undefined
  const newest = !one && definition?.newest ? single(pointedAt(knowledge, entity, 'newest')) : undefined
  const last = newest && isRecent(newest, knowledge) && isLast(newest, knowledge) ? newest : undefined
  const found: Pointable[] = [
    ...(one ? [{ atom: one, reference: { by: 'earlier' } as const }] : []),
    ...(last ? [{ atom: last, reference: { by: 'earlier', which: 'newest' } as const }] : []),
    ...(definition?.listed ? listed(entity, past) : []),
  ]
  return found.filter(
    ({ atom }) =>
      atom.source.from === 'result' &&
      !isSaid(atom.value, knowledge) &&
      isInMind(atom, tool, past) &&
      !isWhereItWas(atom, tool, past),
  )
}

/** Is it a text that stands in the very place where it would go, as a tweet does that somebody posted? */
function isWhereItWas({ entity, source }: Atom, { spec }: GraphTool, { graph, knowledge }: Past): boolean {
  const from = callOf(source, knowledge)?.call.name
  return (
    graph.entity(entity)?.apart === true &&
    graph.tools.get(from ?? '')?.spec.environment === spec.environment &&
    graph.places(spec.environment) === undefined
  )
}

/** Places on the list that was read out just now. */
function listed(entity: string, { graph, knowledge, asked }: Past): Pointable[] {
  const items = knowledge.atoms.filter((atom) => atom.entity === entity && atom.role === 'item' && atom.shown)
  const newest = items.filter(({ turn }) => turn < knowledge.turn).at(-1)
  const call = newest && callOf(newest.source, knowledge)
  const list = items.filter(({ order }) => order === newest?.order)
  if (!call || !isRecent(newest, knowledge) || list.length < 2 || list.length > LONGEST_LIST) return []
  if (!asked?.has(`${call.turn}:${call.call.name}`) || !isListOf(entity, call, graph)) return []
  return PLACES.flatMap((which): Pointable[] => {
    const [atom] = Math.abs(which) > list.length ? [] : pointedAt(knowledge, entity, which)
    return atom && list.filter(({ value }) => value === atom.value).length === 1
      ? [{ atom, reference: { by: 'earlier', which } }]
      : []
  })
}

/** Does the call list such things, rather than others that they belong to? */
function isListOf(entity: string, { call }: VisibleCall, graph: ApiGraph): boolean {
  return graph.tools.get(call.name)?.outputs.find(({ collection }) => collection)?.entity === entity
}

/** Is it what was last spoken of, with no list around whose last one "the last" could be? */
function isLast({ entity, value, order }: Atom, knowledge: Knowledge): boolean {
  return knowledge.atoms.every(
    (other) =>
      other.entity !== entity ||
      (other.role === 'item' ? !isRecent(other, knowledge) : other.order <= order || sameJson(other.value, value)),
  )
}

/** "Just now" is this message or the one before. */
function isRecent({ turn }: Atom, knowledge: Knowledge): boolean {
  return turn >= knowledge.turn - 1
}

function single(atoms: readonly Atom[]): Atom | undefined {
  const values = new Set(atoms.map(({ value }) => JSON.stringify(value)))
  return values.size === 1 ? (atoms.find(({ source }) => source.from === 'result') ?? atoms[0]) : undefined
}

function isSaid(value: Json, { queries }: Knowledge): boolean {
  return queries.some((query) => query.toLowerCase().includes(String(value).toLowerCase()))
}

/** What the call that showed a value was about, as far as the tool takes such things too; undefined where that is not one thing. */
function besideOf(atom: Atom, tool: GraphTool, { graph, knowledge }: Past): ReadonlyMap<string, Json> | undefined {
  const call = callOf(atom.source, knowledge)
  const about = graph.tools.get(call?.call.name ?? '')?.parameters ?? []
  const beside = new Map<string, Json>()
  for (const { name, entity } of about) {
    const value = call?.call.arguments[name]
    const taken = entity !== undefined && entity !== atom.entity && tool.parameters.some((own) => own.entity === entity)
    if (!taken || value === undefined) continue
    if (beside.has(entity)) return undefined
    beside.set(entity, value)
  }
  for (const [entity, value] of Object.entries(graph.entity(atom.entity)?.beside ?? {}))
    if (!beside.has(entity)) beside.set(entity, value)
  return beside
}
