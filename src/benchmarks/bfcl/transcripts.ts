import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../../core/digest.js'
import { UsageError } from '../../core/errors.js'
import type { Json } from '../../core/json.js'
import type { ChatUsage } from '../../model/index.js'
import type { BfclVerdict } from './checker.js'
import type { Category } from './cases.js'
import type { PlayedTurn } from './protocol.js'
import type { Unsupported } from './unsupported.js'

/** A finished case: what was said, called and answered, and the verdict. */
export interface Transcript {
  readonly schema: 1
  readonly id: string
  readonly category: Category
  readonly turns: readonly PlayedTurn[]
  readonly forced: boolean
  readonly verdict: BfclVerdict
  readonly unsupported: readonly Unsupported[]
  readonly usage: ChatUsage
  readonly requests: number
}

/** What must stay the same when an evaluation goes on in a folder. */
export type EvaluationSettings = { readonly [name: string]: Json }

/** The transcripts of an evaluation: one line a case in one file a category, appended as cases finish. */
export class TranscriptFolder {
  private readonly directory: string

  /** Opens or makes the folder; refuses one that holds an evaluation with other settings. */
  constructor(directory: string, settings: EvaluationSettings) {
    this.directory = directory
    mkdirSync(directory, { recursive: true })
    const file = join(directory, 'evaluation.json')
    if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`)
    const found = JSON.parse(readFileSync(file, 'utf8')) as Json
    if (digest(found) !== digest(settings)) {
      throw new UsageError(
        directory,
        `holds an evaluation with other settings (${differing(found, settings)})`,
        'Choose another --out, or the same settings to go on.',
      )
    }
  }

  /** Finished cases by id. A last line that a crash cut short is dropped from the file. */
  read(category: Category): Map<string, Transcript> {
    const file = this.fileOf(category)
    if (!existsSync(file)) return new Map()
    const bytes = readFileSync(file)
    const end = bytes.lastIndexOf(10) + 1
    if (end < bytes.length) truncateSync(file, end)
    const lines = bytes
      .subarray(0, end)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
    return new Map(lines.map((line) => JSON.parse(line) as Transcript).map((transcript) => [transcript.id, transcript]))
  }

  append(transcript: Transcript): void {
    appendFileSync(this.fileOf(transcript.category), `${JSON.stringify(transcript)}\n`)
  }

  private fileOf(category: Category): string {
    return join(this.directory, `multi_turn_${category}.jsonl`)
  }
}

function differing(found: Json, wanted: EvaluationSettings): string {
  const theirs = (found ?? {}) as EvaluationSettings
  const names = Object.keys({ ...theirs, ...wanted }).filter(
    (name) => digest(theirs[name] ?? null) !== digest(wanted[name] ?? null),
  )
  return names
    .map((name) => `${name}: ${JSON.stringify(theirs[name] ?? null)}, now ${JSON.stringify(wanted[name] ?? null)}`)
    .join('; ')
}
