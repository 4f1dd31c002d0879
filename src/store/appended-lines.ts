import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest } from '../core/digest.js'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'

/** A JSON Lines file that grows as things are finished, so that an interruption loses none of them. */
export class AppendedLines<T extends object> {
  private readonly path: string

  constructor(path: string) {
    this.path = path
    mkdirSync(dirname(path), { recursive: true })
  }

  /** All lines so far. A last one that a crash cut short is dropped from the file. */
  read(): T[] {
    if (!existsSync(this.path)) return []
    const bytes = readFileSync(this.path)
    const end = bytes.lastIndexOf(10) + 1
    if (end < bytes.length) truncateSync(this.path, end)
    const lines = bytes.subarray(0, end).toString('utf8').split('\n')
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T)
  }

  append(value: T): void {
    appendFileSync(this.path, `${JSON.stringify(value)}\n`)
  }
}

/** What must stay the same when work goes on in a folder. */
export type Settings = { readonly [name: string]: Json }

/** Keeps the settings of work in its folder; refuses a folder that holds the same work with others. */
export function keepSettings(directory: string, name: string, settings: Settings): void {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, name)
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`)
  const found = JSON.parse(readFileSync(file, 'utf8')) as Json
  if (digest(found) === digest(settings)) return
  throw new UsageError(
    directory,
    `holds an evaluation with other settings (${differing(found, settings)})`,
    'Choose another --out, or the same settings to go on.',
  )
}

function differing(found: Json, wanted: Settings): string {
  const theirs = (found ?? {}) as Settings
  const names = Object.keys({ ...theirs, ...wanted }).filter(
    (name) => digest(theirs[name] ?? null) !== digest(wanted[name] ?? null),
  )
  return names
    .map((name) => `${name}: ${JSON.stringify(theirs[name] ?? null)}, now ${JSON.stringify(wanted[name] ?? null)}`)
    .join('; ')
}
