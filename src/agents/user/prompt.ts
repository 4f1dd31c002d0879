import type { ChatMessage } from '../../model/index.js'
import { capabilityOf, VOICES } from '../capability.js'
import { excerpt } from '../conversation.js'
import { payload } from '../payload.js'
import type { ReplyInput } from './agent.js'

const INSTRUCTION = `You play a person who talks to an assistant that has tools. You know what you want and nothing about the tools. The assistant has asked you something, or could not do what you wanted; you answer.

You get what you have in mind ("facts"), which of it was asked for ("asked"), and the conversation so far. Write your reply.

- Say the value that was asked for, so that it can be recognised beyond doubt: names, ids, numbers and texts in quotes exactly as they are, dates in any usual form.
- Where "asked" is "again", nothing was asked: the assistant lacked something and has it now. Tell it to go on with what you wanted, in a few words.
- Know nothing else. Say no value that is neither in "facts" nor in the conversation, and make nothing up: if the assistant asks for more than you know, leave that out.
- Do not repeat the rest of your wish, and ask for nothing new.
- Name no tool, parameter, step or lookup. Keep to the voice you are given.`

/** Stands for a parameter where the same is asked for again. */
const AGAIN = 'again'

/** What the user simulator is asked: the facts that this person may know, and the conversation up to the question. */
export function userMessages({
  tool,
  inputs,
  subject,
  register,
  messages = [],
  objections = [],
}: ReplyInput): ChatMessage[] {
  const parts = [
    payload('facts', capabilityOf(tool, inputs)),
    payload('asked', subject.kind === 'reply' ? subject.parameter : AGAIN),
    `Voice: ${VOICES[register]}.`,
    payload('conversation', excerpt(messages)),
    ...(objections.length > 0 ? [payload('objections', [...objections])] : []),
    'Write the reply.',
  ]
  return [
    { role: 'system', content: INSTRUCTION },
    { role: 'user', content: parts.join('\n\n') },
  ]
}
