import { createRequire } from 'node:module'

/** What a column holds. */
export type Value = null | number | string | Uint8Array

export interface Statement {
  run(...values: Value[]): void
  get(...values: Value[]): { readonly [column: string]: unknown } | undefined
  all(...values: Value[]): { readonly [column: string]: unknown }[]
}

/** The part of SQLite that the journal needs, over whichever library is there. */
export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

/** SQLite's own refusals; `code` is the primary result code. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

interface Library {
  exec(sql: string): unknown
  prepare(sql: string): {
    run(...values: unknown[]): unknown
    get(...values: unknown[]): unknown
    all(...values: unknown[]): unknown
  }
  close(): void
}

/** Opens a database file, and makes it where there is none: `node:sqlite` where this Node has it, else libsql. */
export function openDatabase(path: string): Database {
  const builtIn = process.getBuiltinModule('node:sqlite') as { DatabaseSync: new (path: string) => Library } | undefined
  const library = guarded(() => (builtIn ? new builtIn.DatabaseSync(path) : new (libsql())(path)))
  // libsql takes one array; node:sqlite takes the values one by one.
  const bound = (values: readonly Value[]): unknown[] => (builtIn ? [...values] : [values])
  return {
    exec: (sql) => guarded(() => void library.exec(sql)),
    close: () => guarded(() => library.close()),
    prepare(sql) {
      const statement = guarded(() => library.prepare(sql))
      return {
        run: (...values) => guarded(() => void statement.run(...bound(values))),
        get: (...values) => guarded(() => statement.get(...bound(values)) as ReturnType<Statement['get']>),
        all: (...values) => guarded(() => statement.all(...bound(values)) as ReturnType<Statement['all']>),
      }
    },
  }
}

function libsql(): new (path: string) => Library {
  return createRequire(import.meta.url)('libsql') as new (path: string) => Library
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = codeOf(error)
    throw code === undefined ? error : new DatabaseError(code, (error as Error).message)
  }
}

/** The primary result code: a number in both libraries, and only in the text where libsql cannot open a file. */
function codeOf(error: unknown): number | undefined {
  const { rawCode, errcode, message = '' } = error as { rawCode?: unknown; errcode?: unknown; message?: string }
  const code = rawCode ?? errcode ?? /Unable to open .*: (\d+)$/.exec(message.replace(/"\)$/, ''))?.[1]
  return code === undefined ? undefined : Number(code) & 0xff
}
