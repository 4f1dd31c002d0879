import * as z from 'zod'
import { requestsOf } from '../../core/advanced-tool.js'
import { type Lexicon, locate } from '../../language/index.js'
import { type Ask, askShaped, SHAPED_STEPS } from '../ask.js'
import type { QueryingAgent } from './agent.js'
import { easyQuery } from './easy.js'
import { queryingMessages } from './prompt.js'

const schema = z.strictObject({ message: z.string().min(1).max(4000).describe('The message, nothing else.') })

/** A querying agent played by a model. Which words carry which value is found afterwards, in the text. */
export function modelQuerying(lexicon: Lexicon, ask: Ask): QueryingAgent {
  return {
    async write(input) {
      const { tool, inputs, register, objections = [], random } = input
      const { message } = await askShaped(ask, {
        role: 'querying',
        attempt: objections.length,
        step: objections.length * SHAPED_STEPS,
        name: 'user_message',
        schema,
        messages: queryingMessages(input),
      })
      const text = message.trim()
      const requests = requestsOf(tool, inputs)
      return {
        text,
        easy: easyQuery(tool, inputs, random.fork('easy')),
        mentions: locate(lexicon, requests, text),
        spans: requests.map(() => [0, text.length] as const),
        noise: [{ operator: `register:${register}`, level: 1 }],
        writer: 'model',
      }
    },
  }
}
