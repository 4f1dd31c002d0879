import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { UsageError } from '../../core/errors.js'
import type { Json } from '../../core/json.js'
import { parseTaggedJson } from '../../text/index.js'

/** The text of a file, unpacked where its name ends in `.gz`. */
export function readText(file: string, remedy: string): string {
  const bytes = readBytes(file, remedy)
  if (!file.endsWith('.gz')) return bytes.toString('utf8')
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    throw new UsageError(file, 'the file is not gzip data', 'Fetch it again; it may be cut short.')
  }
}

function readBytes(file: string, remedy: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new UsageError(file, 'no such file', remedy)
    if (code === 'EISDIR') throw new UsageError(file, 'is a directory', 'Name the files in it.')
    if (code === 'EACCES') throw new UsageError(file, 'cannot be read', 'Check its permissions.')
    throw error
  }
}

/** The records of a JSON Lines file, one a line, number kinds kept. */
export function readRecords(file: string, remedy: string): Json[] {
  const lines = readText(file, remedy).split('\n')
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(file, line, i + 1)]))
}

function parseLine(file: string, line: string, number: number): Json {
  try {
    return parseTaggedJson(line)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(`${basename(file)} line ${number}`, 'is not JSON', 'Give JSON Lines files: one record a line.')
  }
}
