import { Command } from 'commander'
import { availableParallelism, hostname } from 'node:os'
import { work } from '../runtime/index.js'
import { VERSION } from '../version.js'
import { announcedRuntime, databaseAddress, endWith, notice } from './runtimes.js'
import { listenForInterrupts } from './interrupts.js'
import { oneOf, wholeNumber } from './options.js'
import { withOwnTools } from './own-tools.js'

interface WorkOptions {
  readonly name: string
  readonly workers: number
  readonly concurrency?: number
}

/** Makes items of runs that other processes submit. */
export function workerCommand(): Command {
  return withOwnTools(new Command('worker'))
    .description(
      'Make items of distributed runs, whoever submits them, until it is stopped; start as many as you like.',
    )
    .option('--runtime <name>', 'what connects it with the runs', oneOf('--runtime', ['dbos']), 'dbos')
    .option('--name <name>', 'what it is called; a free number is added (default: the host name)', hostname())
    .option('--workers <n>', 'threads to work on', wholeNumber('--workers', 1), availableParallelism())
    .option(
      '--concurrency <n>',
      'items under way at once where they wait for models (default: 64)',
      wholeNumber('--concurrency', 1),
    )
    .addHelpText('before', 'Example: turnsmith worker --runtime dbos --workers 4\n')
    .action(async (options: WorkOptions) => {
      await workUntilStopped(options)
    })
}

async function workUntilStopped(options: WorkOptions): Promise<void> {
  const interrupts = listenForInterrupts(
    'Finishing what is under way; Ctrl-C again stops at once: others take it over.',
  )
  await work({
    url: databaseAddress(),
    name: options.name,
    version: VERSION,
    runtimeFor: (announcement, run, shared) => announcedRuntime(announcement, run, shared, options),
    signal: interrupts.signal,
    onNotice: notice,
    onLost: endWith,
  })
  process.exitCode = 130
}
