import type { Json } from '../../core/json.js'
import type { Reference } from '../../core/reference.js'
import type { VisibleCall } from '../../core/visible.js'
import { antecedents, type ApiGraph, type Atom, type GraphTool, type Knowledge, pointedAt } from '../../graph/index.js'

/** An argument that a user can point back at instead of saying it: something an earlier result showed. */
export interface BackReference {
  readonly parameter: string
  readonly value: Json
  readonly reference: Extract<Reference, { by: 'earlier' }>
  /** Values that other arguments must have, by entity type: the price of one stock is no price for another. */
  readonly beside: ReadonlyMap<string, Json>
}

/** What pointing back works from. */
export interface Past {
  readonly graph: ApiGraph
  readonly knowledge: Knowledge
  /** What earlier turns were asked for, as `turn:tool`: only such results were read out to the user. */
  readonly asked?: ReadonlySet<string>
}

const PLACES = [1, 2, 3, 4, -1]
const LONGEST_LIST = 12

/** All that could be pointed back at for a tool's parameters. */
export function backReferences(tool: GraphTool, past: Past): BackReference[] {
  return tool.parameters.flatMap(({ name, entity }) =>
    entity === undefined
      ? []
      : pointable(entity, past).flatMap(({ atom, reference }): BackReference[] => {
          const beside = besideOf(atom, tool, past)
          return beside ? [{ parameter: name, value: atom.value, reference, beside }] : []
        }),
  )
}

interface Pointable {
  readonly atom: Atom
  readonly reference: BackReference['reference']
}

function pointable(entity: string, past: Past): Pointable[] {
  const { graph, knowledge } = past
  const definition = graph.entity(entity)
  const one = definition?.earlier ? single(antecedents(knowledge, entity)) : undefined
  const newest = !one && definition?.newest ? single(pointedAt(knowledge, entity, 'newest')) : undefined
  const last = newest && isRecent(newest, knowledge) ? newest : undefined
  const found: Pointable[] = [
    ...(one ? [{ atom: one, reference: { by: 'earlier' } as const }] : []),
    ...(last ? [{ atom: last, reference: { by: 'earlier', which: 'newest' } as const }] : []),
    ...(definition?.listed ? listed(entity, past) : []),
  ]
  return found.filter(
    ({ atom }) => atom.source.from === 'result' && !isSaid(atom.value, knowledge) && isKnown(atom, past),
  )
}

/** Does the user know of it: as a thing with an identity of its own, or because it was read out? */
function isKnown(atom: Atom, past: Past): boolean {
  const { opaque, mentions } = past.graph.entity(atom.entity) ?? {}
  return opaque === true || mentions !== undefined || isReadOut(atom, past)
}

function isReadOut({ source }: Atom, { graph, knowledge, asked }: Past): boolean {
  const call = callOf(source, knowledge)
  if (!call || source.from !== 'result' || !asked?.has(`${call.turn}:${call.call.name}`)) return false
  const answers = graph.tools.get(call.call.name)?.answers ?? []
  return answers.some((answer) => matches(answer, source.path) || matches(`${answer}/*`, source.path))
}

function matches(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split('/'), path.split('/')]
  return wanted.length === found.length && wanted.every((part, i) => part === '*' || part === found[i])
}

/** Places on the list that was read out just now. */
function listed(entity: string, { knowledge, asked }: Past): Pointable[] {
  const items = knowledge.atoms.filter((atom) => atom.entity === entity && atom.role === 'item' && atom.shown)
  const newest = items.filter(({ turn }) => turn < knowledge.turn).at(-1) ?? items.at(-1)
  const call = newest && callOf(newest.source, knowledge)
  const list = items.filter(({ order }) => order === newest?.order)
  if (!call || !isRecent(newest, knowledge) || list.length < 2 || list.length > LONGEST_LIST) return []
  if (!asked?.has(`${call.turn}:${call.call.name}`)) return []
  return PLACES.flatMap((which): Pointable[] => {
    const [atom] = Math.abs(which) > list.length ? [] : pointedAt(knowledge, entity, which)
    return atom && list.filter(({ value }) => value === atom.value).length === 1
      ? [{ atom, reference: { by: 'earlier', which } }]
      : []
  })
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

function callOf(source: Atom['source'], { calls }: Knowledge): VisibleCall | undefined {
  if (source.from !== 'result') return undefined
  return calls.find(({ turn, index }) => turn === source.turn && index === source.call)
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
