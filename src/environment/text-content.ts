import type { Json } from '../core/json.js'

/** What a text of a result says to a person, who is told that in other words and not the text itself. */
export interface TextContent {
  /** How the text is recognised, as the source of a regular expression; its groups are lists of what has to be told. */
  readonly reads: string
  /** What an answer has to hold where such a text names nothing, as the source of a regular expression. */
  readonly told?: string
}

/** What one text says. */
export interface Content {
  /** What it names, item by item. */
  readonly items: readonly string[]
  readonly told?: string
}

/** What a text says; undefined where none of the contents reads like it. */
export function contentOf(contents: readonly TextContent[], value: Json): Content | undefined {
  if (typeof value !== 'string') return undefined
  for (const { reads, told } of contents) {
    const found = new RegExp(reads).exec(value)
    if (!found) continue
    const items = found.slice(1).flatMap((list) => list.split(', '))
    return { items, ...(told === undefined ? {} : { told }) }
  }
  return undefined
}
