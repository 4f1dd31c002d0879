import { requestsOf } from '../core/advanced-tool.js'
import type { HardQuery } from '../core/hard-query.js'
import { type Lexicon, locate } from '../language/index.js'
import { easyQuery } from './querying/easy.js'
import type { ToolInput } from './querying/agent.js'

/** A model's words as a user message. Which of them carry which value is found afterwards, in the text. */
export function writtenByModel(
  lexicon: Lexicon,
  { tool, inputs, register, random }: ToolInput,
  words: string,
): HardQuery {
  const text = words.trim()
  const requests = requestsOf(tool, inputs)
  return {
    text,
    easy: easyQuery(tool, inputs, random.fork('easy')),
    mentions: locate(lexicon, requests, text),
    spans: requests.map(() => [0, text.length] as const),
    noise: [{ operator: `register:${register}`, level: 1 }],
    writer: 'model',
  }
}
