import type { Command } from 'commander'
import { availableParallelism, hostname } from 'node:os'
import { assertPriced, environmentsNamed, movedTo } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { Manifest, Runtime } from '../core/run.js'
import { itemsOf } from '../core/shard.js'
import {
  type Configuration,
  createLocalRuntime,
  createModelRoles,
  createThreadRuntime,
  type Ended,
  type ModelRoles,
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
import { dollars, wholeNumber } from './options.js'
import { createProgress } from './progress.js'
import { exitCodeOf, tell } from './tell.js'

/** How a run is carried out: nothing here changes its bytes. */
export interface Means {
  readonly workers?: number
  readonly concurrency?: number
  readonly baseUrl?: string
  readonly maxCost?: number
  readonly maxTokens?: number
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
      'items under way at once where they wait for models; does not change the bytes (default: 64 on models, else 4)',
      wholeNumber('--concurrency', 1),
    )
    .option('--base-url <url>', 'where the models are, up to and with /v1')
    .option('--max-cost <usd>', 'spend no more on models than this, ever', dollars('--max-cost'))
    .option('--max-tokens <n>', 'use no more tokens than this, in and out', wholeNumber('--max-tokens', 1))
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
    process.exitCode = exitCodeOf(ended)
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
  interrupts: Interrupts,
): Promise<Ended> {
  const [from, to] = itemsOf(configuration.count, manifest.shard)
  let done = 0
  for (const _ of journal.finished()) done += 1
  const roles = modelRolesOf(manifest, configuration, means, journal, interrupts)
  const runtime = runtimeFor(configuration, to - from - done, means, roles)
  const progress = createProgress('trajectories', to - from, { done, workers: runtime.workers })
  try {
    const ended = await performRun({
      directory,
      manifest,
      configuration,
      journal,
      runtime,
      signal: roles?.signal ?? interrupts.signal,
      onCommitted({ status, rejections }) {
        if (status !== 'stopped')
          progress.advance({
            accepted: status === 'accepted',
            rejected: rejections.map(({ phase, cause }) => `${phase}:${cause}`),
          })
      },
    })
    const stopped = roles?.stopped()
    return stopped && stopped.cause !== 'interrupted' ? { ...ended, stopped: stopped.message } : ended
  } finally {
    progress.finish()
    await roles?.idle()
    await runtime.close()
  }
}

/** Models for the roles that the configuration gives them, where it does. */
function modelRolesOf(
  { run }: Manifest,
  { seed, models }: Configuration,
  { baseUrl, maxCost, maxTokens }: Means,
  journal: RunJournal,
  { signal }: Interrupts,
): ModelRoles | undefined {
  if (!models) return undefined
  assertPriced(models, maxCost)
  const speakers = baseUrl === undefined ? models : movedTo(models, baseUrl)
  const caps = {
    ...(maxCost === undefined ? {} : { usd: maxCost }),
    ...(maxTokens === undefined ? {} : { tokens: maxTokens }),
  }
  return createModelRoles({ run, seed, speakers, journal, caps, environment: process.env, signal })
}

/** Items on models wait most of their time: they share one thread, which also keeps the journal. */
function runtimeFor(
  configuration: Configuration,
  items: number,
  { workers, concurrency }: Means,
  roles: ModelRoles | undefined,
): Runtime {
  if (roles)
    return createLocalRuntime({ ...recipeOf(configuration), rolesAt: roles.rolesAt }, concurrency ?? MODEL_CONCURRENCY)
  const threads = workers ?? (items < SMALL ? 1 : availableParallelism())
  if (threads === 1) return createLocalRuntime(recipeOf(configuration), concurrency ?? CONCURRENCY)
  const onCrash = (message: string): void =>
    void process.stderr.write(`A worker died (${message}); its items are tried again on another.\n`)
  return createThreadRuntime({ workers: threads, configuration, onCrash })
}

const CONCURRENCY = 4
const MODEL_CONCURRENCY = 64
