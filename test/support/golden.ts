import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'lossless-json'
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js'
import { float } from '../../src/core/number.js'

/** Where the reference data lies; tests that need it print what was not run where it is absent. */
export const BFCL_DIR = resolve(
  process.env['TURNSMITH_BFCL_DIR'] ?? join(import.meta.dirname, '../../../shared/reference/bfcl'),
)

export const bfclPresent = existsSync(join(BFCL_DIR, 'golden'))

export interface GoldenCall {
  readonly call: string
  readonly class: string | null
  readonly function: string | null
  readonly arguments: JsonObject | null
  readonly result_str: string
  readonly raised: boolean
  readonly result: Json
  readonly result_omitted?: boolean
  readonly result_sha256_jcs?: string
  readonly set_order?: boolean
}

export interface GoldenState {
  readonly sha256: string
  readonly sha256_jcs: string
  readonly state?: Json
  readonly private?: JsonObject
}

export interface GoldenRecord {
  readonly id: string
  readonly long_context: boolean
  readonly today: string
  readonly involved_classes: readonly string[]
  readonly initial_config: { readonly [klass: string]: JsonObject }
  readonly initial_state: { readonly [klass: string]: GoldenState }
  readonly turns: readonly {
    readonly calls: readonly GoldenCall[]
    readonly state: { readonly [klass: string]: GoldenState }
  }[]
}

/** Records of a golden file; numbers keep their Python kind as tags (`5.0` is `{ $float: 5 }`). */
export function goldenRecords(file: string): GoldenRecord[] {
  const text = gunzipSync(readFileSync(join(BFCL_DIR, 'golden', file))).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseTagged(line) as unknown as GoldenRecord)
}

/** Finite tables and long-context constants (`constants.json`), tagged. */
export function goldenConstants(): JsonObject {
  return parseTagged(readFileSync(join(BFCL_DIR, 'constants.json'), 'utf8')) as JsonObject
}

function parseTagged(text: string): Json {
  return parse(text, undefined, {
    parseNumber: (token) => {
      if (/[.eE]/.test(token)) return float(Number(token))
      return Number.isSafeInteger(Number(token)) ? Number(token) : { $int: token }
    },
  }) as Json
}

/** Mappings as plain objects with text keys, whatever notation they came in: for comparing values, not order. */
export function plainMappings(value: Json): Json {
  if (isArray(value)) return value.map(plainMappings)
  if (!isObject(value)) return value
  const entries = value['$entries'] ?? value['$pydict']
  if (isArray(entries)) {
    return Object.fromEntries((entries as [Json, Json][]).map(([key, item]) => [String(key), plainMappings(item)]))
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainMappings(item)]))
}
