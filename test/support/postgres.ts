import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { said, startScript } from './processes.js'

/** A PostgreSQL of the tests of a file: a real one, started as `npm run postgres` does. */
export interface TestPostgres {
  url: string
  /** Rows of a statement. */
  query(sql: string, values?: readonly unknown[]): Promise<readonly { readonly [column: string]: unknown }[]>
}

/** Starts a PostgreSQL before the tests of a file, and stops it after them. */
export function testPostgres(): TestPostgres {
  const server: TestPostgres & { stop: () => Promise<void> } = {
    url: '',
    query: () => Promise.reject(new Error('the database is not up yet')),
    stop: () => Promise.resolve(),
  }
  beforeAll(async () => {
    const started = startScript('postgres.mjs')
    server.url = (await said(started, /postgresql:\S+\n/)).trim()
    const pool = new pg.Pool({ connectionString: server.url, max: 2 })
    pool.on('error', () => undefined)
    server.query = async (sql, values = []) => (await pool.query<{ [column: string]: unknown }>(sql, [...values])).rows
    server.stop = async () => {
      await pool.end()
      started.child.kill('SIGTERM')
      await started.ended
    }
  }, 120_000)
  afterAll(() => server.stop(), 60_000)
  return server
}
