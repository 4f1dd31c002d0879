import type { HardQuery } from '../core/hard-query.js'
import type { Json } from '../core/json.js'
import type { Request } from '../core/reference.js'
import type { Trace } from '../core/trace.js'
import type { Turn } from '../core/trajectory.js'
import type { Visible } from '../core/visible.js'
import { type Lexicon, read, saidIn, unsaid } from '../language/index.js'

type Words = Pick<HardQuery, 'text' | 'writer' | 'follows'>

/** The words in which a model's user says a wish: a reply completes the message that was asked about. */
export function wholeWish({ text, follows }: Words, earlier: readonly string[]): string {
  return follows === undefined ? text : [...earlier.slice(-1), text].join('\n')
}

/** The values that a user message says after these: read from its words, or found in them where a model wrote them. */
export function valuesSaid(
  lexicon: Lexicon,
  query: Words,
  trace: Trace,
  { queries, today }: Pick<Visible, 'queries' | 'today'>,
): Json[] {
  if (query.writer === 'model') return saidIn(lexicon, trace.requests, wholeWish(query, queries))
  return read(lexicon, query.text, queries, today).requests.flatMap(({ arguments: args }) =>
    Object.values(args).flatMap((reference) => (reference.by === 'earlier' ? [] : [reference.value])),
  )
}

/** What messages written by a model have said before a turn; those of our own wordings can be read again at any time. */
export function valuesSaidBefore(lexicon: Lexicon, turns: readonly Turn[]): Json[] {
  return turns.flatMap(({ query, task: { expected } }, k) =>
    query.writer === 'model' && 'trace' in expected && expected.trace
      ? valuesSaid(lexicon, query, expected.trace, { queries: turns.slice(0, k).map((turn) => turn.query.text) })
      : [],
  )
}

/** Does a text by itself say the value that a wish has for this parameter? */
export function saysValue(lexicon: Lexicon, request: Request | undefined, parameter: string, text: string): boolean {
  const said = request?.arguments[parameter]
  return (
    request !== undefined &&
    said !== undefined &&
    unsaid(lexicon, [{ tool: request.tool, arguments: { [parameter]: said } }], text).length === 0
  )
}
