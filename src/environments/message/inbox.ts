import { isArray, isObject, type Json, sameJson } from '../../core/json.js'
import { mapping } from '../../core/number.js'
import { raised } from './failures.js'
import type { Entry, State } from './state.js'

/** Receiver and content of an entry: its first pair. */
export function letterOf([first]: Entry): { readonly receiver: string; readonly content: Json } {
  if (!first) throw raised('broken-entry', 'list index out of range')
  const [receiver, content] = first
  return { receiver, content }
}

/** All contents by receiver, in order of first appearance. */
export function byReceiver({ inbox }: State): [receiver: string, contents: Json[]][] {
  const groups = new Map<string, Json[]>()
  for (const entry of inbox) {
    const { receiver, content } = letterOf(entry)
    groups.set(receiver, [...(groups.get(receiver) ?? []), content])
  }
  return [...groups]
}

/** Letters whose text holds the keyword, in any case. Contents that are no texts end the search. */
export function lettersWith({ inbox }: State, keyword: string): { receiver: string; content: string }[] {
  const wanted = lowered(keyword)
  return inbox.flatMap((entry) => {
    const { receiver, content } = letterOf(entry)
    return lowered(content).includes(wanted) ? [{ receiver, content: content as string }] : []
  })
}

/** Where the entry stands that goes when a receiver's latest is deleted: the first that equals it. */
export function placeOfLatest({ inbox }: State, receiver: string): number {
  const latest = inbox.findLast((entry) => letterOf(entry).receiver === receiver)
  return latest ? inbox.findIndex((entry) => sameJson(mapping(entry), mapping(latest))) : -1
}

function lowered(value: Json): string {
  if (typeof value === 'string') return value.toLowerCase()
  const type = isArray(value)
    ? 'list'
    : isObject(value)
      ? 'dict'
      : value === null
        ? 'NoneType'
        : typeof value === 'boolean'
          ? 'bool'
          : 'int'
  throw raised('not-text', `'${type}' object has no attribute 'lower'`)
}
