import { hash } from 'node:crypto'
import { isArray, type Json } from './json.js'
import { untag } from './number.js'

/** SHA-256 (hex) of RFC 8785 canonical JSON text, numbers untagged. */
export type Digest = string

/** RFC 8785 text: keys in UTF-16 order, no blanks, numbers as ECMAScript prints them. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`canonicalJson: ${value} is not a JSON number.`)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  let text = ''
  if (isArray(value)) {
    for (const item of value) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`
    return `[${text}]`
  }
  for (const key of Object.keys(value).toSorted(byCodeUnit)) {
    const member = `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`
    text += text === '' ? member : `,${member}`
  }
  return `{${text}}`
}

export function digest(value: Json): Digest {
  return sha256(canonicalJson(untag(value)))
}

export function sha256(text: string | Uint8Array): Digest {
  return hash('sha256', text)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
