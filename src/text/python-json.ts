import { isArray, isObject, type Json, type JsonObject } from '../core/json.js'
import { keptTexts, LONG } from './kept-text.js'
import { formatBigInt, formatFloat } from './python-number.js'
import { formatJsonString } from './python-string.js'
import { dictEntries, type PythonTag, tagOf } from './python-value.js'

/** The text of `json.dumps`, or undefined where a part is not JSON (SEMANTICS section 1.2). */
export function formatJson(value: Json): string | undefined {
  if (typeof value === 'string') return formatJsonString(value)
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : formatFloat(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (value === null) return 'null'
  if (isArray(value)) return formatJsonArray(value)
  return formatJsonTagged(value, tagOf(value))
}

/** The same of an object whose tag is known. */
export function formatJsonTagged(value: JsonObject, tag: PythonTag | undefined): string | undefined {
  switch (tag) {
    case undefined:
      return formatPlainObject(value)
    case '$float':
      return formatJsonFloat(value['$float'] ?? 0)
    case '$int':
      return formatBigInt(String(value['$int']))
    case '$tuple':
      return isArray(value['$tuple']) ? formatJsonArray(value['$tuple']) : undefined
    case '$entries':
    case '$pydict':
      return formatJsonObject(dictEntries(value))
    default:
      return undefined
  }
}

const lists = keptTexts<readonly Json[]>()

function formatJsonArray(items: readonly Json[]): string | undefined {
  return items.length < LONG ? formatItems(items) : lists.of(items, formatItems)
}

function formatItems(items: readonly Json[]): string | undefined {
  let out = ''
  for (const item of items) {
    const text = formatJson(item)
    if (text === undefined) return undefined
    out += out === '' ? text : `, ${text}`
  }
  return `[${out}]`
}

function formatPlainObject(value: JsonObject): string | undefined {
  let out = ''
  for (const key in value) {
    const text = formatJson(value[key] ?? null)
    if (text === undefined) return undefined
    out += out === '' ? keyText(key) + text : `, ${keyText(key)}${text}`
  }
  return `{${out}}`
}

const keyTexts = new Map<string, string>()

/** `"key": `, remembered, since results have few different keys. */
function keyText(key: string): string {
  let text = keyTexts.get(key)
  if (text === undefined) {
    text = `${formatJsonString(key)}: `
    if (keyTexts.size < 1000) keyTexts.set(key, text)
  }
  return text
}

const records = keptTexts<JsonObject>()

function formatJsonObject(entries: readonly (readonly [Json, Json])[]): string | undefined {
  let out = ''
  for (const [key, item] of entries) {
    const name = typeof key === 'string' ? formatJsonString(key) : formatJsonKey(key)
    const text = isObject(item) ? records.of(item, formatJson) : formatJson(item)
    if (name === undefined || text === undefined) return undefined
    out += out === '' ? `${name}: ${text}` : `, ${name}: ${text}`
  }
  return `{${out}}`
}

/** Numbers, booleans and None become text keys; other keys are not JSON. */
function formatJsonKey(key: Json): string | undefined {
  const scalar =
    typeof key !== 'object' ||
    key === null ||
    tagOf(key as JsonObject) === '$float' ||
    tagOf(key as JsonObject) === '$int'
  return scalar ? `"${formatJson(key)}"` : undefined
}

function formatJsonFloat(value: Json): string {
  if (typeof value === 'number') return formatFloat(value)
  return value === 'inf' ? 'Infinity' : value === '-inf' ? '-Infinity' : 'NaN'
}
