import { Command } from 'commander'
import { existsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../core/errors.js'
import type { Preference } from '../core/preference.js'
import type { Manifest } from '../core/run.js'
import type { Discrepancy } from '../core/verdict.js'
import { createInProcess } from '../runtime/in-process.js'
import type { Outcome, Pool } from '../runtime/pool.js'
import { createThreads } from '../runtime/threads.js'
import { fileSha256, PREFERENCES, TRAJECTORIES } from '../store/index.js'
import type { RowVerdict } from '../verifiers/index.js'
import type { Line } from './judge.js'
import type { NoRow } from './judge-thread.js'
import { wholeNumber } from './options.js'
import { pairedLines } from './paired-lines.js'
import { createProgress } from './progress.js'
import { fileOfRun } from './file-of-run.js'
import { addPair, addVerdict, emptySummary, type VerifySummary } from './verify-summary.js'
import { withOwnTools } from './own-tools.js'

interface VerifyOptions {
  readonly workers?: number
  readonly json?: boolean
}

export function verifyCommand(): Command {
  return withOwnTools(new Command('verify'))
    .description('Re-prove every row from itself: no model, no network. Exit 1 if any fails.')
    .argument('<path>', 'a run directory, or a trajectories.jsonl')
    .option(
      '--workers <n>',
      'threads to work on (default: one per core, 1 for small files)',
      wholeNumber('--workers', 1),
    )
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith verify runs/mine\n')
    .action(async (path: string, options: VerifyOptions) => {
      const { summary, failures } = await verify(path, options.workers)
      for (const line of failures.shown) console.error(line)
      if (failures.count > failures.shown.length)
        console.error(`... and ${failures.count - failures.shown.length} more`)
      if (options.json) console.log(JSON.stringify(summary))
      else
        console.log(
          `${summary.verified} of ${summary.rows} rows verified; mutants ${summary.mutants.killed}/${summary.mutants.tried} and query mutants ${summary.queryMutants.killed}/${summary.queryMutants.tried} refused; null agents passed ${summary.nullPassed}.${pairsLine(summary)}`,
        )
      if (summary.failed + summary.preferences.failed > 0) process.exitCode = 1
    })
}

function pairsLine({ preferences: { pairs, proved } }: VerifySummary): string {
  return pairs === 0 ? '' : ` ${proved} of ${pairs} preference pairs proved.`
}

/** What failed: the first lines that say so, and how many there are. */
interface Failures {
  readonly shown: string[]
  count: number
}

const SHOWN = 20

/** Re-proves every row of a run or a file; reads it line by line, so that its size does not matter. */
export async function verify(path: string, workers?: number): Promise<{ summary: VerifySummary; failures: Failures }> {
  const { file, manifest, preferences } = fileOfRun(path)
  const [summary, failures] = [emptySummary(), { shown: [], count: 0 } as Failures]
  const fail = (text: string): void => {
    failures.count += 1
    if (failures.shown.length < SHOWN) failures.shown.push(text)
  }
  const pool = await poolFor(file, workers)
  const progress = manifest && createProgress('rows', manifest.accepted, { workers: () => pool.workers })
  try {
    const onOutcome = (outcome: Outcome<Line, RowVerdict | NoRow>): void => {
      const passed = take(outcome, summary, fail)
      progress?.advance({ accepted: passed })
    }
    const onStray = ({ id }: Preference, line: number): void => {
      addPair(summary, false)
      fail(
        `preference pair ${id} (line ${line}): its row is not there, or the lines are not in the order of their rows`,
      )
    }
    await pool.run(pairedLines(file, preferences, onStray), file, onOutcome, new AbortController().signal)
  } finally {
    progress?.finish()
    await pool.close()
  }
  const tampered = await tamperedFile(path, manifest, summary)
  if (tampered !== undefined) {
    fail(tampered)
    summary.failed += 1
  }
  return { summary, failures }
}

/** A file of the run that proves to be in order and yet is not the one that was written. */
async function tamperedFile(
  directory: string,
  manifest: Manifest | undefined,
  { rows, failed, preferences }: VerifySummary,
): Promise<string | undefined> {
  const held: { readonly [name: string]: number } = { [TRAJECTORIES]: rows, [PREFERENCES]: preferences.pairs }
  if (failed + preferences.failed > 0) return undefined
  for (const { name, rows: listed, sha256 } of manifest?.files ?? []) {
    if (!Object.hasOwn(held, name)) continue
    const file = join(directory, name)
    if (listed !== held[name] || !existsSync(file) || sha256 !== (await fileSha256(file)))
      return `${file}: the file is not the one the manifest describes (${listed} rows, sha256 ${sha256.slice(0, 12)}…)`
  }
  return undefined
}

/** Bytes of a file below which starting threads costs more than they save. */
const SMALL = 2_000_000

/** Who judges; what a row is judged by is loaded only where that is done. */
async function poolFor(file: string, workers: number | undefined): Promise<Pool<Line, string, RowVerdict | NoRow>> {
  const threads = workers ?? (existsSync(file) && statSync(file).size < SMALL ? 1 : availableParallelism())
  if (threads === 1) {
    const { judge } = await import('./judge.js')
    return createInProcess(async (line: Line) => judge(line, file), 1)
  }
  return createThreads({
    module: new URL('./judge-thread.js', import.meta.url),
    workers: threads,
    onCrash: (message) =>
      void process.stderr.write(`A worker died (${message}); its rows are tried again on another.\n`),
  })
}

/** Counts one row in, and says whether it passed. */
function take(
  outcome: Outcome<Line, RowVerdict | NoRow>,
  summary: VerifySummary,
  fail: (text: string) => void,
): boolean {
  const { line } = outcome.input
  if ('crash' in outcome) {
    summary.rows += 1
    summary.failed += 1
    fail(`line ${line}: worker-crash`)
    return false
  }
  const verdict = outcome.output
  if ('remedy' in verdict) throw new UsageError(verdict.where, verdict.what, verdict.remedy)
  addVerdict(summary, verdict)
  for (const pair of verdict.pairs.filter(({ pass }) => !pass))
    for (const reason of pair.reasons) fail(`preference pair ${pair.id}, ${place(reason)}: ${explain(reason)}`)
  for (const reason of verdict.reasons) fail(`row ${verdict.id} (line ${line}), ${place(reason)}: ${explain(reason)}`)
  return verdict.pass
}

function place({ turn, step, call }: Discrepancy): string {
  return [
    `turn ${turn}`,
    ...(step === undefined ? [] : [`step ${step}`]),
    ...(call === undefined ? [] : [`call ${call}`]),
  ].join(', ')
}

function explain({ kind, ...reason }: Discrepancy): string {
  const details = Object.entries(reason).filter(([name]) => !['turn', 'step', 'call'].includes(name))
  return `${kind} ${JSON.stringify(Object.fromEntries(details))}`.slice(0, 400)
}
