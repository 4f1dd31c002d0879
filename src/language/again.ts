import { type Json, sameJson } from '../core/json.js'
import type { Reference, Request } from '../core/reference.js'
import type { Lexicon } from './lexicon.js'

/** While it is read and written, what the wish before in the same message has named: no list has a place before its first. */
const AGAIN: Reference = { by: 'earlier', which: 0 }

/** A wish with all that the wish before it has named pointed at, where people have words for that. */
export function pointedAgain(lexicon: Lexicon, request: Request, before: Request | undefined): Request {
  if (!before || request.only) return request
  const args = Object.entries(request.arguments).map(([parameter, reference]): [string, Reference] => {
    const entity = lexicon.entityOf(request.tool, parameter)
    const named = namedIn(lexicon, before, entity)
    const isSame = named !== undefined && isLiteral(reference) && sameReference(named, reference)
    return [parameter, isSame && hasWords(lexicon, entity) ? AGAIN : reference]
  })
  return { ...request, arguments: Object.fromEntries(args) }
}

/** The inverse: the wishes of a message, each with what it says in full. */
export function spelledOut(lexicon: Lexicon, requests: readonly Request[]): readonly Request[] {
  return requests.reduce<readonly Request[]>((done, request) => {
    const before = done.at(-1)
    const args = Object.entries(request.arguments).map(([parameter, reference]): [string, Reference] => {
      const named = before && namedIn(lexicon, before, lexicon.entityOf(request.tool, parameter))
      return [parameter, named && sameReference(reference, AGAIN) ? named : reference]
    })
    return [...done, { ...request, arguments: Object.fromEntries(args) }]
  }, [])
}

/** The one thing of an entity type that a wish names. */
function namedIn(
  lexicon: Lexicon,
  { tool, arguments: args }: Request,
  entity: string | undefined,
): Reference | undefined {
  const like = Object.entries(args).filter(([parameter]) => lexicon.entityOf(tool, parameter) === entity)
  const [[, only] = []] = like
  return entity !== undefined && like.length === 1 && only && isLiteral(only) ? only : undefined
}

function isLiteral({ by }: Reference): boolean {
  return by !== 'earlier'
}

function hasWords(lexicon: Lexicon, entity: string | undefined): boolean {
  return entity !== undefined && (lexicon.entity(entity)?.again ?? []).length > 0
}

function sameReference(one: Reference, other: Reference): boolean {
  return sameJson(one as unknown as Json, other as unknown as Json)
}
