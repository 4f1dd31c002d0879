import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { UsageError } from '../../core/errors.js'
import { StorageError } from '../../store/index.js'

/** Rows of a statement; `values` stand for $1, $2 ... */
export type Query = <R extends QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<R[]>

/** The database that the processes of a distributed run meet in. */
export interface Postgres {
  readonly query: Query
  /** Does something in one transaction, at a time when nobody else does what has the same name. */
  exclusively<T>(name: string, work: (query: Query) => Promise<T>): Promise<T>
  /** Takes a name for as long as this process lives; false where another process has it. */
  hold(name: string): Promise<boolean>
  letGo(name: string): Promise<void>
  close(): Promise<void>
}

/** A name as the number that PostgreSQL locks. */
export const LOCK = 'hashtextextended($1, 0)'

/** The environment variable that holds the database's address, which has a password in it. */
export const ADDRESS = 'TURNSMITH_DATABASE_URL'

/** Connects to PostgreSQL; `onLost` is told when the connection that holds names breaks, and with it the hold. */
export async function connect(url: string, onLost: (error: StorageError) => void): Promise<Postgres> {
  const where = placeOf(url)
  const { Pool: PoolOf } = (await installed(() => import('pg'))).default
  const pool = new PoolOf({ connectionString: url, max: 6 })
  // An idle connection that breaks is replaced when the next statement asks for one.
  pool.on('error', () => undefined)
  const lost = (error: unknown): StorageError => unreachable(where, error)
  await pool.query('SELECT 1').catch(async (error: unknown) => {
    await pool.end()
    throw lost(error)
  })
  const query: Query = async (sql, values = []) => rowsOf(pool, sql, values)
  let holder: PoolClient | undefined
  return {
    query,
    exclusively: (name, work) => transaction(pool, name, work),
    async hold(name) {
      if (!holder) {
        holder = await pool.connect()
        holder.on('error', (error) => onLost(lost(error)))
        // A machine that vanished is noticed in a minute and not in hours.
        await holder.query(
          'SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 4',
        )
      }
      const [row] = await rowsOf<{ got: boolean }>(holder, `SELECT pg_try_advisory_lock(${LOCK}) AS got`, [name])
      return row?.got === true
    },
    async letGo(name) {
      if (holder) await rowsOf(holder, `SELECT pg_advisory_unlock(${LOCK})`, [name])
    },
    async close() {
      holder?.removeAllListeners('error').on('error', () => undefined)
      holder?.release(true)
      await pool.end()
    },
  }
}

async function rowsOf<R extends QueryResultRow>(
  on: Pool | PoolClient,
  sql: string,
  values: readonly unknown[],
): Promise<R[]> {
  return (await on.query<R>(sql, [...values])).rows
}

async function transaction<T>(pool: Pool, name: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`, [name])
    const result = await work(async (sql, values = []) => rowsOf(client, sql, values))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** A module of the optional packages; where they are missing, how to get them. */
export async function installed<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError(
      '--runtime dbos',
      'the packages it needs are not installed',
      'Install them: npm install @dbos-inc/dbos-sdk pg',
    )
  }
}

/** Host, port and database of an address: all of it that may be shown. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed && /^postgres(ql)?:$/.test(parsed.protocol)) return `PostgreSQL at ${parsed.host}${parsed.pathname}`
  throw new UsageError(
    ADDRESS,
    'this is not the address of a PostgreSQL',
    'Give one such as postgresql://user:password@host:5432/database.',
  )
}

function unreachable(where: string, error: unknown): StorageError {
  const { code, message } = (error instanceof AggregateError ? error.errors[0] : error) as NodeJS.ErrnoException
  const reason = message === '' ? (code ?? 'no answer') : message
  return new StorageError(where, reason, `Start it, or check ${ADDRESS}, and give the command again: nothing is lost.`)
}
