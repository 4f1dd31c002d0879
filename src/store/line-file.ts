import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { FileRecord } from '../core/run.js'
import { storageError } from './storage-error.js'

/** A file of lines that appears under its name when it is whole, never before. */
export interface LineFile {
  /** Adds a line, given without its line break. */
  write(line: string | Uint8Array): Promise<void>
  /** Adds whole lines, or pieces of them; `lines` more are then in the file. */
  append(bytes: Uint8Array, lines: number): Promise<void>
  /** Puts the file in place; an older one of its name is replaced. */
  close(): Promise<FileRecord>
}

/** Bytes that wait before they are written. */
const BUFFER = 1 << 20

const BREAK = Buffer.from('\n')

/** Starts a file beside its name; what an interrupted start left there is overwritten. */
export function createLineFile(directory: string, name: string, remedy: string): LineFile {
  const path = join(directory, name)
  const partial = `${path}.partial`
  const guard = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw storageError(error, path, remedy)
    }
  }
  const file = guard(() => openSync(partial, 'w'))
  const hash = createHash('sha256')
  let [rows, waiting, size] = [0, [] as Uint8Array[], 0]
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting)
    ;[waiting, size] = [[], 0]
    hash.update(bytes)
    guard(() => appendFileSync(file, bytes))
    // Signals and the display have their turn.
    await setImmediate()
  }
  const append = async (bytes: Uint8Array, lines: number): Promise<void> => {
    waiting.push(bytes)
    size += bytes.length
    rows += lines
    if (size >= BUFFER) await flush()
  }
  return {
    append,
    async write(line) {
      await append(typeof line === 'string' ? Buffer.from(line) : line, 0)
      await append(BREAK, 1)
    },
    async close() {
      try {
        await flush()
        guard(() => fsyncSync(file))
      } finally {
        closeSync(file)
      }
      guard(() => renameSync(partial, path))
      return { name, rows, sha256: hash.digest('hex') }
    },
  }
}

/** A JSON Lines file for training programs; an existing file is never overwritten. */
export interface JsonLinesWriter {
  write(value: Json | object): Promise<void>
  close(): Promise<FileRecord>
}

/** Starts a new JSON Lines file, one value per line. */
export async function writeJsonLines(directory: string, name: string): Promise<JsonLinesWriter> {
  const path = join(directory, name)
  if (existsSync(path))
    throw new UsageError(path, 'the file is there already', 'Choose another directory; nothing was overwritten.')
  const file = createLineFile(
    directory,
    name,
    'Free some space or choose another directory, and give the command again.',
  )
  return { write: (value) => file.write(JSON.stringify(value)), close: () => file.close() }
}
