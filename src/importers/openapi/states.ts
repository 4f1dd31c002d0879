import type { Field } from './field.js'
import type { Resource } from './resources.js'
import { wordsOf } from './words.js'

/** Fields that hold what has become of a thing, the likeliest first. */
const STATES = /^(?:status|state|stage|phase)$/

/** The state that an action is named like: cancelling leads to `cancelled`. */
export function stateNamedAfter(
  { fields }: Resource,
  action: string,
): { readonly field: Field; readonly value: string } | undefined {
  const found = fields.flatMap((field) => {
    const { name, shape } = field
    if (shape.is !== 'choice' || !STATES.test(wordsOf(name).split(' ').at(-1) ?? '')) return []
    const value = shape.of.find((state) => /^[\w -]+$/.test(state) && isNamedAfter(state, action))
    return value === undefined ? [] : [{ field, value }]
  })
  return found[0]
}

const IRREGULAR: { readonly [verb: string]: string } = {
  pay: 'paid',
  send: 'sent',
  begin: 'begun',
  sell: 'sold',
  lend: 'lent',
  hold: 'held',
  withdraw: 'withdrawn',
}

/** `cancelled` is named after cancelling, `active` after activating, `closed` after closing. */
function isNamedAfter(state: string, action: string): boolean {
  const [value, verb] = [wordsOf(state), wordsOf(action)]
  if (IRREGULAR[verb] === value || value === verb) return true
  const same = [...verb].findIndex((letter, i) => value[i] !== letter)
  const shared = same < 0 ? verb.length : same
  return shared >= 3 && shared >= 0.6 * verb.length
}
