import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../core/errors.js'
import { isObject, type JsonObject } from '../core/json.js'
import type { Manifest } from '../core/run.js'
import { JOURNAL_FILES, whileUnused } from './journal.js'
import { OWNER } from './owner.js'
import { parseJson } from './rows.js'
import { reasonOf, storageError } from './storage-error.js'

export const TRAJECTORIES = 'trajectories.jsonl'
export const REJECTED = 'rejected.jsonl'
export const PREFERENCES = 'preferences.jsonl'
const MANIFEST = 'manifest.json'

/** Files that a start leaves behind when it is cut off before there is a manifest: nothing was committed to them. */
const LEFTOVERS = new Set([...JOURNAL_FILES, OWNER, `${OWNER}.partial`, `${MANIFEST}.partial`])

/**
 * Makes an empty run directory; refuses one that holds anything unless it is a run to be replaced. The journal of a start that
 * was cut off stays: removing it could take the lock from under a process that starts at the same time.
 */
export function createRunDirectory(directory: string, options: { readonly replace?: boolean } = {}): void {
  const content = existsSync(directory) ? readdirOf(directory) : []
  const left = content.filter((name) => !LEFTOVERS.has(name))
  whileUnused(directory, () => {
    if (left.length > 0 && !options.replace)
      throw new UsageError(
        `--out ${directory}`,
        'the directory is not empty',
        `${otherwise(directory, left)} Nothing was overwritten.`,
      )
    if (left.length > 0 && !left.includes(MANIFEST))
      throw new UsageError(
        `--out ${directory}`,
        'the directory holds something that is not a run',
        'Choose another directory; nothing was overwritten.',
      )
    try {
      if (left.length > 0) for (const name of content) rmSync(join(directory, name), { recursive: true })
      makeDirectory(directory)
    } catch (error) {
      throw unwritable(directory, error)
    }
  })
}

/** One folder after another: `recursive` reports a read-only file system as a missing file. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  makeDirectory(dirname(resolve(path)))
  mkdirSync(path)
}

/** Has a run been started in this directory? */
export function hasManifest(directory: string): boolean {
  return existsSync(join(directory, MANIFEST))
}

function otherwise(directory: string, content: readonly string[]): string {
  return content.includes(MANIFEST) && readManifest(directory).status !== 'complete'
    ? `Go on with the run it holds, \`turnsmith resume ${directory}\`, or choose another directory.`
    : 'Choose another directory, or empty this one yourself.'
}

function readdirOf(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch (error) {
    throw unwritable(directory, error)
  }
}

function unwritable(directory: string, error: unknown): UsageError {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException
  const reason = reasonOf(error)
  const what = `cannot be written (${code})${reason === undefined ? '' : `: ${reason}`}`
  return new UsageError(`--out ${directory}`, what, 'Choose a directory you may write to.')
}

/** Puts a manifest in place, whole or not at all. */
export function writeManifest(directory: string, manifest: Manifest): void {
  const path = join(directory, MANIFEST)
  try {
    writeFileSync(`${path}.partial`, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
    renameSync(`${path}.partial`, path)
  } catch (error) {
    throw storageError(error, path, 'Free some space or make the directory writable, and give the command again.')
  }
}

/** What an environment was when the run was made, by digest. */
export function writeEnvironmentDocument(directory: string, digest: string, document: JsonObject): void {
  const path = join(directory, 'environments', `${digest}.json`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`)
  } catch (error) {
    throw storageError(error, path, 'Free some space or make the directory writable, and give the command again.')
  }
}

export function readManifest(directory: string): Manifest {
  const path = join(directory, MANIFEST)
  if (!existsSync(path))
    throw new UsageError(
      directory,
      'there is no manifest.json, so this is not a run directory',
      'Give the directory that `turnsmith synth --out` wrote.',
    )
  const manifest = parseJson(readFileSync(path, 'utf8'), path)
  if (!isObject(manifest) || manifest['schema'] !== 1)
    throw new UsageError(
      path,
      `schema version ${isObject(manifest) ? String(manifest['schema']) : 'none'} is not known here`,
      'Use the version of turnsmith that made the run.',
    )
  const { run, status, files } = manifest
  if (typeof run !== 'string' || typeof status !== 'string' || !Array.isArray(files))
    throw new UsageError(path, 'this is not the manifest of a run', 'Restore the file from where it came.')
  return manifest as unknown as Manifest
}
