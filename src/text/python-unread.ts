import type { UnsupportedForm } from './parse-error.js'
import * as character from './python-characters.js'
import { endOfName } from './python-lexis.js'

const UNREAD_WORDS: { readonly [word: string]: UnsupportedForm } = {
  if: 'conditional expression',
  and: 'boolean operator',
  or: 'boolean operator',
  in: 'comparison',
  is: 'comparison',
  not: 'comparison',
  for: 'comprehension',
  async: 'comprehension',
}

/** The form that an operator or word behind an expression begins, where the parser does not read it. */
export function unreadForm(text: string, at: number, code: number): UnsupportedForm | undefined {
  if (code === character.COMMA || code === character.CLOSE || code === character.CLOSE_SQUARE || at >= text.length)
    return undefined
  const next = text.charCodeAt(at + 1)
  if (code === character.LESS || code === character.GREATER) return next === code ? 'bitwise operator' : 'comparison'
  if ((code === character.EQUALS || code === character.BANG) && next === character.EQUALS) return 'comparison'
  if (code === character.PIPE || code === character.AMPERSAND || code === character.CARET || code === character.AT)
    return 'bitwise operator'
  const word = text.slice(at, endOfName(text, at))
  return Object.hasOwn(UNREAD_WORDS, word) ? UNREAD_WORDS[word] : undefined
}
