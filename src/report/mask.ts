import { forEachLeaf } from '../core/json.js'
import { untag } from '../core/number.js'
import type { Trajectory } from '../core/trajectory.js'

/** What stands for a value. */
const MASK = '#'

/** Hides values, so that only the wording is left. */
export interface Masker {
  /** The masked user message of a turn. */
  query(turn: number): string
  text(text: string): string
}

const LONGEST_VALUE = 80
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DATE = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?\\b`,
  'g',
)
const QUOTED = /"[^"]*"|“[^”]*”|‘[^’]*’|(?<![\p{L}\p{N}])'[^'\n]*'(?![\p{L}\p{N}])/gu
const NUMBER = /[$€£]?(?<![\p{L}\p{N}])[-+]?\d[\p{L}\p{N}]*(?:[.,:\-/][\p{N}]+[\p{L}\p{N}]*)*%?/gu
const RUN = /#(?:(?:\s*[,;/-]\s*(?:and |or )?|\s+(?:and |or )?)#)+/g

/**
 * Masks what a row's user, calls and results name: mentions by their spans, values by their text wherever they stand,
 * and whatever is quoted, a number or a date. Runs of values become one, so that the length of a list is no variety.
 */
export function maskerOf(row: Trajectory): Masker {
  const values = alternatives(surfacesOf(row))
  const hide = (text: string): string => (values ? text.replaceAll(values, MASK) : text)
  const text = (given: string): string =>
    hide(given.replaceAll(QUOTED, MASK).replaceAll(DATE, MASK)).replaceAll(NUMBER, MASK).replaceAll(RUN, MASK)
  return {
    text,
    query(turn) {
      const query = row.turns[turn]?.query
      return query
        ? text(
            withoutSpans(
              query.text,
              query.mentions.map(({ span }) => span),
            ),
          )
        : ''
    },
  }
}

/** The text with a mask in place of each span; spans that overlap become one. */
export function withoutSpans(text: string, spans: readonly (readonly [number, number])[]): string {
  let masked = ''
  let done = 0
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    if (from >= done) masked += text.slice(done, from) + MASK
    done = Math.max(done, to)
  }
  return masked + text.slice(done)
}

/** Texts that name a value of the row: argument and result leaves, and the words that mention one. */
function surfacesOf(row: Trajectory): Set<string> {
  const surfaces = new Set<string>()
  const take = (value: unknown): void => {
    if (typeof value === 'string' && isTelling(value)) surfaces.add(value)
  }
  for (const { query, steps } of row.turns) {
    for (const { span, value } of query.mentions) [query.text.slice(...span), value].forEach(take)
    for (const { calls, results } of steps) {
      for (const call of calls) forEachLeaf(untag(call.arguments), take)
      for (const result of results) {
        forEachLeaf(untag(result.value), (leaf, path) => {
          take(leaf)
          path.forEach((part) => /\d/.test(part) && take(part))
        })
      }
    }
  }
  return surfaces
}

/** Long enough to name one thing: not "in" or "a", but "cm" is left to the number before it. */
function isTelling(value: string): boolean {
  const text = value.trim()
  return text.length <= LONGEST_VALUE && (text.length > 3 || (text.length > 1 && /[A-Z\d@#]/.test(text)))
}

function alternatives(surfaces: ReadonlySet<string>): RegExp | undefined {
  if (surfaces.size === 0) return undefined
  const longestFirst = [...surfaces].toSorted((a, b) => b.length - a.length)
  const escaped = longestFirst.map((surface) => surface.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
