import * as z from 'zod'
import type { Lexicon } from '../../language/index.js'
import { type Ask, askShaped, SHAPED_STEPS } from '../ask.js'
import { writtenByModel } from '../written.js'
import type { QueryingAgent, QueryingInput, ToolInput } from './agent.js'
import { proceduralQuerying } from './procedural.js'
import { queryingMessages } from './prompt.js'

const schema = z.strictObject({ message: z.string().min(1).max(4000).describe('The message, nothing else.') })

function isWhole(input: QueryingInput): input is ToolInput {
  return input.tool !== undefined && (input.subject === undefined || input.subject.kind === 'requests')
}

/** A querying agent played by a model. */
export function modelQuerying(lexicon: Lexicon, ask: Ask): QueryingAgent {
  return {
    async write(input) {
      // Fragments lean on our own wordings of what was said before, and must read back.
      if (!isWhole(input)) return proceduralQuerying(lexicon).write(input)
      const { objections = [] } = input
      const { message } = await askShaped(ask, {
        role: 'querying',
        attempt: objections.length,
        step: objections.length * SHAPED_STEPS,
        name: 'user_message',
        schema,
        messages: queryingMessages(input),
      })
      return writtenByModel(lexicon, input, message)
    },
  }
}
