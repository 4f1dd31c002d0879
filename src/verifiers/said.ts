import type { HardQuery } from '../core/hard-query.js'
import type { Json } from '../core/json.js'
import type { Trace } from '../core/trace.js'
import type { Turn } from '../core/trajectory.js'
import { type Lexicon, read, saidIn } from '../language/index.js'

/** The values that a user message says: read from its words, or found in them where a model wrote them. */
export function valuesSaid(
  lexicon: Lexicon,
  query: Pick<HardQuery, 'text' | 'writer'>,
  trace: Trace,
  earlier: readonly string[] = [],
): Json[] {
  if (query.writer === 'model') return saidIn(lexicon, trace.requests, query.text)
  return read(lexicon, query.text, earlier).requests.flatMap(({ arguments: args }) =>
    Object.values(args).flatMap((reference) => (reference.by === 'earlier' ? [] : [reference.value])),
  )
}

/** What messages written by a model have said before a turn; those of our own wordings can be read again at any time. */
export function valuesSaidBefore(lexicon: Lexicon, turns: readonly Turn[]): Json[] {
  return turns.flatMap(({ query, task: { expected } }) =>
    query.writer === 'model' && expected.kind === 'act' ? valuesSaid(lexicon, query, expected.trace) : [],
  )
}
