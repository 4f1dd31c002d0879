import { ParseError } from './parse-error.js'
import { lineAt, syntaxError } from './python-lexis.js'

const PREFIXES: ReadonlySet<string> = new Set(['', 'r', 'u', 'b', 'br', 'rb', 'f', 'fr', 'rf'])

export interface StringLiteral {
  readonly value: string
  readonly end: number
  readonly bytes: boolean
  readonly formatted: boolean
}

/** Is there a string literal whose prefix is the `length` letters at `at`? */
export function isStringStart(text: string, at: number, length: number): boolean {
  const code = text.charCodeAt(at + length)
  return (code === 39 || code === 34) && length <= 2 && PREFIXES.has(text.slice(at, at + length).toLowerCase())
}

/** The string literal at `from`, whose prefix has `prefixLength` letters. */
export function readString(text: string, from: number, prefixLength: number): StringLiteral {
  const prefix = prefixLength === 0 ? '' : text.slice(from, from + prefixLength).toLowerCase()
  const quoteAt = from + prefixLength
  const quote = text.charCodeAt(quoteAt)
  const triple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote
  const start = quoteAt + (triple ? 3 : 1)
  const { close, escapes } = endOfString(text, from, start, quote, triple)
  const [bytes, formatted] = [prefix.includes('b'), prefix.includes('f')]
  const raw = text.slice(start, close)
  const value = escapes && !bytes && !formatted && !prefix.includes('r') ? unescape(raw, text, from) : raw
  return { value, end: close + (triple ? 3 : 1), bytes, formatted }
}

function endOfString(
  text: string,
  from: number,
  start: number,
  quote: number,
  triple: boolean,
): { close: number; escapes: boolean } {
  let escapes = false
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) {
      escapes = true
      at += 1
    } else if (code === quote) {
      if (!triple || (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote))
        return { close: at, escapes }
    } else if (code === 10 && !triple) break
  }
  const detectedAt = triple ? lineAt(text, text.length) : lineAt(text, from)
  throw syntaxError({ kind: 'unterminated-string', triple, detectedAt }, text, from)
}

const ESCAPE = /\\(?:([0-7]{1,3})|x([\da-fA-F]{0,2})|u([\da-fA-F]{0,4})|U([\da-fA-F]{0,8})|N|([^]))/g
const SIMPLE: { readonly [letter: string]: string } = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

function unescape(raw: string, text: string, from: number): string {
  return raw.replace(
    ESCAPE,
    (whole: string, octal?: string, x?: string, u?: string, wide?: string, letter?: string, offset?: number) => {
      if (letter !== undefined) return SIMPLE[letter] ?? whole
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      if (whole === '\\N') throw new ParseError({ unsupported: 'named character' }, lineAt(text, from))
      const [digits, width] = x !== undefined ? [x, 2] : u !== undefined ? [u, 4] : [wide ?? '', 8]
      const code = Number.parseInt(digits, 16)
      if (digits.length === width && code <= 0x10ffff) return String.fromCodePoint(code)
      const what =
        digits.length === width ? 'illegal Unicode character' : `truncated \\${whole[1]}${'X'.repeat(width)} escape`
      const start = widthBefore(raw, offset ?? 0)
      throw syntaxError({ kind: 'bad-escape', from: start, to: start + whole.length - 1, what }, text, from)
    },
  )
}

/** CPython counts positions in a text where every character outside ASCII takes ten places. */
function widthBefore(raw: string, offset: number): number {
  let width = 0
  for (const character of raw.slice(0, offset)) width += character.charCodeAt(0) > 127 ? 10 : 1
  return width
}
