import { setTimeout } from 'node:timers/promises'
import type { Postgres } from './postgres.js'

/** How often a request that finds no slot looks again, in milliseconds. */
const WAIT = 50

/** Lets at most so many requests at a time to an endpoint, whichever workers send them. */
export interface Slots {
  within<T>(endpoint: string, limit: number, work: () => Promise<T>): Promise<T>
}

/** Slots of all workers of a database; `executor` is whose they are when it dies. */
export function createSlots(postgres: Postgres, executor: string): Slots {
  // Of the requests that wait in this process one looks, so that the others do not crowd the database.
  const queues = new Map<string, Promise<unknown>>()
  const tryToTake = (endpoint: string, limit: number): Promise<string | undefined> =>
    postgres.exclusively(`turnsmith slots ${endpoint}`, async (query) => {
      const [taken] = await query<{ id: string }>(
        `INSERT INTO turnsmith.slots (endpoint, executor) SELECT $1, $2
         WHERE (SELECT count(*) FROM turnsmith.slots WHERE endpoint = $1) < $3 RETURNING id`,
        [endpoint, executor, limit],
      )
      return taken?.id
    })
  const take = async (endpoint: string, limit: number): Promise<string> => {
    for (;;) {
      const id = await tryToTake(endpoint, limit)
      if (id !== undefined) return id
      await setTimeout(WAIT)
    }
  }
  return {
    async within(endpoint, limit, work) {
      const before = queues.get(endpoint) ?? Promise.resolve()
      const taken = before.then(() => take(endpoint, limit))
      queues.set(
        endpoint,
        taken.catch(() => undefined),
      )
      const id = await taken
      try {
        return await work()
      } finally {
        await postgres.query('DELETE FROM turnsmith.slots WHERE id = $1', [id])
      }
    },
  }
}
