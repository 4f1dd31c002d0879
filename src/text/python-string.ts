import { isAssignedLater } from './unicode-14.js'

const NEEDS_ESCAPE = /[^\x20-\x26\x28-\x5b\x5d-\x7e]/
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u
const SHORT_ESCAPES: { readonly [character: string]: string } = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Python's `repr` of a string: single quotes unless it holds only those, unprintable characters escaped (SEMANTICS section 1.3). */
export function formatString(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return `'${text}'`
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let out = quote
  for (const character of text) out += character === quote ? `\\${quote}` : escaped(character)
  return out + quote
}

function escaped(character: string): string {
  const short = SHORT_ESCAPES[character]
  if (short !== undefined) return short
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x20 && code < 0x7f) return character
  if (!UNPRINTABLE.test(character) && !isAssignedLater(code)) return character
  if (code <= 0xff) return `\\x${hex(code, 2)}`
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
}

const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/
const NOT_ASCII = /[^\x00-\x7e]/
const ALL_NOT_ASCII = /[^\x00-\x7e]/g

/** Texts that long-context states repeat in most of their results, with what came of them. */
const longStrings = new Map<string, string>()

/** A JSON string as `json.dumps` writes it: everything outside printable ASCII escaped, in UTF-16 units (SEMANTICS section 1.2). */
export function formatJsonString(text: string): string {
  if (text.length < 100 && PLAIN.test(text)) return `"${text}"`
  if (text.length < 200 || text.length > 20_000) return escapedJsonString(text)
  let known = longStrings.get(text)
  if (known === undefined) {
    known = escapedJsonString(text)
    if (longStrings.size >= 200) longStrings.clear()
    longStrings.set(text, known)
  }
  return known
}

function escapedJsonString(text: string): string {
  const quoted = JSON.stringify(text)
  return NOT_ASCII.test(quoted) ? quoted.replace(ALL_NOT_ASCII, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`) : quoted
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0')
}
