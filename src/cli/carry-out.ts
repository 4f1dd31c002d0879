import type { Command } from 'commander'
import { availableParallelism, hostname } from 'node:os'
import { assertPriced, environmentsNamed, movedTo } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { Manifest, Runtime } from '../core/run.js'
import { itemsOf } from '../core/shard.js'
import {
  type Announcement,
  budgetOf,
  type Configuration,
  createModelRoles,
  type Ended,
  type ModelRoles,
  performRun,
} from '../runtime/index.js'
import {
  type BatchFile,
  hasManifest,
  nameOf,
  openBatchFile,
  openJournal,
  type Owner,
  type RunJournal,
  writeEnvironmentDocument,
  writeManifest,
} from '../store/index.js'
import { type Interrupts, listenForInterrupts } from './interrupts.js'
import { dollars, oneOf, wholeNumber } from './options.js'
import { createProgress } from './progress.js'
import { distributedRuntime, modelRuntime, RUNTIMES, threadsRuntime } from './runtimes.js'
import { exitCodeOf, tell } from './tell.js'
import { fromBatches, startWave, type Wave } from './wave.js'

/** How a run is carried out: nothing here changes its bytes. */
export interface Means {
  readonly workers?: number
  readonly concurrency?: number
  readonly baseUrl?: string
  readonly maxCost?: number
  readonly maxTokens?: number
  readonly runtime: string
  /** Where requests are written down instead of being sent. */
  readonly batch?: string
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
    .option(
      '--runtime <name>',
      'where items are made: here, or by `turnsmith worker` processes that share a PostgreSQL',
      oneOf('--runtime', RUNTIMES),
      'local',
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
    const batch = openBatchFile(directory)
    const wave = waveOf(batch, configuration, means)
    const ended = await perform({ directory, manifest, configuration, means, journal, fresh, batch, wave }, interrupts)
    const files = (await wave?.close()) ?? []
    if (ended.manifest.status === 'complete') {
      journal.retire()
      batch.remove()
    }
    interrupts.release()
    tell(directory, ended, { ...means, files })
    process.exitCode = exitCodeOf(ended, interrupts.signal.aborted ? [] : files)
  } finally {
    journal.close()
  }
}

/** How this process signs in a run directory. */
export function thisProcess(): Owner {
  return { pid: process.pid, host: hostname(), since: new Date().toISOString() }
}

/** Refused where nothing would be asked, or in another form than batches have. */
function waveOf(batch: BatchFile, { models }: Configuration, { batch: path, runtime }: Means): Wave | undefined {
  if (path === undefined) return undefined
  if (!models || runtime !== 'local')
    throw new UsageError(
      '--batch',
      'only a run on models in one process asks anything that could be written down',
      'Give --agents model, and --runtime local.',
    )
  const other = Object.values(models).find(({ endpoint }) => endpoint.kind !== 'openai')
  if (other)
    throw new UsageError(
      '--batch',
      `'${other.model}' is behind an endpoint of kind '${other.endpoint.kind}', whose batches have another form`,
      'Use an endpoint of kind openai, or leave out --batch.',
    )
  return startWave(batch, path)
}

interface Work {
  readonly directory: string
  readonly manifest: Manifest
  readonly configuration: Configuration
  readonly means: Means
  readonly journal: RunJournal
  readonly batch: BatchFile
  readonly wave: Wave | undefined
  readonly fresh: boolean
}

async function perform(work: Work, interrupts: Interrupts): Promise<Ended> {
  const { manifest, configuration, journal } = work
  const [from, to] = itemsOf(configuration.count, manifest.shard)
  let done = 0
  for (const _ of journal.finished()) done += 1
  const roles = modelRolesOf(work, interrupts)
  const runtime = await runtimeFor(work, to - from - done, roles)
  const progress = createProgress('trajectories', to - from, { done, workers: () => runtime.workers })
  try {
    const ended = await performRun({
      ...work,
      runtime,
      signal: roles?.signal ?? interrupts.signal,
      onCommitted({ status, rejections, spent }) {
        if (status !== 'stopped')
          progress.advance({
            accepted: status === 'accepted',
            rejected: rejections.map(({ phase, cause }) => `${phase}:${cause}`),
            usd: spent.reduce((sum, { usd = 0 }) => sum + usd, 0),
          })
      },
    })
    const stopped = runtime.stopped?.()
    return stopped === undefined ? ended : { ...ended, stopped }
  } finally {
    progress.finish()
    await runtime.close()
  }
}

/** What of the configuration and the means decides who plays the roles, and for how much money. */
function castOf({ configuration: { models }, means }: Work): Omit<Announcement, 'configuration'> {
  const { baseUrl, maxCost, maxTokens } = means
  if (!models) return {}
  assertPriced(models, maxCost)
  const caps = {
    ...(maxCost === undefined ? {} : { usd: maxCost }),
    ...(maxTokens === undefined ? {} : { tokens: maxTokens }),
  }
  return { speakers: baseUrl === undefined ? models : movedTo(models, baseUrl), caps }
}

/** Models for the roles that the configuration gives them, where they are played in this process. */
function modelRolesOf(work: Work, { signal }: Interrupts): ModelRoles | undefined {
  const { manifest, configuration, means, journal, batch, wave } = work
  const { speakers, caps = {} } = castOf(work)
  if (!speakers || means.runtime === 'dbos') return undefined
  const budget = budgetOf(journal, caps, wave !== undefined)
  const { run } = manifest
  return createModelRoles({
    run,
    seed: configuration.seed,
    speakers,
    journal,
    budget,
    way: wave?.way ?? fromBatches(batch),
    answered: batch.asked.size > 0 || budget.spent().tokens > 0,
    environment: process.env,
    signal,
  })
}

/** Items on models wait most of their time: they share one thread, which also keeps the journal. */
async function runtimeFor(work: Work, items: number, roles: ModelRoles | undefined): Promise<Runtime> {
  const { manifest, configuration, means, journal, fresh } = work
  const { workers, concurrency } = means
  if (means.runtime === 'dbos')
    return await distributedRuntime(manifest, { configuration, ...castOf(work) }, journal, fresh)
  if (roles) return modelRuntime(configuration, roles, concurrency)
  return threadsRuntime(workers ?? (items < SMALL ? 1 : availableParallelism()), configuration, concurrency)
}
