import * as z from 'zod'
import type { Lexicon } from '../../language/index.js'
import { type Ask, askShaped, SHAPED_STEPS } from '../ask.js'
import { writtenByModel } from '../written.js'
import type { UserAgent } from './agent.js'
import { userMessages } from './prompt.js'

const schema = z.strictObject({ message: z.string().min(1).max(2000).describe('The reply, nothing else.') })

/** A user played by a model. Whether the reply is faithful to what the user may know is checked by whoever uses it. */
export function modelUser(lexicon: Lexicon, ask: Ask): UserAgent {
  return {
    async reply(input) {
      const { objections = [] } = input
      const { message } = await askShaped(ask, {
        role: 'user',
        attempt: objections.length,
        step: objections.length * SHAPED_STEPS,
        name: 'user_reply',
        schema,
        messages: userMessages(lexicon, input),
      })
      return { ...writtenByModel(lexicon, input, message), follows: input.subject.kind }
    },
  }
}
