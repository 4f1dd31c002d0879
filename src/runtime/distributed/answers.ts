import type { Json } from '../../core/json.js'
import type { ResponseKey } from '../../core/run.js'
import type { Answers } from '../../pipeline/index.js'
import type { RunJournal } from '../../store/index.js'
import type { Postgres } from './postgres.js'

/** Answers in memory at a time. */
const PAGE = 100

interface Stored {
  readonly key: string
  readonly response: string
}

/** What models have answered in a run, wherever the item is worked on. */
export interface SharedAnswers extends Answers {
  /** All of them, in the order of their keys. */
  all(): AsyncGenerator<{ readonly key: ResponseKey; readonly response: Json }>
  clear(): Promise<void>
}

/** The answers of one run, in the database. */
export function createAnswers({ query }: Pick<Postgres, 'query'>, run: string): SharedAnswers {
  const textOf = ({ index, candidate, turn, role, attempt, step, request }: ResponseKey): string =>
    JSON.stringify([index, candidate, turn, role, attempt, step, request])
  return {
    async response(key) {
      const sql = 'SELECT response FROM turnsmith.responses WHERE run = $1 AND key = $2'
      const [found] = await query<Stored>(sql, [run, textOf(key)])
      return found && (JSON.parse(found.response) as Json)
    },
    async record(key, response) {
      const sql = 'INSERT INTO turnsmith.responses VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
      await query(sql, [run, textOf(key), JSON.stringify(response)])
    },
    async *all() {
      const sql = `SELECT key, response FROM turnsmith.responses WHERE run = $1 AND key > $2 ORDER BY key LIMIT ${PAGE}`
      for (let last = '', more = true; more;) {
        const page = await query<Stored>(sql, [run, last])
        for (const { key, response } of page) yield { key: keyOf(run, key), response: JSON.parse(response) as Json }
        more = page.length === PAGE
        last = page.at(-1)?.key ?? ''
      }
    },
    async clear() {
      await query('DELETE FROM turnsmith.responses WHERE run = $1', [run])
    },
  }
}

type Parts = [number, number, number, string, number, number, string]

function keyOf(run: string, text: string): ResponseKey {
  const [index, candidate, turn, role, attempt, step, request] = JSON.parse(text) as Parts
  return { run, index, candidate, turn, role, attempt, step, request }
}

/** What the run directory knows already, so that no worker asks for it again. */
export async function lend(answers: Answers, journal: Pick<RunJournal, 'responses'>): Promise<void> {
  for (const { key, response } of journal.responses()) await answers.record(key, response)
}

/** What workers were answered: the run directory keeps it, wherever the run is gone on with. */
export async function bringHome(answers: SharedAnswers, journal: Pick<RunJournal, 'record'>): Promise<void> {
  for await (const { key, response } of answers.all()) journal.record(key, response)
}
