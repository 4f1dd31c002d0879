import type { Json } from '../../core/json.js'
import type { Policy } from '../../core/policy.js'
import type { WorkResult } from '../../core/run.js'
import type { Postgres } from './postgres.js'

/** An item that is not made yet, and how often a worker has begun it. */
export interface OpenItem {
  readonly index: number
  readonly tries: number
}

/** Where workers leave the items of a run, and the submitting side takes them from. */
export interface Outbox {
  /** What the run is, for workers that do not know it yet; a new session of it begins. */
  announce(session: string, announcement: Json): Promise<void>
  announcement(): Promise<Json | undefined>
  /** Ends the session: nothing more can be made of the run, and why. */
  stop(session: string, reason: string): Promise<void>
  stopped(): Promise<string | undefined>
  announcePolicy(policy: Policy): Promise<void>
  policy(round: number): Promise<Policy | undefined>
  /** Items in a range that nobody has made. */
  open(from: number, to: number): Promise<OpenItem[]>
  /** Notes that items are begun: an item that kills its workers is known by it. */
  begin(indices: readonly number[]): Promise<void>
  /** Leaves results; the first one for an index stays. */
  put(results: readonly WorkResult[]): Promise<void>
  /** Results with an index up to `last` that wait to be collected, a few at a time. */
  take(last: number): Promise<WorkResult[]>
  /** Takes note that results are safe elsewhere: their bytes go. */
  collected(indices: readonly number[]): Promise<void>
  /** Forgets that items were collected, for a run directory that has lost them. */
  reopen(from: number, to: number): Promise<void>
  /** Forgets the run. */
  clear(): Promise<void>
}

/** Results in memory at a time. */
const PAGE = 64

/** The outbox of one run. */
export function createOutbox({ query }: Pick<Postgres, 'query'>, run: string): Outbox {
  return {
    async announce(session, announcement) {
      const sql = `INSERT INTO turnsmith.runs VALUES ($1, $2, $3)
        ON CONFLICT (run) DO UPDATE SET session = excluded.session, announcement = excluded.announcement, stopped = NULL`
      await query(sql, [run, session, JSON.stringify(announcement)])
    },
    async announcement() {
      const [found] = await query<{ announcement: string }>('SELECT announcement FROM turnsmith.runs WHERE run = $1', [
        run,
      ])
      return found && (JSON.parse(found.announcement) as Json)
    },
    async stop(session, reason) {
      await query('UPDATE turnsmith.runs SET stopped = $3 WHERE run = $1 AND session = $2', [run, session, reason])
    },
    async stopped() {
      const [found] = await query<{ stopped: string | null }>('SELECT stopped FROM turnsmith.runs WHERE run = $1', [
        run,
      ])
      return found?.stopped ?? undefined
    },
    async announcePolicy(policy) {
      const sql = 'INSERT INTO turnsmith.policies VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
      await query(sql, [run, policy.round, JSON.stringify(policy)])
    },
    async policy(round) {
      const sql = 'SELECT policy FROM turnsmith.policies WHERE run = $1 AND round = $2'
      const [found] = await query<{ policy: string }>(sql, [run, round])
      return found && (JSON.parse(found.policy) as Policy)
    },
    async open(from, to) {
      return await query<{ index: number; tries: number }>(
        `SELECT n AS index, coalesce(tries, 0) AS tries FROM generate_series($2::integer, $3::integer - 1) AS n
         LEFT JOIN turnsmith.items ON run = $1 AND item = n WHERE coalesce(state, 'begun') = 'begun' ORDER BY n`,
        [run, from, to],
      )
    },
    async begin(indices) {
      await query(
        `INSERT INTO turnsmith.items (run, item, tries, state) SELECT $1, unnest($2::integer[]), 1, 'begun'
         ON CONFLICT (run, item) DO UPDATE SET tries = items.tries + 1`,
        [run, indices],
      )
    },
    async put(results) {
      const rows = results.map(columnsOf)
      await query(
        `INSERT INTO turnsmith.items SELECT $1, i, 0, 'done', r, t, p
         FROM unnest($2::integer[], $3::text[], $4::bytea[], $5::bytea[]) AS made (i, r, t, p)
         ON CONFLICT (run, item) DO UPDATE SET
           state = 'done', result = excluded.result, trajectory = excluded.trajectory, preferences = excluded.preferences
         WHERE items.state = 'begun'`,
        [run, ...([0, 1, 2, 3] as const).map((column) => rows.map((row) => row[column]))],
      )
    },
    async take(last) {
      const found = await query<Columns>(
        `SELECT result, trajectory, preferences FROM turnsmith.items
         WHERE run = $1 AND state = 'done' AND item <= $2 ORDER BY item LIMIT ${PAGE}`,
        [run, last],
      )
      return found.map(resultOf)
    },
    async collected(indices) {
      await query(
        `UPDATE turnsmith.items SET state = 'collected', result = NULL, trajectory = NULL, preferences = NULL
         WHERE run = $1 AND item = ANY ($2)`,
        [run, indices],
      )
    },
    async reopen(from, to) {
      await query("DELETE FROM turnsmith.items WHERE run = $1 AND item >= $2 AND item < $3 AND state = 'collected'", [
        run,
        from,
        to,
      ])
    },
    async clear() {
      for (const table of ['items', 'policies', 'responses', 'spending', 'runs'])
        await query(`DELETE FROM turnsmith.${table} WHERE run = $1`, [run])
    },
  }
}

interface Columns {
  readonly result: string
  readonly trajectory: Buffer | null
  readonly preferences: Buffer | null
}

function columnsOf(result: WorkResult): [number, string, Uint8Array | null, Uint8Array | null] {
  if (result.status !== 'accepted') return [result.index, JSON.stringify(result), null, null]
  const { row, preferences, ...rest } = result
  return [result.index, JSON.stringify(rest), row, preferences]
}

function resultOf({ result, trajectory, preferences }: Columns): WorkResult {
  const rest = JSON.parse(result) as WorkResult
  return trajectory && preferences ? { ...rest, status: 'accepted', row: trajectory, preferences } : rest
}
