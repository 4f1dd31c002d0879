import { requestsOf } from '../../core/advanced-tool.js'
import type { HardQuery } from '../../core/hard-query.js'
import { sameJson, type Json } from '../../core/json.js'
import { chance, pick } from '../../core/random.js'
import { type Lexicon, read, realise } from '../../language/index.js'
import type { QueryingAgent, QueryingInput } from './agent.js'
import { easyQuery } from './easy.js'

const WORDINGS = 6

/** A querying agent without a model: realises the goals and keeps the first wording that reads back as what was meant. */
export function proceduralQuerying(lexicon: Lexicon): QueryingAgent {
  return { write: (input) => Promise.resolve(write(lexicon, input)) }
}

function write(
  lexicon: Lexicon,
  { tool, inputs, turn, situations, register, random }: QueryingInput,
): HardQuery | undefined {
  const requests = requestsOf(tool, inputs)
  const opened = turn === 0 && situations.length > 0 && chance(random.fork('opened'), 3, 4)
  const opener = opened ? { opener: pick(random.fork('opener'), situations) } : {}
  for (let i = 0; i < WORDINGS; i++) {
    const wording = realise(lexicon, requests, { voice: { register }, ...opener }, random.fork(`wording${i}`))
    if (!wording) return undefined
    const reading = read(lexicon, wording.text)
    if (
      reading.ambiguous ||
      reading.unread.length > 0 ||
      !sameJson(reading.requests as unknown as Json, requests as unknown as Json)
    )
      continue
    const noise = [
      { operator: `register:${register}`, level: 1 },
      ...(opened ? [{ operator: 'situation', level: 1 }] : []),
    ]
    return { ...wording, easy: easyQuery(tool, inputs, random.fork('easy')), noise }
  }
  return undefined
}
