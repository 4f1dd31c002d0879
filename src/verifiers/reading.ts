import type { Message } from '../core/message.js'
import { type Lexicon, read, type Reading } from '../language/index.js'

/** The user messages of a conversation. */
export function usersOf(messages: readonly Message[]): string[] {
  return messages.filter(({ role }) => role === 'user').map(({ content }) => content)
}

/** What a text means as the next user message of a conversation. */
export function readNext(lexicon: Lexicon, messages: readonly Message[], text: string): Reading {
  return read(lexicon, text, usersOf(messages))
}
