import type { Json } from '../core/json.js'
import { syntaxError } from './python-lexis.js'
import { floatValue, intValue } from './python-number.js'

const DECIMAL = String.raw`\d(?:_?\d)*`
const NUMBER = new RegExp(
  String.raw`0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:${DECIMAL}(?:\.(?:${DECIMAL})?)?|\.${DECIMAL})(?:[eE][+-]?${DECIMAL})?[jJ]?`,
  'y',
)
/** Keywords may follow a number without a blank; CPython looks at their first letters only. */
const MAY_FOLLOW = /^(and|else|for|i[fns]|not|or)/
const IDENTIFIER_LETTER = /[A-Za-z0-9_]/
const DIGIT_LIMIT = 4300

/** The number literal at `from`: its tagged value and where it ends. */
export function readNumber(text: string, from: number): { value: Json; end: number } {
  NUMBER.lastIndex = from
  const token = NUMBER.exec(text)?.[0] ?? ''
  const end = from + token.length
  const value = valueOf(text, from, token)
  checkEnd(text, from, token, end)
  return { value, end }
}

function valueOf(text: string, from: number, token: string): Json {
  if (token.length < 16 && /^\d+$/.test(token) && (token[0] !== '0' || token.length === 1)) return Number(token)
  const digits = token.replaceAll('_', '')
  if (/^0[xXoObB]/.test(digits)) return intValue(BigInt(digits.toLowerCase()))
  if (/[jJ]$/.test(digits)) return { $complex: [floatValue(0), floatValue(Number(digits.slice(0, -1)))] }
  if (/[.eE]/.test(digits)) return floatValue(Number(digits))
  if (/^0+[1-9]/.test(digits)) {
    const what = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers'
    throw syntaxError({ kind: 'bad-number', what }, text, from)
  }
  if (digits.length > DIGIT_LIMIT) {
    const what =
      `Exceeds the limit (${DIGIT_LIMIT} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() ` +
      'to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.'
    throw syntaxError({ kind: 'bad-number', what }, text, from)
  }
  return intValue(BigInt(digits))
}

function checkEnd(text: string, from: number, token: string, end: number): void {
  if (!IDENTIFIER_LETTER.test(text.charAt(end)) || MAY_FOLLOW.test(text.slice(end, end + 4))) return
  const what =
    token === '0' ? complaint(text.slice(from, end + 1), text.charAt(end + 1)) : complaint(token, text.charAt(end))
  throw syntaxError({ kind: 'bad-number', what }, text, from)
}

function complaint(token: string, next: string): string {
  const kind = /^0[xX]/.test(token)
    ? 'hexadecimal'
    : /^0[oO]/.test(token)
      ? 'octal'
      : /^0[bB]/.test(token)
        ? 'binary'
        : undefined
  if ((kind === 'octal' || kind === 'binary') && /\d/.test(next)) return `invalid digit '${next}' in ${kind} literal`
  return `invalid ${kind ?? (/[jJ]$/.test(token) ? 'imaginary' : 'decimal')} literal`
}
