import * as z from 'zod'
import { type Ask, askShaped, SHAPED_STEPS } from '../ask.js'
import type { CritiquingAgent } from './agent.js'
import { critiquingMessages } from './prompt.js'

const schema = z.strictObject({ hint: z.string().min(1).max(600).describe('One or two sentences.') })

/** A critiquing agent played by a model; whether its hint gives something away is checked by whoever uses it. */
export function modelCritiquing(ask: Ask): CritiquingAgent {
  return {
    async critique(input) {
      const { hint } = await askShaped(ask, {
        role: 'critiquing',
        attempt: input.attempt,
        step: (input.refused ?? 0) * SHAPED_STEPS,
        name: 'hint',
        schema,
        messages: critiquingMessages(input),
      })
      return hint.trim()
    },
  }
}
