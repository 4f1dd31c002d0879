import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { BatchAnswer } from '../core/batch.js'
import { storageError } from './storage-error.js'

const BATCH = 'batch.jsonl'

/** What of a run was written down as batches, and what has come back, beside its journal. */
export interface BatchFile {
  readonly asked: ReadonlySet<string>
  readonly answerTo: (id: string) => BatchAnswer | undefined
  /** Notes that these requests were written down. */
  ask(ids: readonly string[]): void
  /** Keeps answers; durable on return. */
  take(answers: ReadonlyMap<string, BatchAnswer>): void
  /** The run is complete: its journal holds them all. */
  remove(): void
}

type Line = { readonly asked: string } | ({ readonly id: string } & BatchAnswer)

/** The batches of a run; none where there is no file yet. */
export function openBatchFile(directory: string): BatchFile {
  const path = join(directory, BATCH)
  const asked = new Set<string>()
  const answers = new Map<string, BatchAnswer>()
  const note = (line: Line): void => {
    if ('asked' in line) asked.add(line.asked)
    else answers.set(line.id, { status: line.status, body: line.body })
  }
  for (const line of wholeLines(path)) note(JSON.parse(line) as Line)
  const append = (added: readonly Line[]): void => {
    try {
      appendFileSync(path, added.map((line) => `${JSON.stringify(line)}\n`).join(''), { flush: true })
    } catch (error) {
      throw storageError(error, path, 'Free some space or make the directory writable, and give the command again.')
    }
    for (const line of added) note(line)
  }
  return {
    asked,
    answerTo: (id) => answers.get(id),
    ask: (ids) => append(ids.filter((id) => !asked.has(id)).map((id) => ({ asked: id }))),
    take: (more) => append([...more].map(([id, answer]) => ({ id, ...answer }))),
    remove: () => rmSync(path, { force: true }),
  }
}

/** The lines of a file; what follows the last line break was cut off while it was written, and goes. */
function wholeLines(path: string): string[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole !== text) truncateSync(path, Buffer.byteLength(whole))
  return whole.split('\n').slice(0, -1)
}
