import type { ParseError } from './parse-error.js'
import { endOfName, skipBlanks, syntaxError } from './python-lexis.js'
import { readNumber } from './python-number-literal.js'
import { isStringStart, readString } from './python-string-literal.js'

const OPENING: { readonly [closing: string]: string } = { ')': '(', ']': '[', '}': '{' }
const UNPRINTABLE = /[\p{C}\p{Z}]/u

/** The brackets still open at the end of a text. */
export interface Tokenized {
  readonly open: readonly { readonly bracket: string; readonly at: number }[]
}

/**
 * Walks over all tokens of a text. Throws the first error of a token or bracket, which CPython reports before any
 * error of the grammar.
 */
export function tokenize(text: string): Tokenized {
  const open: { bracket: string; at: number }[] = []
  let at = skipBlanks(text, 0, true)
  while (at < text.length) {
    const character = text.charAt(at)
    const nameEnd = endOfName(text, at)
    if (isStringStart(text, at, nameEnd - at)) at = readString(text, at, nameEnd - at).end
    else if (nameEnd > at) at = nameEnd
    else if (/\d/.test(character) || (character === '.' && /\d/.test(text.charAt(at + 1))))
      at = readNumber(text, at).end
    else {
      if ('([{'.includes(character)) open.push({ bracket: character, at })
      if (')]}'.includes(character)) close(open, text, at)
      if (character > '\x7e' || (character < ' ' && character !== '\n')) throw badCharacter(text, at)
      at += 1
    }
    at = skipBlanks(text, at, true)
  }
  return { open }
}

function close(open: { bracket: string; at: number }[], text: string, at: number): void {
  const bracket = text.charAt(at)
  const last = open.pop()
  if (!last) throw syntaxError({ kind: 'unmatched', bracket }, text, at)
  if (last.bracket === OPENING[bracket]) return
  const openingLine = syntaxError({ kind: 'invalid-syntax' }, text, last.at).line
  throw syntaxError({ kind: 'mismatched', bracket, opening: last.bracket, openingLine }, text, at)
}

function badCharacter(text: string, at: number): ParseError {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return syntaxError({ kind: 'bad-character', character, printable: !UNPRINTABLE.test(character) }, text, at)
}
