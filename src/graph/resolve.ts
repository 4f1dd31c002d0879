import type { Json } from '../core/json.js'
import { formatPointer } from '../core/pointer.js'
import { fits, type Reference, type Which } from '../core/reference.js'
import type { Source } from '../core/trace.js'
import { type Atom, holderOf, type Knowledge } from './knowledge.js'

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
    case 'earlier':
      return unique(pointedAt(knowledge, entity, reference.which))
    case 'field': {
      const described = knowledge.atoms.filter(
        (atom) => atom.entity === entity && fits(atom.fields[reference.field], reference.match, reference.value),
      )
      const found = unique(described)
      if (found.kind !== 'found' || found.source.from !== 'result') return found
      const atom = described.find(({ source }) => source === found.source)
      if (atom?.role !== 'item') return found
      const field = formatPointerBeside(found.source, reference.field)
      return {
        ...found,
        source: { ...found.source, selected: { field, match: reference.match, value: reference.value } },
      }
    }
  }
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
  const role = which === 'newest' ? 'subject' : 'item'
  const shown = knowledge.atoms.filter((atom) => atom.entity === entity && atom.role === role && atom.shown)
  const now = shown.filter(({ turn }) => turn === knowledge.turn)
  const before = shown.filter(({ turn }) => turn < knowledge.turn)
  return [before, now].flatMap((atoms) => newestOf(atoms, which))
}

function newestOf(atoms: readonly Atom[], which: Which): Atom[] {
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
