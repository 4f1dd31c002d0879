import type { Wording } from '../realise.js'

type Span = readonly [number, number]

/** A wording whose places lie `by` further on, those from `from` on. */
export function moved(wording: Wording, by: number, from = 0): Wording {
  const move = ([start, end]: Span): Span => [start >= from ? start + by : start, end > from ? end + by : end]
  return {
    ...wording,
    spans: wording.spans.map(move),
    mentions: wording.mentions.map((mention) => ({ ...mention, span: move(mention.span) })),
  }
}
