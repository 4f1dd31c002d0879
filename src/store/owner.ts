import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storageError } from './storage-error.js'

export const OWNER = 'owner.json'

/** Which process works in a run directory. */
export interface Owner {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** Who says they work in this directory; the journal's lock tells whether they still do. */
export function ownerOf(directory: string): Owner | undefined {
  const path = join(directory, OWNER)
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch (error) {
    // A power cut can leave it empty.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Signs as the process that holds the journal, and tells who had signed before and never signed off. */
export function claim(directory: string, owner: Owner): Owner | undefined {
  const before = ownerOf(directory)
  const path = join(directory, OWNER)
  try {
    writeFileSync(`${path}.partial`, `${JSON.stringify(owner)}\n`)
    renameSync(`${path}.partial`, path)
  } catch (error) {
    throw storageError(error, path, 'Make room or the directory writable, and give the command again.')
  }
  return before
}

export function release(directory: string): void {
  rmSync(join(directory, OWNER), { force: true })
}

/** A process as a person looks for it. */
export function nameOf(owner: Owner | undefined): string {
  return owner ? `process ${owner.pid} on ${owner.host} (since ${owner.since})` : 'another process'
}
