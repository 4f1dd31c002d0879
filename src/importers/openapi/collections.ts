import { type Endpoint, parameterIn } from './endpoints.js'
import { isPlural } from './words.js'

const isParameter = (segment: string | undefined): boolean => parameterIn(segment) !== undefined

/** The segments of the collection that an operation is about, and what follows them. */
export interface Place {
  readonly collection: readonly string[]
  /** One of its things? */
  readonly one: boolean
  /** What follows: the verb of an action, the name of a search. */
  readonly rest: readonly string[]
}

/** Paths of collections: those with things below them, and those where a list or a new thing is. */
export function collectionsOf(endpoints: readonly Endpoint[]): readonly string[] {
  const paths = new Set(endpoints.map(({ segments }) => pathOf(segments)))
  const holdsThings = (segments: readonly string[]): boolean => paths.has(`${pathOf(segments)}/{}`)
  const found = endpoints.flatMap(({ segments, method, response, body }) => {
    const last = segments.at(-1)
    if (last === undefined) return []
    if (isParameter(last)) return isParameter(segments.at(-2)) || segments.length < 2 ? [] : [segments.slice(0, -1)]
    if (holdsThings(segments)) return [segments]
    if (holdsThings(segments.slice(0, -1)) && segments.length > 1) return [] // A search, or a part of the collection before it.
    if (method === 'get' && response.is === 'list' && response.fields.length > 0) return [segments]
    return method === 'post' && body.length > 0 && isPlural(last) ? [segments] : []
  })
  return [...new Set(found.map(pathOf))]
}

function pathOf(segments: readonly string[]): string {
  return `/${segments.map((segment) => (isParameter(segment) ? '{}' : segment)).join('/')}`
}

/** Where an operation stands among the collections; undefined where it belongs to none. */
export function placeOf(collections: readonly string[], { segments }: Endpoint): Place | undefined {
  for (let length = segments.length; length > 0; length--) {
    if (!collections.includes(pathOf(segments.slice(0, length)))) continue
    const after = segments.slice(length)
    const one = isParameter(after[0])
    return { collection: segments.slice(0, length), one, rest: one ? after.slice(1) : after }
  }
  return undefined
}
