import * as z from 'zod'
import type { Lexicon } from '../../language/index.js'
import { type Ask, askShaped, SHAPED_STEPS } from '../ask.js'
import { writtenByModel } from '../written.js'
import type { QueryingAgent } from './agent.js'
import { noiseFor } from './noise.js'
import { queryingMessages } from './prompt.js'

const schema = z.strictObject({ message: z.string().min(1).max(4000).describe('The message, nothing else.') })

/** A querying agent played by a model. What is asked back or can be done now is answered by whoever plays the user. */
export function modelQuerying(lexicon: Lexicon, ask: Ask): QueryingAgent {
  return {
    async write(input) {
      const { objections = [], subject = { kind: 'requests' } } = input
      if (subject.kind === 'reply' || subject.kind === 'retry')
        throw new RangeError('modelQuerying: replies are the user agent’s')
      const { message } = await askShaped(ask, {
        role: 'querying',
        attempt: objections.length,
        step: objections.length * SHAPED_STEPS,
        name: 'user_message',
        schema,
        messages: queryingMessages(lexicon, input, subject),
      })
      const query = writtenByModel(lexicon, input, message)
      const noise = noiseFor(input)
      return {
        ...query,
        ...(subject.kind === 'revision' ? { follows: 'revision' } : {}),
        ...(noise ? { noise: [...query.noise, { operator: noise.operator, level: 1 }] } : {}),
      }
    },
  }
}
