import type { DBOS as Engine } from '@dbos-inc/dbos-sdk'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../../core/errors.js'
import type { Digest } from '../../core/digest.js'
import { installed, type Postgres } from './postgres.js'
import { TABLES, VERSION_OF_TABLES } from './tables.js'

/** Under what name all this stands in the engine's tables. */
export const APPLICATION = 'turnsmith'
export const WORKFLOW = 'make'

/** How items are handed out. */
export interface Queue {
  readonly name: string
  /** Items in a unit of work: long against the way to a worker and back, short against a worker that dies. */
  readonly unit: number
  /** Units that a worker has under way. */
  readonly underWay: number
}

/** Items that take time to compute: one unit to work on, one that fills the gaps. */
export const COMPUTED: Queue = { name: 'turnsmith', unit: 50, underWay: 2 }

/** Items on models wait most of their time. */
export const ON_MODELS: Queue = { name: 'turnsmith-models', unit: 1, underWay: 64 }

export const QUEUES: readonly Queue[] = [COMPUTED, ON_MODELS]

/** What one workflow makes: the items of a run with `from <= index < to`. */
export interface Unit {
  readonly run: Digest
  /** Which start of the submitting process it is of. */
  readonly session: string
  readonly round: number
  readonly from: number
  readonly to: number
}

/** Does a part of a unit, once: what was done is not done again when the unit is taken over. */
export type Step = (name: string, work: () => Promise<void>) => Promise<void>

export interface EngineOptions {
  readonly url: string
  /** Under which name this process stands in the engine's tables. */
  readonly executor: string
  /** Units of another version are left alone. */
  readonly version: string
  /** What this process does with a unit; a process without it takes none. */
  readonly make?: (unit: Unit, step: Step) => Promise<void>
  readonly onNotice: (text: string) => void
}

/** Starts the engine in this process, after bringing its tables up to date. */
export async function launchEngine(postgres: Postgres, options: EngineOptions): Promise<typeof Engine> {
  const { url, executor, version, make, onNotice } = options
  // The engine queries in a way that `pg` warns about once per process: nothing that a user could change.
  process.noDeprecation = true
  const { DBOS } = await installed(() => import('@dbos-inc/dbos-sdk'))
  const step: Step = (name, work) => DBOS.runStep(work, { name })
  if (make) DBOS.registerWorkflow((unit: Unit) => make(unit, step), { name: WORKFLOW })
  const quiet = (): void => undefined
  DBOS.setConfig({
    name: APPLICATION,
    systemDatabaseUrl: url,
    executorID: executor,
    applicationVersion: version,
    listenQueues: make ? QUEUES.map((queue) => queue.name) : [],
    logger: { info: quiet, debug: quiet, warn: quiet, error: (entry) => onNotice(`The engine: ${lineOf(entry)}`) },
  })
  await alone(postgres, () => DBOS.launch())
  for (const { name, underWay } of QUEUES)
    await DBOS.registerQueue(name, { workerConcurrency: underWay, minPollingIntervalMs: 100 })
  return DBOS
}

function lineOf(entry: unknown): string {
  return entry instanceof Error ? entry.message : String(entry)
}

const MIGRATION = 'turnsmith tables'

/**
 * Engines that migrate an empty database together deadlock, and so do those that wait for one another inside a transaction or a
 * statement, because indices are built concurrently: hence a lock that is asked for again and again.
 */
async function alone(postgres: Postgres, work: () => Promise<void>): Promise<void> {
  while (!(await postgres.hold(MIGRATION))) await setTimeout(100)
  try {
    await work()
  } finally {
    await postgres.letGo(MIGRATION)
  }
}

/** Brings our tables up to date. */
export async function prepareTables(postgres: Postgres): Promise<void> {
  const { query } = postgres
  await alone(postgres, async () => {
    const [there] = await query("SELECT to_regclass('turnsmith.tables') AS there")
    if (there?.['there'] === null) await query(TABLES)
  })
  const [found] = await query<{ version: number }>('SELECT version FROM turnsmith.tables')
  if (found?.version === VERSION_OF_TABLES) return
  throw new UsageError(
    'the database',
    `schema version ${found?.version} of its tables is not known here`,
    'Use one version of turnsmith everywhere, or an empty database.',
  )
}
