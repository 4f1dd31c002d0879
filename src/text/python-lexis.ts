import { ParseError, type SyntaxProblem } from './parse-error.js'

const IDENTIFIER_START = /[\p{XID_Start}_]/u
const IDENTIFIER_REST = /[\p{XID_Continue}]/u

/** Words that cannot be names. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import ' +
    'in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
)

/** The line, from 1, of a position; texts have `\n` line ends only. */
export function lineAt(text: string, position: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) line += 1
  return line
}

export function syntaxError(problem: SyntaxProblem, text: string, position: number): ParseError {
  return new ParseError(problem, lineAt(text, position))
}

/** The next position that is no blank, comment or joined line; line ends count as blanks inside brackets only. */
export function skipBlanks(text: string, from: number, inBrackets: boolean): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 9 || code === 12 || (code === 10 && inBrackets)) at += 1
    else if (code === 35) at = endOfLine(text, at)
    else if (code === 92) at = afterContinuation(text, at)
    else return at
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function afterContinuation(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === 10) return at + 2
  throw syntaxError({ kind: 'bad-continuation' }, text, at)
}

/** Where the identifier at `from` ends; `from` itself where none begins there. */
export function endOfName(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
    if (letter || (at > from && code >= 48 && code <= 57)) at += 1
    else if (code > 127) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
      if (!(at > from ? IDENTIFIER_REST : IDENTIFIER_START).test(character)) return at
      at += character.length
    } else return at
  }
}
