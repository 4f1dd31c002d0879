import { UsageError } from '../core/errors.js'
import type { Manifest, Runtime } from '../core/run.js'
import {
  ADDRESS,
  type Configuration,
  createDistributedRuntime,
  createLocalRuntime,
  createThreadRuntime,
  recipeOf,
} from '../runtime/index.js'
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

/** Items on `turnsmith worker` processes. */
export async function distributedRuntime(
  { run, shard }: Manifest,
  configuration: Configuration,
  fresh: boolean,
): Promise<Runtime> {
  if (shard)
    throw new UsageError(
      '--runtime dbos',
      'a part of a run is made by one machine',
      'Leave out --shard: a distributed run needs no parts.',
    )
  if (configuration.models)
    throw new UsageError('--runtime dbos', 'items on models are made by one process so far', 'Leave out --runtime.')
  const url = databaseAddress()
  const told = { onNotice: notice, onLost: endWith }
  return await createDistributedRuntime({ url, run, configuration, version: VERSION, fresh, ...told })
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
