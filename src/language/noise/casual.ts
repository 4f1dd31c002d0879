import type { Wording } from '../realise.js'
import { quotationsIn } from './quotations.js'

/** A message whose sentences begin without capitals and whose last one has no stop; what begins or ends with a value stays as it is. */
export function dressDown(wording: Wording): Wording {
  const lower = beginningsOf(wording).reduce(
    (text, at) => `${text.slice(0, at)}${text.charAt(at).toLowerCase()}${text.slice(at + 1)}`,
    wording.text,
  )
  if (!/\w[.?]$/.test(lower)) return isCasual(lower) ? { ...wording, text: lower } : wording
  const end = lower.length - 1
  const spans = wording.spans.map(([from, to]) => [from, Math.min(to, end)] as const)
  return { ...wording, text: lower.slice(0, end), spans }
}

/** Where sentences begin with a word of the language: not inside a quotation or the words of one wish. */
function beginningsOf({ text, mentions, spans }: Wording): number[] {
  const closed = quotationsIn(text)
  return [...text.matchAll(/(?:^|[.?!] )(?=[A-Z](?![A-Z]))/g)]
    .map(({ 0: before, index }) => index + before.length)
    .filter(
      (at) =>
        mentions.every(({ span: [from] }) => from !== at) &&
        [...closed, ...spans].every(([from, to]) => at <= from || at >= to) &&
        !/^I\b/.test(text.slice(at)),
    )
}

/** Does a text begin or end like that? */
export function isCasual(text: string): number {
  return /^[a-z]/.test(text) || /\w$/.test(text) ? 1 : 0
}
