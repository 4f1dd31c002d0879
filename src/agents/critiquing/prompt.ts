import type { Json, JsonObject } from '../../core/json.js'
import type { Discrepancy } from '../../core/verdict.js'
import type { ChatMessage } from '../../model/index.js'
import { excerpt } from '../conversation.js'
import { payload } from '../payload.js'
import type { CritiqueInput } from './agent.js'

const INSTRUCTION = `An assistant with tools tried to do what a user asked, and a check found that it did not. You write the hint it gets for its next try.

You get the try and the findings of the check. Write one or two sentences that make the assistant see where it went wrong and look again.
- Give nothing away: no value, no id, no name of a tool, no call, no order of steps. It must still find the answer by itself.
- Speak about what it did and what the user said, not about the check.
- If there are several findings, take the one that explains the most.`

const AGAIN = 'A hint before this one gave something away. Say less.'

/** What the critiquing agent is asked: the try, and typed findings. */
export function critiquingMessages({ reasons, messages, refused = 0 }: CritiqueInput): ChatMessage[] {
  const parts = [
    payload('try', excerpt(messages)),
    payload('findings', reasons.slice(0, 6).map(findingOf)),
    ...(refused > 0 ? [AGAIN] : []),
    'Write the hint.',
  ]
  return [
    { role: 'system', content: INSTRUCTION },
    { role: 'user', content: parts.join('\n\n') },
  ]
}

/** A discrepancy without what only the right solution shows: where in the state, and which of its calls. */
function findingOf(reason: Discrepancy): Json {
  const hidden = ['turn', 'paths', 'traceCall', 'source']
  return Object.fromEntries(
    Object.entries(reason as unknown as JsonObject).filter(([field]) => !hidden.includes(field)),
  )
}
