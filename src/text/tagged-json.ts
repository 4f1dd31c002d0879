import { parse } from 'lossless-json'
import type { Json } from '../core/json.js'
import { floatValue, intValue } from './python-number.js'

/** JSON text as tagged values: `5.0` stays a float, an int beyond 2^53 keeps its digits. Throws `SyntaxError` where it is not JSON. */
export function parseTaggedJson(text: string): Json {
  return parse(text, undefined, { parseNumber }) as Json
}

function parseNumber(token: string): Json {
  return /[.eE]/.test(token) ? floatValue(Number(token)) : intValue(BigInt(token))
}
