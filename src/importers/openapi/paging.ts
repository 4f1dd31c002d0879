import type { JsonObject } from '../../core/json.js'
import type { Field } from './field.js'
import { wordsOf } from './words.js'

/** What parameters of lists are called that say how many things a page holds, where it begins, and which page it is. */
const SIZE = ['limit', 'page size', 'per page', 'max results']
const START = ['offset', 'skip']
const PAGE = ['page']

export function isPaging({ name, shape }: Field): boolean {
  return shape.is === 'number' && [...SIZE, ...START, ...PAGE].includes(wordsOf(name))
}

/** The part of a list that was asked for; all of it where none was. */
export function pageOf(
  paging: readonly Field[],
  things: readonly JsonObject[],
  args: JsonObject,
): readonly JsonObject[] {
  const given = (names: readonly string[]): number | undefined => {
    const value = args[paging.find(({ name }) => names.includes(wordsOf(name)))?.name ?? '']
    return typeof value === 'number' ? value : undefined
  }
  const size = given(SIZE)
  const from = Math.max(0, given(START) ?? (size === undefined ? 0 : ((given(PAGE) ?? 1) - 1) * size))
  return things.slice(from, size === undefined ? undefined : from + size)
}
