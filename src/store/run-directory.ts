import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { UsageError } from '../core/errors.js'
import type { Json, JsonObject } from '../core/json.js'
import type { Manifest } from '../core/run.js'
import type { Trajectory } from '../core/trajectory.js'

export const TRAJECTORIES = 'trajectories.jsonl'
export const REJECTED = 'rejected.jsonl'
const MANIFEST = 'manifest.json'

/** Makes an empty run directory; refuses one that holds anything unless it is a run to be replaced. */
export function createRunDirectory(directory: string, options: { readonly replace?: boolean } = {}): void {
  if (existsSync(directory) && readdirOf(directory).length > 0) {
    if (!options.replace) throw new UsageError(`--out ${directory}`, 'the directory is not empty', 'Choose another directory, or empty this one yourself; nothing was overwritten.')
    if (!existsSync(join(directory, MANIFEST))) throw new UsageError(`--out ${directory}`, 'the directory holds something that is not a run', 'Choose another directory; nothing was overwritten.')
    rmSync(directory, { recursive: true })
  }
  try {
    mkdirSync(join(directory, 'environments'), { recursive: true })
  } catch (error) {
    throw unwritable(directory, error)
  }
}

function readdirOf(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch (error) {
    throw unwritable(directory, error)
  }
}

function unwritable(directory: string, error: unknown): UsageError {
  return new UsageError(`--out ${directory}`, `cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`, 'Choose a directory you may write to.')
}

export function writeManifest(directory: string, manifest: Manifest): void {
  writeFileSync(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** What an environment was when the run was made, by digest. */
export function writeEnvironmentDocument(directory: string, digest: string, document: JsonObject): void {
  writeFileSync(join(directory, 'environments', `${digest}.json`), `${JSON.stringify(document, null, 2)}\n`)
}

export function readManifest(directory: string): Manifest {
  const path = join(directory, MANIFEST)
  if (!existsSync(path)) throw new UsageError(directory, 'there is no manifest.json, so this is not a run directory', 'Give the directory that `turnsmith synth --out` wrote.')
  const manifest = parseLine(readFileSync(path, 'utf8'), path) as unknown as Manifest
  if (manifest.schema !== 1) throw new UsageError(path, `schema version ${String(manifest.schema)} is not known here`, 'Use the version of turnsmith that made the run.')
  return manifest
}

/** A JSON Lines file written from the start, one value per line, and what a manifest says about it. */
export interface JsonLinesWriter {
  write(value: Json | object): Promise<void>
  close(): Promise<{ readonly name: string; readonly rows: number; readonly sha256: string }>
}

export async function writeJsonLines(directory: string, name: string): Promise<JsonLinesWriter> {
  let file: FileHandle
  try {
    file = await open(join(directory, name), 'wx')
  } catch (error) {
    throw unwritable(directory, error)
  }
  const hash = createHash('sha256')
  let rows = 0
  return {
    async write(value) {
      const line = `${JSON.stringify(value)}\n`
      hash.update(line)
      rows += 1
      await file.write(line)
    },
    async close() {
      await file.close()
      return { name, rows, sha256: hash.digest('hex') }
    },
  }
}

/** Rows of a JSON Lines file, one at a time; a line that is not JSON is named with the remedy. */
export async function* readJsonLines(path: string): AsyncGenerator<{ readonly line: number; readonly value: Json }> {
  if (!existsSync(path)) throw new UsageError(path, 'there is no such file', 'Check the path.')
  let line = 0
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1
    if (text !== '') yield { line, value: parseLine(text, `${path} line ${line}`) }
  }
}

export async function* readTrajectories(path: string): AsyncGenerator<{ readonly line: number; readonly row: Trajectory }> {
  for await (const { line, value } of readJsonLines(path)) {
    const row = value as unknown as Trajectory
    if (row?.schema !== 1 || !Array.isArray(row.turns)) throw new UsageError(`${path} line ${line}`, 'this is not a trajectory of schema 1', 'Give a trajectories.jsonl that turnsmith wrote.')
    yield { line, row }
  }
}

/** SHA-256 of a file's bytes, read as a stream. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function parseLine(text: string, where: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const id = /"id":"([^"]+)"/.exec(text)?.[1]
    const cut = text.endsWith('}') ? 'is not valid JSON' : 'ends in the middle of a row'
    throw new UsageError(where, `the text${id ? ` of row ${id}` : ''} ${cut}`, 'Restore the file from where it came, or make the run again.')
  }
}

