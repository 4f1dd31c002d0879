import type { Command } from 'commander'
import { availableParallelism, hostname } from 'node:os'
import { environmentsNamed } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { Manifest, Runtime } from '../core/run.js'
import { itemsOf } from '../core/shard.js'
import {
  type Configuration,
  createLocalRuntime,
  createThreadRuntime,
  type Ended,
  performRun,
  recipeOf,
} from '../runtime/index.js'
import {
  hasManifest,
  nameOf,
  openJournal,
  type Owner,
  type RunJournal,
  writeEnvironmentDocument,
  writeManifest,
} from '../store/index.js'
import { type Interrupts, listenForInterrupts } from './interrupts.js'
import { wholeNumber } from './options.js'
import { createProgress } from './progress.js'
import { exitCodeOf, tell } from './tell.js'

/** How a run is carried out: nothing here changes its bytes. */
export interface Means {
  readonly workers?: number
  readonly concurrency: number
  readonly json?: boolean
  readonly show?: boolean
}

/** The options of `Means`. */
export function withMeans(command: Command): Command {
  return command
    .option(
      '--workers <n>',
      'threads to work on; does not change the bytes (default: one per core, 1 for small runs)',
      wholeNumber('--workers', 1),
    )
    .option(
      '--concurrency <n>',
      'items under way at once where they wait for models; does not change the bytes',
      wholeNumber('--concurrency', 1),
      4,
    )
    .option('--show', 'print a summary table and one conversation')
    .option('--json', 'print one JSON object as the last line')
}

/** Items below which starting threads costs more than they save. */
const SMALL = 100

/** Makes what is missing of the run in this directory, and tells what came of it; `fresh` where the run starts now. */
export async function carryOut(
  directory: string,
  manifest: Manifest,
  configuration: Configuration,
  means: Means,
  fresh: boolean,
): Promise<void> {
  const journal = openJournal(directory, manifest.run, thisProcess(), { fresh })
  try {
    if (fresh && hasManifest(directory))
      throw new UsageError(
        `--out ${directory}`,
        'another process has started a run in it',
        'Choose another directory; nothing was overwritten.',
      )
    if (journal.abandonedBy) process.stderr.write(`Taking over from ${nameOf(journal.abandonedBy)}, which is gone.\n`)
    writeManifest(directory, manifest)
    for (const { ref, specs } of environmentsNamed(configuration.environments, '--environments'))
      writeEnvironmentDocument(directory, ref.digest, {
        name: ref.name,
        version: ref.version,
        tools: specs as unknown as Json,
      })
    const interrupts = listenForInterrupts(
      `Finishing what is under way; Ctrl-C again stops at once. Either way: turnsmith resume ${directory}`,
    )
    const ended = await perform(directory, manifest, configuration, means, journal, interrupts)
    if (ended.manifest.status === 'complete') journal.retire()
    interrupts.release()
    tell(directory, ended, means)
    process.exitCode = exitCodeOf(ended.manifest)
  } finally {
    journal.close()
  }
}

/** How this process signs in a run directory. */
export function thisProcess(): Owner {
  return { pid: process.pid, host: hostname(), since: new Date().toISOString() }
}

async function perform(
  directory: string,
  manifest: Manifest,
  configuration: Configuration,
  means: Means,
  journal: RunJournal,
  { signal }: Interrupts,
): Promise<Ended> {
  const [from, to] = itemsOf(configuration.count, manifest.shard)
  let done = 0
  for (const _ of journal.finished()) done += 1
  const runtime = runtimeFor(configuration, to - from - done, means)
  const progress = createProgress('trajectories', to - from, { done, workers: runtime.workers })
  try {
    return await performRun({
      directory,
      manifest,
      configuration,
      journal,
      runtime,
      signal,
      onCommitted: ({ status, rejections }) =>
        progress.advance({
          accepted: status === 'accepted',
          rejected: rejections.map(({ phase, cause }) => `${phase}:${cause}`),
        }),
    })
  } finally {
    progress.finish()
    await runtime.close()
  }
}

function runtimeFor(configuration: Configuration, items: number, { workers, concurrency }: Means): Runtime {
  const threads = workers ?? (items < SMALL ? 1 : availableParallelism())
  if (threads === 1) return createLocalRuntime(recipeOf(configuration), concurrency)
  const onCrash = (message: string): void =>
    void process.stderr.write(`A worker died (${message}); its items are tried again on another.\n`)
  return createThreadRuntime({ workers: threads, configuration, onCrash })
}
