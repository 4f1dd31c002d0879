import type { Wording } from '../realise.js'

/** A message without a capital at its beginning and a full stop at its end; one that begins or ends with a value stays as it is. */
export function dressDown(wording: Wording): Wording {
  const { text, mentions, spans } = wording
  if (mentions.some(({ span: [from] }) => from === 0) || /^(I\b|[A-Z]{2})/.test(text)) return wording
  const lower = `${text.charAt(0).toLowerCase()}${text.slice(1)}`
  const stops = /\w\.$/.test(lower) && spans.every(([, to]) => to < text.length)
  return { ...wording, text: stops ? lower.slice(0, -1) : lower }
}

/** Does a text begin like that? */
export function isCasual(text: string): number {
  return /^[a-z]/.test(text) ? 1 : 0
}
