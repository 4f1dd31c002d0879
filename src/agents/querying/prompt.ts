import type { ChatMessage } from '../../model/index.js'
import { capabilityOf, VOICES } from '../capability.js'
import { excerpt } from '../conversation.js'
import { payload } from '../payload.js'
import type { ToolInput } from './agent.js'

const INSTRUCTION = `You write one message of a person to an assistant that has tools. You are the person: you know what you want and nothing about the tools.

You get a capability, the values that you have in mind, and what was said before. Write the message with which this person asks for exactly that.

- Ask for the outcome. Never say how to get there, and name no tool, parameter, step or lookup.
- Say every value in "inputs", each so that it can be recognised beyond doubt: names, ids, numbers and texts in quotes exactly as they are, dates in any usual form. Say no other value.
- "wishes" tells how each value is meant. A value with "describes" is how you describe the thing, not its id: "the card that ends in 4471". Where it says "earlier", point back at what the conversation was about ("it", "that booking") without repeating an id.
- Ask for all wishes, in their order, and for nothing more. If there is no other value to say, the wish alone is enough.
- Sound like a person with a reason to ask. No greeting formula, no bullet points, no explanation to a machine. Keep to the voice you are given.`

/** What the querying agent is asked: the advanced tool without its body, the noise, and what the conversation shows. */
export function queryingMessages(input: ToolInput): ChatMessage[] {
  const parts = [
    payload('capability', capabilityOf(input.tool, input.inputs)),
    `Voice: ${VOICES[input.register]}.`,
    ...(input.turn === 0 && input.situations.length > 0 ? [payload('situation', [...input.situations])] : []),
    ...(input.messages && input.turn > 0 ? [payload('conversation', excerpt(input.messages))] : []),
    ...(input.objections?.length ? [payload('objections', [...input.objections])] : []),
    'Write the message.',
  ]
  return [
    { role: 'system', content: INSTRUCTION },
    { role: 'user', content: parts.join('\n\n') },
  ]
}
