import type { Json } from '../core/json.js'
import type { Source } from '../core/trace.js'
import type { Atom } from './atoms.js'

/** The first thing of its type on the list that a value was chosen from; undefined where that is no list that shows it. */
export function firstListed(atoms: readonly Atom[], value: Json, source: Source): Atom | undefined {
  if (source.from !== 'result' || !source.selected) return undefined
  const listed = atoms.filter(
    (atom) => atom.source.from === 'result' && atom.source.turn === source.turn && atom.source.call === source.call,
  )
  const chosen = listed.find((atom) => atom.value === value)
  return listed.find(({ entity }) => entity === chosen?.entity)
}
