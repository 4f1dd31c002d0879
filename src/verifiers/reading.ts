import type { Message } from '../core/message.js'
import { dated, type Lexicon, read, type Reading, todayOf } from '../language/index.js'

/** The user messages of a conversation. */
export function usersOf(messages: readonly Message[]): string[] {
  return messages.filter(({ role }) => role === 'user').map(({ content }) => content)
}

/** Everything that a conversation says, what its user says of days as dates too. */
export function conversationText(messages: readonly Message[]): string {
  const today = todayOf(messages)
  return messages
    .flatMap(({ role, content }) => {
      const meant = role === 'user' && today !== undefined ? dated(content, today) : content
      return meant === content ? [content] : [content, meant]
    })
    .join('\n')
}

/** What a text means as the next user message of a conversation. */
export function readNext(lexicon: Lexicon, messages: readonly Message[], text: string): Reading {
  return read(lexicon, text, usersOf(messages), todayOf(messages))
}
