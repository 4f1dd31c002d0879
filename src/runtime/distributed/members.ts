import { settleFor } from './money.js'
import { LOCK, type Postgres } from './postgres.js'

/** After so many seconds without a sign of life a worker counts as dead, even if its connection seems to stand. */
const PATIENCE = 30

/** The workers of a database: who they are, and who of them is alive. */
export interface Members {
  /** Takes a name that stays the same when this worker is started again: the first of NAME-0, NAME-1 ... that is free. */
  join(name: string): Promise<string>
  /** A sign of life. */
  beat(executor: string): Promise<void>
  /** Who is alive, as far as is known. */
  alive(): Promise<readonly string[]>
  /** Finds workers that died, hands their work to `takeOver`, and forgets them. One process at a time looks. */
  bury(executor: string, takeOver: (dead: string) => Promise<void>): Promise<void>
  leave(executor: string): Promise<void>
}

/** The members of a database, by their heartbeat and by a lock that goes with their connection. */
export function createMembers(postgres: Postgres): Members {
  const { query } = postgres
  return {
    async join(name) {
      for (let place = 0; ; place++) {
        const executor = `${name}-${place}`
        if (await postgres.hold(lockOf(executor))) return executor
      }
    },
    async beat(executor) {
      const sql = 'INSERT INTO turnsmith.workers VALUES ($1, now()) ON CONFLICT (executor) DO UPDATE SET seen = now()'
      await query(sql, [executor])
    },
    async alive() {
      const rows = await query<{ executor: string }>(
        `SELECT executor FROM turnsmith.workers
         WHERE seen > now() - make_interval(secs => ${PATIENCE}) AND hashtextextended($1 || executor, 0) IN
           (SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted)`,
        [lockOf('')],
      )
      return rows.map(({ executor }) => executor)
    },
    async bury(self, takeOver) {
      await postgres.exclusively('turnsmith burial', async (inOne) => {
        const others = await inOne<{ executor: string; silent: boolean }>(
          `SELECT executor, seen < now() - make_interval(secs => ${PATIENCE}) AS silent FROM turnsmith.workers WHERE executor <> $1`,
          [self],
        )
        for (const { executor, silent } of others) {
          const sql = `SELECT pg_try_advisory_xact_lock(${LOCK}) AS free`
          const [lock] = await inOne<{ free: boolean }>(sql, [lockOf(executor)])
          if (!silent && lock?.free !== true) continue
          await takeOver(executor)
          await settleFor(inOne, executor)
          await inOne('DELETE FROM turnsmith.workers WHERE executor = $1', [executor])
        }
      })
    },
    async leave(executor) {
      await query('DELETE FROM turnsmith.workers WHERE executor = $1', [executor])
    },
  }
}

function lockOf(executor: string): string {
  return `turnsmith worker ${executor}`
}
