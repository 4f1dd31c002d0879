import { hash } from 'node:crypto'
import { isArray, type Json } from './json.js'
import { untag } from './number.js'

/** SHA-256 (hex) of RFC 8785 canonical JSON text, numbers untagged. */
export type Digest = string

/** RFC 8785 text: keys in UTF-16 order, no blanks, numbers as ECMAScript prints them. */
export function canonicalJson(value: Json): string {
  return textOf(value, (part) => part)
}

/** Texts of parts that were written before. */
export type KnownTexts = ReadonlyMap<Json, string>

/** The canonical text of a value without its number tags; of parts that are known already, the known text. */
export function digestedText(value: Json, known?: KnownTexts): string {
  return textOf(value, untag, known)
}

/** Of the untagged value. */
export function digest(value: Json, known?: KnownTexts): Digest {
  return sha256(digestedText(value, known))
}

/** `plain` is asked for objects that may be tagged: those with a key that begins as tags do. */
function textOf(value: Json, plain: (tagged: Json) => Json, known?: KnownTexts): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`canonicalJson: ${value} is not a JSON number.`)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const written = known?.get(value)
  if (written !== undefined) return written
  let text = ''
  if (isArray(value)) {
    for (const item of value) text += text === '' ? textOf(item, plain, known) : `,${textOf(item, plain, known)}`
    return `[${text}]`
  }
  const keys = Object.keys(value).toSorted()
  if (keys[0]?.startsWith('$') && plain(value) !== value) return canonicalJson(plain(value))
  for (const key of keys) {
    const member = keyText(key) + textOf(value[key] as Json, plain, known)
    text += text === '' ? member : `,${member}`
  }
  return `{${text}}`
}

const keyTexts = new Map<string, string>()

/** `"key":`, remembered, since rows have few different keys. */
function keyText(key: string): string {
  let text = keyTexts.get(key)
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`
    if (keyTexts.size < 1000) keyTexts.set(key, text)
  }
  return text
}

export function sha256(text: string | Uint8Array): Digest {
  return hash('sha256', text)
}
