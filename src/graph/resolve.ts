import type { Json } from '../core/json.js'
import { formatPointer } from '../core/pointer.js'
import { atTheEnd, type Extreme, extremeIn, fits, type Reference, type Which } from '../core/reference.js'
import type { Source } from '../core/trace.js'
import { type Atom, holderOf } from './atoms.js'
import type { Knowledge } from './knowledge.js'

export type Resolution =
  | { readonly kind: 'found'; readonly value: Json; readonly source: Source }
  /** Nothing visible fits yet. */
  | { readonly kind: 'unknown' }
  /** Several visible things fit. */
  | { readonly kind: 'ambiguous'; readonly values: readonly Json[] }

const unknown: Resolution = { kind: 'unknown' }

/** What a user's reference to a thing of an entity type means, given what is visible. */
export function resolve(knowledge: Knowledge, reference: Reference, entity: string | undefined): Resolution {
  switch (reference.by) {
    case 'value':
      return { kind: 'found', value: reference.value, source: { from: 'user' } }
    case 'earlier': {
      const pointed = pointedAt(knowledge, entity, reference.which)
      const extreme = extremeIn(reference)
      const found = unique(pointed)
      return extreme ? selected(found, extreme.of, extreme.end, pointed[0]?.fields[extreme.of] ?? null) : found
    }
    case 'field': {
      const described = knowledge.atoms.filter(
        (atom) => atom.entity === entity && fits(atom.fields[reference.field], reference.match, reference.value),
      )
      const found = unique(described)
      if (found.kind !== 'found' || found.source.from !== 'result') return found
      const atom = described.find(({ source }) => source === found.source)
      return atom?.role === 'item' ? selected(found, reference.field, reference.match, reference.value) : found
    }
  }
}

type Selected = NonNullable<Extract<Source, { from: 'result' }>['selected']>

/** What was found, with why it and no other item was taken. */
function selected(found: Resolution, of: string, match: Selected['match'], value: Json): Resolution {
  if (found.kind !== 'found' || found.source.from !== 'result') return found
  const field = formatPointerBeside(found.source, of)
  return { ...found, source: { ...found.source, selected: { field, match, value } } }
}

/** The value of a parameter the user did not mention: the newest one of its entity type that stands alone. */
export function resolveUnsaid(knowledge: Knowledge, entity: string): Resolution {
  const newest = knowledge.atoms.filter((atom) => atom.entity === entity && atom.role !== 'item').at(-1)
  return newest ? { kind: 'found', value: newest.value, source: newest.source } : unknown
}

/** What "it" may mean: every thing of the type that the conversation is about, an earlier wish of this message included. */
export function antecedents(knowledge: Knowledge, entity: string | undefined): Atom[] {
  return knowledge.atoms.filter((atom) => atom.entity === entity && atom.role === 'subject')
}

/**
 * What "it", "that last one" or "the second on that list" may mean. Something that an earlier wish of the same message found
 * out is meant as well as the newest before it, so that such words are ambiguous then.
 */
export function pointedAt(knowledge: Knowledge, entity: string | undefined, which: Which | undefined): Atom[] {
  if (which === undefined) return antecedents(knowledge, entity)
  if (typeof which === 'object') return extremes(knowledge, entity, which)
  const role = which === 'newest' ? 'subject' : 'item'
  const shown = knowledge.atoms.filter((atom) => atom.entity === entity && atom.role === role && atom.shown)
  const now = shown.filter(({ turn }) => turn === knowledge.turn)
  const before = shown.filter(({ turn }) => turn < knowledge.turn)
  return [before, now].flatMap((atoms) => newestOf(atoms, which))
}

/** Of the newest list of all there are, what has the most or the least. */
function extremes({ atoms, whole, turn }: Knowledge, entity: string | undefined, { end, of }: Extreme): Atom[] {
  const isTrue = (order: number): boolean => {
    const list = whole.get(order)
    return list !== undefined && (list.until ?? turn) >= turn
  }
  const items = atoms.filter((atom) => atom.entity === entity && atom.role === 'item' && isTrue(atom.order))
  const list = items.filter(({ order }) => order === items.at(-1)?.order)
  return atTheEnd(list, end, ({ fields }) => fields[of])
}

function newestOf(atoms: readonly Atom[], which: Exclude<Which, Extreme>): Atom[] {
  const newest = atoms.at(-1)
  if (which === 'newest') return atoms.filter(({ turn }) => turn === newest?.turn)
  const list = atoms.filter(({ order }) => order === newest?.order)
  return list.slice(which < 0 ? which : which - 1).slice(0, 1)
}

function unique(atoms: readonly Atom[]): Resolution {
  const values = [...new Map(atoms.map(({ value }) => [JSON.stringify(value), value])).values()]
  const atom = atoms.find(({ source }) => source.from === 'result') ?? atoms[0]
  if (!atom) return unknown
  if (values.length > 1) return { kind: 'ambiguous', values }
  return { kind: 'found', value: atom.value, source: atom.source }
}

function formatPointerBeside(source: Extract<Source, { from: 'result' }>, field: string): string {
  return `${holderOf(source.path, source.part)}${formatPointer([field])}`
}
