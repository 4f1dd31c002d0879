import { UsageError } from '../core/errors.js'
import type { Manifest, Runtime } from '../core/run.js'
import {
  ADDRESS,
  announced,
  type Announcement,
  type Configuration,
  createDistributedRuntime,
  createLocalRuntime,
  createModelRoles,
  createThreadRuntime,
  type ModelRoles,
  recipeOf,
  type SharedMeans,
} from '../runtime/index.js'
import type { RunJournal } from '../store/index.js'
import { VERSION } from '../version.js'

/** What `--runtime` may say. */
export const RUNTIMES = ['local', 'dbos'] as const

const CONCURRENCY = 4

/** Items in this thread, or on several. */
export function threadsRuntime(threads: number, configuration: Configuration, concurrency = CONCURRENCY): Runtime {
  if (threads === 1) return createLocalRuntime(recipeOf(configuration), concurrency)
  const onCrash = (message: string): void => notice(`A thread died (${message}); its items are tried again on another.`)
  return createThreadRuntime({ workers: threads, configuration, onCrash })
}

const MODEL_CONCURRENCY = 64

/** Items in this thread, with models in their roles. */
export function modelRuntime(
  configuration: Configuration,
  { rolesAt, pause, stopped, idle }: ModelRoles,
  concurrency = MODEL_CONCURRENCY,
): Runtime {
  const runtime = createLocalRuntime({ ...recipeOf(configuration), rolesAt, pause }, concurrency)
  return {
    ...runtime,
    stopped() {
      const end = stopped()
      return end?.cause === 'interrupted' ? undefined : end?.message
    },
    async close() {
      await idle()
      await runtime.close()
    },
  }
}

/** Items on `turnsmith worker` processes; the journal keeps what models answer there. */
export async function distributedRuntime(
  { run, shard }: Manifest,
  announcement: Announcement,
  journal: RunJournal,
  fresh: boolean,
): Promise<Runtime> {
  if (shard)
    throw new UsageError(
      '--runtime dbos',
      'a part of a run is made by one machine',
      'Leave out --shard: a distributed run needs no parts.',
    )
  return await createDistributedRuntime({
    url: databaseAddress(),
    run,
    announcement,
    ...(announcement.speakers ? { journal } : {}),
    version: VERSION,
    fresh,
    onNotice: notice,
    onLost: endWith,
  })
}

/** Items of a run that another process submits. */
export function announcedRuntime(
  value: unknown,
  run: string,
  shared: SharedMeans,
  { workers, concurrency }: { readonly workers: number; readonly concurrency?: number },
): Runtime {
  const { configuration, speakers, caps = {} } = announced(value, run, VERSION)
  if (!speakers) return threadsRuntime(workers, configuration, concurrency)
  const { answers, budgetFor, within } = shared
  const roles = createModelRoles({
    run,
    seed: configuration.seed,
    speakers,
    journal: answers,
    budget: budgetFor(caps),
    within,
    environment: process.env,
    signal: new AbortController().signal,
  })
  return modelRuntime(configuration, roles, concurrency)
}

/** The database of a distributed run: from the environment only, since its password is in it. */
export function databaseAddress(): string {
  const address = process.env[ADDRESS]
  if (address !== undefined && address !== '') return address
  throw new UsageError(
    '--runtime dbos',
    `there is no ${ADDRESS} in the environment`,
    'Set it to the address of a PostgreSQL: postgresql://user:password@host:5432/database.',
  )
}

/** A line for the person at the terminal. */
export function notice(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Ends the process now, where nothing can go on. */
export function endWith({ message }: Error): void {
  notice(`turnsmith: ${message}`)
  process.exit(1)
}
