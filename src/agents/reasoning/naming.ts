import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at as leafAt } from '../../core/pointer.js'
import { chance, createRng, type Rng } from '../../core/random.js'
import type { Reference, Request } from '../../core/reference.js'
import type { Visible, VisibleCall } from '../../core/visible.js'
import type { ApiGraph, Atom, Knowledge } from '../../graph/index.js'
import { holdsName, isPronoun, leafInWords, type Lexicon, type Names, nameThing, refer } from '../../language/index.js'

/** What an answer is made from. */
export interface Done {
  readonly graph: ApiGraph
  readonly lexicon: Lexicon
  readonly visible: Visible
  readonly knowledge: Knowledge
  readonly requests: readonly Request[]
}

/** A thing that an answer has named. */
export interface Named {
  readonly entity: string
  readonly value: Json
}

/** Characters of a name up to which it is said again of what the user points back at. */
const BRIEF = 30

/**
 * Things that the user pointed at by their names: values outright, what only tools have a number for by what results show of it.
 * What the answer has named just before is pointed back at.
 */
export function nameArguments(
  done: Done,
  request: Request,
  { call }: Pick<VisibleCall, 'call'>,
  named: readonly Named[],
  random: Rng,
): { request: Request; names: Names } {
  const { graph, lexicon } = done
  const reads = graph.tools.get(request.tool)?.spec.effect === 'read'
  const args: { [parameter: string]: Reference } = {}
  const said: { [parameter: string]: string } = {}
  const again: string[] = []
  const it: string[] = []
  const known = (type: string, of: Json): JsonObject => fieldsOf(done.knowledge, type, of)
  for (const [parameter, reference] of Object.entries(request.arguments)) {
    args[parameter] = reference
    const entity = lexicon.entityOf(request.tool, parameter)
    const value = leafAt(untag(call.arguments), `/${parameter}`)
    if (entity === undefined || value === undefined || reference.by === 'value') continue
    const { opaque = false, earlier } = lexicon.entity(entity) ?? {}
    if (earlier && isPointedAt(opaque, reference, value) && isOnly({ entity, value }, named)) {
      args[parameter] = { by: 'earlier' }
      again.push(parameter)
      if (named.every((other) => !lexicon.entity(other.entity)?.opaque || sameJson(other.value, value)))
        it.push(parameter)
    } else if (!isPointing(reference, reads) && !isByAnother(done, request, parameter, reference, random)) continue
    else if (!opaque && isShort(value)) args[parameter] = { by: 'value', value }
    else if (opaque) {
      const name = nameThing(lexicon, entity, value, known, random.fork(parameter))
      const isNeeded = !isPlain(reference) || (!reads && (name?.length ?? 0) <= BRIEF)
      if (name !== undefined && (isNeeded || chance(random.fork(`again-${parameter}`), 1, 3))) said[parameter] = name
    }
  }
  return { request: { ...request, arguments: args }, names: { ...namesOf(done, random), said, again, it } }
}

/** Is it a thing, or a figure that the user pointed back at? */
function isPointedAt(opaque: boolean, reference: Reference, value: Json): boolean {
  return opaque || reference.by === 'field' || typeof value === 'number'
}

/** Is it the one thing of its type that was named? */
function isOnly({ entity, value }: Named, named: readonly Named[]): boolean {
  const before = named.filter((thing) => thing.entity === entity)
  return before.length > 0 && before.every((thing) => sameJson(thing.value, value))
}

/** The things of which a report says which they are: by name, by the user's description, or by what the result has found; and the one thing that was made. */
export function namedBy(
  { graph, lexicon, knowledge }: Done,
  { tool, arguments: args }: Request,
  { call, turn, index }: VisibleCall,
  { said }: Names,
  text: string,
): Named[] {
  const makes = graph.tools.get(call.name)?.spec.effect === 'write'
  const taken = Object.values(untag(call.arguments) as JsonObject)
  const isMade = ({ entity, value, role }: Atom): boolean =>
    makes && role === 'subject' && lexicon.entity(entity)?.opaque === true && !taken.includes(value)
  const isSaid = (words: Json): boolean => text.toLowerCase().includes(String(words).toLowerCase())
  const found = knowledge.atoms.filter(
    (atom) =>
      isResultOf(atom.source, turn, index) &&
      (isSaid(atom.value) || isMade(atom) || holdsName(lexicon, atom.entity, atom.fields, text)),
  )
  const meant = Object.entries(args).flatMap(([parameter, reference]): Named[] => {
    const entity = lexicon.entityOf(tool, parameter)
    const value = leafAt(untag(call.arguments), `/${parameter}`)
    if (entity === undefined || value === undefined) return []
    const mark = said[parameter] ?? (reference.by === 'field' ? reference.value : value)
    return [mark, value, dateInWords(mark), ...pointersTo(lexicon, entity, reference)].some(isSaid) ||
      holdsName(lexicon, entity, fieldsOf(knowledge, entity, value), text)
      ? [{ entity, value }]
      : []
  })
  return [...found, ...meant]
}

/** Words that point back at a thing and at no other kind: "that ticket". */
function pointersTo(lexicon: Lexicon, entity: string, reference: Reference): string[] {
  return reference.by === 'earlier' ? (lexicon.entity(entity)?.earlier ?? []).filter((words) => !isPronoun(words)) : []
}

function isResultOf(source: Atom['source'], turn: number, index: number): boolean {
  return source.from === 'result' && source.turn === turn && source.call === index
}

/** A date as the assistant writes it; other values as they are. */
function dateInWords(value: Json): Json {
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? leafInWords(value, 'date', createRng(0)) : value
}

/** What is known by name: accounts of the user, and things of which results show enough. */
function namesOf({ lexicon, knowledge }: Done, random: Rng): Names {
  return {
    said: {},
    again: [],
    it: [],
    thing: (entity, value) =>
      nameThing(lexicon, entity, value, (...which) => fieldsOf(knowledge, ...which), random.fork('thing')),
    isOwn: (value) => knowledge.atoms.some((atom) => atom.role === 'fact' && sameJson(atom.value, value)),
  }
}

/** Words that say which one it is only to who remembers what was said before; of what is changed, a description in part is not enough. */
function isPointing(reference: Reference, reads: boolean): boolean {
  return reference.by === 'earlier' || (reference.by === 'field' && reference.match === 'contains' && !reads)
}

/** Is it described by the number of something else, as a stock is by an order of it? */
function isByAnother(
  { lexicon }: Done,
  { tool }: Request,
  parameter: string,
  reference: Reference,
  random: Rng,
): boolean {
  return (
    reference.by === 'field' &&
    typeof reference.value === 'number' &&
    (refer(lexicon, tool, { slot: parameter }, reference, random) ?? '').startsWith('the ')
  )
}

function isPlain(reference: Reference): boolean {
  return reference.by === 'earlier' && reference.which === undefined
}

/** Is a value short enough to be said again? */
function isShort(value: Json): boolean {
  if (typeof value === 'number') return (String(value).split('.')[1]?.length ?? 0) <= 3
  if (typeof value === 'string') return value.length <= 60 && !value.includes('\n')
  return Array.isArray(value) && value.length <= 6 && value.every(isShort)
}

/** All that results show of a thing. */
function fieldsOf({ atoms }: Knowledge, entity: string, value: Json): JsonObject {
  const own = atoms.filter((atom) => atom.entity === entity && sameJson(atom.value, value))
  return Object.assign({}, ...own.map(({ fields }) => fields)) as JsonObject
}
