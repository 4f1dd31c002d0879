import { isArray, type Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Pointer } from '../../core/pointer.js'
import type { Transform } from './relation-graph.js'
import { leavesOf, type Shape } from './shape.js'

/** A value that a result offers to later calls, and how it is taken from there. */
export interface Offer {
  readonly value: Json
  readonly pattern: Pointer
  readonly place: Pointer
  readonly transform: Transform
  readonly holder: string
}

const MOST_SEGMENTS = 40

/** Everything a result offers: its scalars and lists, keys that are data, segments of paths, quoted names in texts. */
export function offersOf(result: Json, shape: Shape): Offer[] {
  return leavesOf(untag(result), shape).flatMap(({ value, pattern, place, part, holder }) => {
    const offer = (given: Json, transform: Transform): Offer => ({ value: given, pattern, place, transform, holder })
    if (part === 'key') return [offer(value, 'object_key')]
    if (typeof value === 'boolean') return []
    const whole = offer(value, pattern.includes('/*') && !isArray(value) ? 'list_item' : 'identity')
    if (typeof value !== 'string') return [whole]
    const segments = segmentsOf(value).map((segment) => offer(segment, 'path_segment'))
    const quoted = quotedIn(value).map((name) => offer(name, 'quoted_name_in_text'))
    return [whole, ...segments, ...quoted]
  })
}

/** The values that a transform takes from the value at a place; for keys, from the key. */
export function taken(value: Json, key: string, transform: Transform): readonly Json[] {
  if (transform === 'object_key') return [key]
  if (transform === 'path_segment') return typeof value === 'string' ? segmentsOf(value) : []
  if (transform === 'quoted_name_in_text') return typeof value === 'string' ? quotedIn(value) : []
  if (transform === 'text') return [String(value)]
  if (transform === 'part_of_text') return typeof value === 'string' ? wordsIn(value) : []
  return [value]
}

export function wordsIn(text: string): string[] {
  return [...new Set(text.match(/[\p{L}\p{N}_-]{3,30}/gu) ?? [])].slice(0, MOST_SEGMENTS)
}

function segmentsOf(text: string): string[] {
  if (!text.includes('/') || /\s/.test(text.trim())) return []
  return [...new Set(text.split('/').filter((segment) => segment !== '' && segment !== '.'))].slice(0, MOST_SEGMENTS)
}

/** Names in quotes, and where they are paths, their segments too. */
function quotedIn(text: string): string[] {
  const names = [...text.matchAll(/(?:^|[^\p{L}\p{N}])(['"])([^'"\n]{1,80})\1/gu)].map((match) => match[2] ?? '')
  return [...new Set(names.flatMap((name) => [name, ...segmentsOf(name)]))].slice(0, MOST_SEGMENTS)
}
