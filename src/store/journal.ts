import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { Journal, Rejection, ResponseKey, Spend, WorkResult } from '../core/run.js'
import type { Database, Statement } from './database.js'
import { closeExclusive, openExclusively, storing } from './exclusive.js'
import { claim, type Owner, release } from './owner.js'
import { StorageError } from './storage-error.js'

const JOURNAL = 'journal.sqlite'

/** Raised when an older reader would misread a journal. */
const SCHEMA = 1

/** "Trns": tells our journals from other SQLite files. */
const APPLICATION = 0x54726e73

const TABLES = `
CREATE TABLE run (id TEXT NOT NULL) STRICT;
CREATE TABLE items (
  item INTEGER PRIMARY KEY, status TEXT NOT NULL, cause TEXT, row BLOB, preferences BLOB,
  rejections TEXT NOT NULL, spent TEXT NOT NULL, stats TEXT NOT NULL, lesson TEXT
) STRICT;
CREATE TABLE responses (
  item INTEGER NOT NULL, candidate INTEGER NOT NULL, turn INTEGER NOT NULL, role TEXT NOT NULL, attempt INTEGER NOT NULL,
  step INTEGER NOT NULL, request TEXT NOT NULL, response TEXT NOT NULL,
  PRIMARY KEY (item, candidate, turn, role, attempt, step, request)
) STRICT, WITHOUT ROWID;
PRAGMA application_id = ${APPLICATION};
PRAGMA user_version = ${SCHEMA};
`

/** The journal of a run directory, held by one process at a time. */
export interface RunJournal extends Journal {
  /** Who held it and died without letting go. */
  readonly abandonedBy: Owner | undefined
  /** Finished items with `from <= index < to`, ascending, a page at a time. */
  results(from?: number, to?: number): Iterable<WorkResult>
  /** What models answered, whether their items are finished or not. */
  responses(): Iterable<{ readonly index: number; readonly key: ResponseKey; readonly response: Json }>
  /** Lets go of the directory. */
  close(): void
  /** Lets go of the directory and removes what its final files say already; responses of models are kept. */
  retire(): void
}

export interface OpenOptions {
  /** The run starts now: whatever the journal holds is of a start that was cut off, and goes. */
  readonly fresh?: boolean
}

/** Opens the journal of a run, and makes it where there is none; refused where another process holds it. */
export function openJournal(
  directory: string,
  run: string,
  owner: Owner,
  { fresh = false }: OpenOptions = {},
): RunJournal {
  const path = join(directory, JOURNAL)
  const database = openExclusively(directory, path)
  const guard: Guard = (work) => storing(directory, path, work)
  try {
    guard(() => prepareTables(database, path, run, fresh))
    const abandonedBy = claim(directory, owner)
    let open = true
    const close = (): void => {
      if (!open) return
      open = false
      closeExclusive(database)
      release(directory)
    }
    const retire = (): void => {
      const answers = guard(() => database.prepare('SELECT 1 AS one FROM responses LIMIT 1').get())
      close()
      if (!answers) removeJournal(directory)
    }
    return { abandonedBy, ...journalOf(database, run, guard), close, retire }
  } catch (error) {
    closeExclusive(database)
    throw error
  }
}

/** Is there a journal in this directory? */
export function hasJournal(directory: string): boolean {
  return existsSync(join(directory, JOURNAL))
}

/** Does something to a directory that no living process works in; refused where one does. */
export function whileUnused<T>(directory: string, work: () => T): T {
  const held = hasJournal(directory) ? holdOf(directory) : undefined
  try {
    return work()
  } finally {
    if (held) closeExclusive(held)
  }
}

/** The lock of a directory; none where its journal cannot be read, by anybody. */
function holdOf(directory: string): Database | undefined {
  try {
    return openExclusively(directory, join(directory, JOURNAL))
  } catch (error) {
    if (error instanceof StorageError) return undefined
    throw error
  }
}

/** The files a journal is made of. */
export const JOURNAL_FILES: readonly string[] = ['', '-wal', '-shm', '-journal'].map((suffix) => JOURNAL + suffix)

function removeJournal(directory: string): void {
  for (const name of JOURNAL_FILES) rmSync(join(directory, name), { force: true })
}

function prepareTables(database: Database, path: string, run: string, fresh: boolean): void {
  const pragma = (name: string): number => Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
  if (database.prepare('SELECT 1 AS one FROM sqlite_schema LIMIT 1').get() === undefined) {
    database.exec(`BEGIN IMMEDIATE; ${TABLES}`)
    database.prepare('INSERT INTO run (id) VALUES (?)').run(run)
    database.exec('COMMIT')
    return
  }
  if (pragma('application_id') !== APPLICATION)
    throw new UsageError(path, 'this is not a journal of turnsmith', 'Give the directory that `turnsmith synth` wrote.')
  if (pragma('user_version') !== SCHEMA)
    throw new UsageError(
      path,
      `schema version ${pragma('user_version')} of the journal is not known here`,
      'Use the version of turnsmith that started the run.',
    )
  if (fresh) {
    database.exec('BEGIN IMMEDIATE; DELETE FROM run; DELETE FROM items; DELETE FROM responses')
    database.prepare('INSERT INTO run (id) VALUES (?)').run(run)
    database.exec('COMMIT')
  }
  const found = String(database.prepare('SELECT id FROM run').get()?.['id'])
  if (found !== run)
    throw new UsageError(
      path,
      `the journal is of run ${found.slice(0, 12)}…, the manifest beside it of run ${run.slice(0, 12)}…`,
      'Put the manifest and the journal of one run together again.',
    )
}

type Guard = <T>(work: () => T) => T

/** Results in memory at a time. */
const PAGE = 32

function journalOf(
  database: Database,
  run: string,
  guard: Guard,
): Omit<RunJournal, 'abandonedBy' | 'close' | 'retire'> {
  const sql = guard(() => statementsOf(database))
  const keyOf = (key: ResponseKey): [number, number, number, string, number, number, string] => {
    if (key.run !== run) throw new RangeError(`the journal of run ${run} was asked about run ${key.run}`)
    return [key.index, key.candidate, key.turn, key.role, key.attempt, key.step, key.request]
  }
  return {
    response(key) {
      const found = guard(() => sql.response.get(...keyOf(key)))
      return found && (JSON.parse(String(found['response'])) as Json)
    },
    record: (key, response) => guard(() => sql.record.run(...keyOf(key), JSON.stringify(response))),
    finish(result) {
      if (result.status === 'stopped') return
      const { index, status, rejections, spent, stats, lesson } = result
      const [row, preferences] = status === 'accepted' ? [result.row, result.preferences] : [null, null]
      const cause = status === 'failed' ? result.cause : null
      const texts = [rejections, spent, stats].map((value) => JSON.stringify(value))
      const learned = lesson === undefined ? null : JSON.stringify(lesson)
      guard(() => sql.finish.run(index, status, cause, row, preferences, ...texts, learned))
    },
    *finished(first = 0) {
      const size = PAGE * PAGE
      for (let from = first, more = true; more;) {
        const page = guard(() => sql.finished.all(from, size)).map(({ item }) => Number(item))
        yield* page
        more = page.length === size
        from = Number(page.at(-1)) + 1
      }
    },
    *responses() {
      const last = [-1, -1, -1, '', -1, -1, ''] as (number | string)[]
      for (let more = true; more;) {
        const page = guard(() => sql.responses.all(...last, PAGE))
        for (const row of page)
          yield {
            index: Number(row['item']),
            key: keyIn(run, row),
            response: JSON.parse(String(row['response'])) as Json,
          }
        more = page.length === PAGE
        const end = page.at(-1)
        KEY.forEach((column, i) => (last[i] = end?.[column] as number | string))
      }
    },
    *results(from = 0, to = Number.MAX_SAFE_INTEGER) {
      for (let next = from, more = true; more;) {
        const page = guard(() => sql.results.all(next, to, PAGE)).map(resultOf)
        yield* page
        more = page.length === PAGE
        next = Number(page.at(-1)?.index) + 1
      }
    },
  }
}

/** What tells one question of a run from another. */
const KEY = ['item', 'candidate', 'turn', 'role', 'attempt', 'step', 'request'] as const

type Statements = {
  readonly [name in 'response' | 'responses' | 'record' | 'finish' | 'finished' | 'results']: Statement
}

function statementsOf(database: Database): Statements {
  return {
    response: database.prepare(
      'SELECT response FROM responses WHERE (item, candidate, turn, role, attempt, step, request) = (?, ?, ?, ?, ?, ?, ?)',
    ),
    responses: database.prepare(
      `SELECT * FROM responses WHERE (${KEY.join(', ')}) > (?, ?, ?, ?, ?, ?, ?) ORDER BY ${KEY.join(', ')} LIMIT ?`,
    ),
    record: database.prepare('INSERT OR IGNORE INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    finish: database.prepare('INSERT OR IGNORE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    finished: database.prepare('SELECT item FROM items WHERE item >= ? ORDER BY item LIMIT ?'),
    results: database.prepare('SELECT * FROM items WHERE item >= ? AND item < ? ORDER BY item LIMIT ?'),
  }
}

function keyIn(run: string, row: { readonly [column: string]: unknown }): ResponseKey {
  const { item, candidate, turn, role, attempt, step, request } = row
  const [index, ...numbers] = [item, candidate, turn, attempt, step].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const [candidateNumber, turnNumber, attemptNumber, stepNumber] = numbers
  return {
    run,
    index,
    candidate: candidateNumber,
    turn: turnNumber,
    role: String(role),
    attempt: attemptNumber,
    step: stepNumber,
    request: String(request),
  }
}

function resultOf(columns: { readonly [column: string]: unknown }): WorkResult {
  const { item, status, cause, row, preferences, rejections, spent, stats, lesson } = columns
  const common = {
    index: Number(item),
    rejections: JSON.parse(String(rejections)) as Rejection[],
    spent: JSON.parse(String(spent)) as Spend[],
    stats: JSON.parse(String(stats)) as { [name: string]: number },
    ...(lesson === null ? {} : { lesson: JSON.parse(String(lesson)) as Json }),
  }
  if (status === 'accepted') return { ...common, status, row: bytesOf(row), preferences: bytesOf(preferences) }
  if (status === 'failed') return { ...common, status, cause: cause as 'worker-crash' | 'model' | 'budget' }
  return { ...common, status: 'exhausted' }
}

/** libsql gives an `ArrayBuffer`, node:sqlite a `Uint8Array`. */
function bytesOf(blob: unknown): Uint8Array {
  return blob instanceof Uint8Array ? blob : new Uint8Array(blob as ArrayBuffer)
}
