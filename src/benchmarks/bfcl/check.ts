import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '../../core/digest.js'
import { UsageError } from '../../core/errors.js'
import { type BfclVerdict, checkResponse, type GroundTruth } from './checker.js'
import type { BenchmarkClasses } from './classes.js'
import type { Constants } from './constants.js'
import { createStart, type Start } from './start.js'
import { type CheckerRecord, type GoldenRecord, type GoldenVerdict, readGoldenRecords } from './golden.js'

/** What checking recorded responses came to. */
export interface Check {
  records: number
  /** Verdicts that equal the original checker's in every field. */
  agree: number
  readonly byMutation: { [mutation: string]: { records: number; agree: number } }
  readonly differences: CheckDifference[]
}

export interface CheckDifference {
  readonly record: string
  readonly mutation: string
  readonly expected: GoldenVerdict
  readonly got: BfclVerdict
}

/** Judges every recorded response and compares the verdict with the original one. */
export function checkRecords(records: readonly CheckerRecord[], cases: Cases): Check {
  const check: Check = { records: 0, agree: 0, byMutation: {}, differences: [] }
  for (const record of records) {
    const { start, truth } = cases(record)
    const { verdict } = checkResponse(record.model_response, truth, start, { id: record.case_id, model: 'golden' })
    const agrees = sameVerdict(verdict, record.verdict)
    const counts = (check.byMutation[record.mutation] ??= { records: 0, agree: 0 })
    for (const count of [check, counts]) {
      count.records += 1
      if (agrees) count.agree += 1
    }
    if (!agrees)
      check.differences.push({ record: record.id, mutation: record.mutation, expected: record.verdict, got: verdict })
  }
  return check
}

function sameVerdict(got: BfclVerdict, expected: GoldenVerdict): boolean {
  return (
    got.valid === expected.valid &&
    got.errorType === expected.error_type &&
    got.errorMessage === expected.error_message &&
    sameNames(got.differingAttributes, expected.differing_attributes) &&
    sameMissing(got.missingItems ?? [], expected.missing_items ?? [])
  )
}

function sameNames(got: readonly string[] = [], expected: readonly string[] = []): boolean {
  return got.toSorted().join('\n') === expected.toSorted().join('\n')
}

function sameMissing(got: readonly string[], expected: NonNullable<GoldenVerdict['missing_items']>): boolean {
  return (
    got.length === expected.length &&
    expected.every((item, i) => (typeof item === 'string' ? got[i] === item : sha256(got[i] ?? '') === item.sha256))
  )
}

/** Where a case starts and what its ground truth is. */
export type Cases = (record: CheckerRecord) => { readonly start: Start; readonly truth: GroundTruth }

/** The cases of a checker file: from the ground-truth transcripts beside it, read one category at a time. */
export function casesBeside(file: string, classes: BenchmarkClasses, constants: Constants): Cases {
  const categories = new Map<string, Map<string, GoldenRecord>>()
  const starts = new Map<string, ReturnType<Cases>>()
  const category = (name: string): Map<string, GoldenRecord> => {
    let records = categories.get(name)
    if (!records) {
      records = new Map(readGoldenRecords(transcriptsOf(file, name)).map((record) => [record.id, record]))
      categories.set(name, records)
    }
    return records
  }
  return ({ case_id: id, category: name }) => {
    let found = starts.get(id)
    if (!found) {
      const record = category(name).get(id)
      if (!record)
        throw new UsageError(
          file,
          `case ${id} is not in the transcripts beside it`,
          'Keep gt_*.jsonl.gz of the same half beside the file.',
        )
      found = caseOf(record, classes, constants)
      starts.set(id, found)
    }
    return found
  }
}

function transcriptsOf(file: string, category: string): string {
  const names = ['.jsonl.gz', '.jsonl'].map((ending) => join(dirname(file), `gt_${category}${ending}`))
  const found = names.find((name) => existsSync(name))
  if (found === undefined)
    throw new UsageError(
      file,
      `its cases are not beside it (${names[0]})`,
      'Keep the ground-truth transcripts gt_*.jsonl.gz beside the file.',
    )
  return found
}

function caseOf(record: GoldenRecord, classes: BenchmarkClasses, constants: Constants): ReturnType<Cases> {
  const start = createStart(classes, {
    involved: record.involved_classes,
    configuration: record.initial_config,
    longContext: record.long_context,
    extension: record.long_context ? constants() : {},
    clock: `${record.today}T12:00:00`,
  })
  return { start, truth: record.turns.map(({ calls }) => calls.map(({ call }) => call)) }
}
