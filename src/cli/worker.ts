import { Command } from 'commander'
import { availableParallelism, hostname } from 'node:os'
import { announcedConfiguration, work } from '../runtime/index.js'
import { VERSION } from '../version.js'
import { databaseAddress, endWith, notice, threadsRuntime } from './runtimes.js'
import { listenForInterrupts } from './interrupts.js'
import { oneOf, wholeNumber } from './options.js'

interface WorkOptions {
  readonly name: string
  readonly workers: number
  readonly concurrency: number
}

/** Makes items of runs that other processes submit. */
export function workerCommand(): Command {
  return new Command('worker')
    .description(
      'Make items of distributed runs, whoever submits them, until it is stopped; start as many as you like.',
    )
    .option('--runtime <name>', 'what connects it with the runs', oneOf('--runtime', ['dbos']), 'dbos')
    .option('--name <name>', 'what it is called; a free number is added (default: the host name)', hostname())
    .option('--workers <n>', 'threads to work on', wholeNumber('--workers', 1), availableParallelism())
    .option('--concurrency <n>', 'items under way at once in each', wholeNumber('--concurrency', 1), 4)
    .addHelpText('before', 'Example: turnsmith worker --runtime dbos --workers 4\n')
    .action(async (options: WorkOptions) => {
      await workUntilStopped(options)
    })
}

async function workUntilStopped({ name, workers, concurrency }: WorkOptions): Promise<void> {
  const interrupts = listenForInterrupts(
    'Finishing what is under way; Ctrl-C again stops at once: others take it over.',
  )
  await work({
    url: databaseAddress(),
    name,
    version: VERSION,
    runtimeFor: (value, run) => threadsRuntime(workers, announcedConfiguration(value, run, VERSION), concurrency),
    signal: interrupts.signal,
    onNotice: notice,
    onLost: endWith,
  })
  process.exitCode = 130
}
