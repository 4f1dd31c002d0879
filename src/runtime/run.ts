import type { Json } from '../core/json.js'
import { type Policy, untrained } from '../core/policy.js'
import type { Journal, Manifest, Runtime, WorkItem, WorkResult } from '../core/run.js'
import { itemsOf } from '../core/shard.js'
import { POLICIES, policyLine, type ProposedTurn, ROUND, train } from '../pipeline/index.js'
import { compact, createLineFile, type RunJournal, writeManifest } from '../store/index.js'
import type { Configuration } from './configuration.js'
import { unfinishedSpend } from './model-roles.js'

/** A run under way in its directory. */
export interface Run {
  readonly directory: string
  readonly manifest: Manifest
  readonly configuration: Configuration
  readonly journal: RunJournal
  readonly runtime: Runtime
  /** Aborted: finish what is under way, write the files of what is finished, and stop. */
  readonly signal: AbortSignal
  /** Told of every item as soon as it is committed. */
  readonly onCommitted?: (result: WorkResult) => void
}

/** How a run ended, and the line of its first row. */
export interface Ended {
  readonly manifest: Manifest
  readonly sample?: Uint8Array
  /** Why the run could not go on, where no person stopped it. */
  readonly stopped?: string
}

/**
 * Makes the items that the journal does not hold yet, then writes the final files from the journal, in index order. Whatever
 * happens in between, items that were committed are not made again when the run is gone on with.
 */
export async function performRun(run: Run): Promise<Ended> {
  const { directory, configuration, journal } = run
  const begun = performance.now()
  const [from, to] = itemsOf(configuration.count, run.manifest.shard)
  const policies = configuration.sampler === 'learned' ? await performRounds(run, to) : undefined
  if (!policies) await performRange(run, from, to, {})
  const complete = missing(journal, from, to).next().done === true
  const { totals, files, sample } = await compact(directory, journal.results())
  const manifest: Manifest = {
    ...run.manifest,
    ...totals,
    cost: [...totals.cost, ...unfinishedSpend(journal)],
    status: complete ? 'complete' : 'stopped',
    files: policies ? [...files, policies] : files,
    timing: { seconds: Math.round(performance.now() - begun) / 1000 },
  }
  writeManifest(directory, manifest)
  return { manifest, ...(sample ? { sample } : {}) }
}

/** A round starts when the one before is done, with the policy that has learned from all its items in index order. */
async function performRounds(run: Run, to: number): Promise<Manifest['files'][number]> {
  const { directory, journal, signal } = run
  const file = createLineFile(
    directory,
    POLICIES,
    `Free some space, then go on with \`turnsmith resume ${directory}\`.`,
  )
  let [policy, before]: [Policy, Policy | undefined] = [untrained, undefined]
  for (let from = 0; from < to && !signal.aborted; from += ROUND) {
    const end = Math.min(to, from + ROUND)
    await file.write(JSON.stringify(policyLine(policy, before)))
    await performRange(run, from, end, { policy })
    before = policy
    policy = train(
      policy,
      [...journal.results(from, end)].flatMap(({ lesson }) => turnsOf(lesson)),
    )
  }
  return await file.close()
}

function turnsOf(lesson: Json | undefined): readonly ProposedTurn[] {
  return (lesson ?? []) as unknown as readonly ProposedTurn[]
}

async function performRange(
  { manifest, journal, runtime, signal, onCommitted }: Run,
  from: number,
  to: number,
  { policy }: { readonly policy?: Policy },
): Promise<void> {
  const onResult = (result: WorkResult): void => {
    journal.finish(result)
    onCommitted?.(result)
  }
  await runtime.run(itemsToDo(), onResult, signal)

  function* itemsToDo(): Generator<WorkItem> {
    const common = { run: manifest.run, round: policy?.round ?? 0, ...(policy ? { policy } : {}) }
    for (const index of missing(journal, from, to)) yield { ...common, index }
  }
}

/** Indices in a range that the journal does not hold, ascending, read from it as they are asked for. */
function* missing(journal: Journal, from: number, to: number): Generator<number> {
  const done = journal.finished(from)[Symbol.iterator]()
  let next = done.next()
  for (let index = from; index < to; index++) {
    if (next.done || next.value !== index) yield index
    else next = done.next()
  }
}
