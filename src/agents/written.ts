import { requestsOf } from '../core/advanced-tool.js'
import type { HardQuery } from '../core/hard-query.js'
import type { Request } from '../core/reference.js'
import { type Lexicon, locate } from '../language/index.js'
import { easyQuery } from './querying/easy.js'
import type { QueryingInput } from './querying/agent.js'

/** A model's words as a user message. Which of them carry which value is found afterwards, in the text. */
export function writtenByModel(lexicon: Lexicon, input: QueryingInput, words: string): HardQuery {
  const text = words.trim()
  const requests = requestsIn(input)
  return {
    text,
    easy: input.tool ? easyQuery(input.tool, input.inputs, input.random.fork('easy')) : text,
    mentions: locate(lexicon, requests, text),
    spans: requests.map(() => [0, text.length] as const),
    noise: [{ operator: `register:${input.register}`, level: 1 }],
    writer: 'model',
  }
}

function requestsIn(input: QueryingInput): readonly Request[] {
  if (input.tool) return requestsOf(input.tool, input.inputs)
  return input.subject.kind === 'unsupported' ? [input.subject.request] : []
}
