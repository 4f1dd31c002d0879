import * as z from 'zod'
import { UsageError } from '../../core/errors.js'
import type { Json, JsonObject } from '../../core/json.js'
import { readRecords } from './lines.js'

const object = z.record(z.string(), z.unknown())
const stateRecord = z.looseObject({ sha256_jcs: z.string() })
const call = z.looseObject({ call: z.string(), result_str: z.string(), raised: z.boolean() })
const turn = z.looseObject({ calls: z.array(call), state: z.record(z.string(), stateRecord) })
const record = z.looseObject({
  id: z.string(),
  long_context: z.boolean(),
  today: z.string(),
  involved_classes: z.array(z.string()),
  initial_config: object,
  initial_state: z.record(z.string(), stateRecord),
  turns: z.array(turn),
})
const checkerRecord = z.looseObject({
  id: z.string(),
  case_id: z.string(),
  category: z.string(),
  mutation: z.string(),
  model_response: z.array(z.array(z.array(z.string()))),
  verdict: z.looseObject({ valid: z.boolean() }),
})

/** One call of a golden transcript: the text given to the original executor and what it returned. */
export interface GoldenCall {
  readonly call: string
  readonly result_str: string
  readonly result_str_len?: number
  readonly result_str_sha256?: string
  readonly raised: boolean
  readonly exception?: string
  /** The text holds a Python set, whose order is arbitrary. */
  readonly set_order?: boolean
}

export interface GoldenState {
  readonly sha256_jcs: string
  readonly state?: Json
}

/** A golden transcript: calls of the original executor, turn by turn, and the states after each turn. */
export interface GoldenRecord {
  readonly id: string
  readonly long_context: boolean
  readonly today: string
  readonly involved_classes: readonly string[]
  readonly initial_config: { readonly [className: string]: JsonObject }
  readonly initial_state: { readonly [className: string]: GoldenState }
  readonly turns: readonly {
    readonly calls: readonly GoldenCall[]
    readonly state: { readonly [className: string]: GoldenState }
  }[]
}

/** A response and the verdict of the original checker. */
export interface CheckerRecord {
  readonly id: string
  readonly case_id: string
  readonly category: string
  readonly mutation: string
  readonly model_response: readonly (readonly (readonly string[])[])[]
  readonly verdict: GoldenVerdict
}

export interface GoldenVerdict {
  readonly valid: boolean
  readonly error_type?: string
  readonly error_message?: string
  readonly differing_attributes?: readonly string[]
  readonly missing_items?: readonly (
    | string
    | { readonly $truncated: string; readonly len: number; readonly sha256: string }
  )[]
}

const REMEDY = 'Give golden transcripts: see the README beside them.'

export function readGoldenRecords(file: string): GoldenRecord[] {
  return validated(file, record, 'golden transcript') as unknown as GoldenRecord[]
}

export function readCheckerRecords(file: string): CheckerRecord[] {
  return validated(file, checkerRecord, 'checker record') as unknown as CheckerRecord[]
}

function validated(file: string, schema: z.ZodType, what: string): Json[] {
  const records = readRecords(file, REMEDY)
  records.forEach((one, i) => {
    const result = schema.safeParse(one)
    if (result.success) return
    const at = result.error.issues[0]?.path.join('/') ?? ''
    throw new UsageError(
      file,
      `record ${i + 1} is no ${what} (${at === '' ? 'not an object' : `'${at}' is missing or of another type`})`,
      REMEDY,
    )
  })
  return records
}
