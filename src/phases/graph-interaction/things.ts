import { isArray, type Json } from '../../core/json.js'
import { untag } from '../../core/number.js'

/** Does a value tell one thing from others? Switches, single letters and small numbers are the same of many. */
export function isThing(value: Json): boolean {
  return typeof value === 'string' ? value.length > 1 : typeof value === 'number' && Math.abs(value) > 12
}

/** Is this value somewhere in another, as a leaf or as a key? */
export function occursIn(within: Json, value: Json): boolean {
  return holds(untag(within), untag(value))
}

function holds(within: Json, value: Json): boolean {
  if (typeof within !== 'object' || within === null) return within === value
  if (isArray(within)) return within.some((item) => holds(item, value))
  return Object.entries(within).some(([key, item]) => key === value || holds(item, value))
}
