import { setTimeout } from 'node:timers/promises'
import { type Amount, type Budget, type Caps, outOfMoney } from '../../pipeline/index.js'
import type { Postgres, Query } from './postgres.js'

/** How often a request that must wait for others to settle looks again, in milliseconds. */
const WAIT = 100

/** The budget that all workers of a run share: what one reserves, no other can spend. */
export function createSharedBudget(postgres: Postgres, run: string, executor: string, caps: Caps): Budget {
  const { usd = Infinity, tokens = Infinity } = caps
  const unlimited = usd === Infinity && tokens === Infinity
  const alone = <T>(work: (query: Query) => Promise<T>): Promise<T> =>
    postgres.exclusively(`turnsmith money ${run}`, work)
  const reservations = new Map<Amount, string>()
  let last: Amount = { usd: 0, tokens: 0 }
  const tryToReserve = async (query: Query, most: Amount): Promise<boolean> => {
    const [spent = last] = await query<Amount>('SELECT usd, tokens FROM turnsmith.spending WHERE run = $1', [run])
    last = spent
    const [open] = await query<Amount & { n: number }>(
      `SELECT coalesce(sum(usd), 0) AS usd, coalesce(sum(tokens), 0) AS tokens, count(*)::integer AS n
       FROM turnsmith.reservations WHERE run = $1`,
      [run],
    )
    const fits =
      spent.usd + (open?.usd ?? 0) + most.usd <= usd && spent.tokens + (open?.tokens ?? 0) + most.tokens <= tokens
    if (!fits && open?.n === 0) throw outOfMoney({ usd, tokens }, spent)
    if (!fits) return false
    const sql = 'INSERT INTO turnsmith.reservations (run, executor, usd, tokens) VALUES ($1, $2, $3, $4) RETURNING id'
    const [made] = await query<{ id: string }>(sql, [run, executor, most.usd, most.tokens])
    reservations.set(most, String(made?.id))
    return true
  }
  return {
    spent: () => last,
    async reserve(most) {
      if (unlimited) return
      while (!(await alone((query) => tryToReserve(query, most)))) await setTimeout(WAIT)
    },
    async settle(most, actual = { usd: 0, tokens: 0 }) {
      const id = reservations.get(most)
      if (id === undefined) return
      reservations.delete(most)
      await alone(async (query) => {
        await query('DELETE FROM turnsmith.reservations WHERE id = $1', [id])
        const sql = 'UPDATE turnsmith.spending SET usd = usd + $2, tokens = tokens + $3 WHERE run = $1'
        await query(sql, [run, actual.usd, actual.tokens])
      })
    },
  }
}

/** Sets what a run has spent so far. */
export async function setSpent(
  { query }: Pick<Postgres, 'query'>,
  run: string,
  { usd, tokens }: Amount,
): Promise<void> {
  const sql = `INSERT INTO turnsmith.spending VALUES ($1, $2, $3)
    ON CONFLICT (run) DO UPDATE SET usd = excluded.usd, tokens = excluded.tokens`
  await query(sql, [run, usd, tokens])
}

/** What a dead worker had reserved may have been spent: it counts as if it had. Its slots at endpoints are free. */
export async function settleFor(query: Query, executor: string): Promise<void> {
  await query(
    `WITH gone AS (DELETE FROM turnsmith.reservations WHERE executor = $1 RETURNING run, usd, tokens)
     UPDATE turnsmith.spending SET usd = spending.usd + lost.usd, tokens = spending.tokens + lost.tokens
     FROM (SELECT run, sum(usd) AS usd, sum(tokens) AS tokens FROM gone GROUP BY run) AS lost
     WHERE spending.run = lost.run`,
    [executor],
  )
  await query('DELETE FROM turnsmith.slots WHERE executor = $1', [executor])
}
