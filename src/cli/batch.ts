import { Command } from 'commander'
import { UsageError } from '../core/errors.js'
import type { BatchAnswer } from '../core/batch.js'
import { type BatchResult, readBatchResult } from '../model/index.js'
import { type BatchFile, openBatchFile, readLines, readManifest, whileUnused } from '../store/index.js'
import { type Means, withMeans } from './carry-out.js'
import { withOwnTools } from './own-tools.js'
import { goOnWith } from './resume.js'
import { printTable } from './show.js'

/** A run on models whose requests are answered in files, by OpenAI's batches or `vllm run-batch`. */
export function batchCommand(): Command {
  const batch = new Command('batch').description(
    'Make a run on models in batches: write what it asks to a file, read what came back, as often as there is more to ask.',
  )
  batch.addCommand(writeCommand())
  batch.addCommand(readCommand())
  return batch.addHelpText(
    'before',
    'Example: turnsmith batch write runs/mine --out requests.jsonl; then turnsmith batch read runs/mine results.jsonl\n',
  )
}

interface WriteOptions extends Means {
  readonly out: string
}

function writeCommand(): Command {
  const command = new Command('write')
    .description('Let every item of a run go on as far as answers are there, and write down what it asks next.')
    .argument('<dir>', 'the run directory, of `turnsmith synth --batch`')
    .requiredOption('--out <file>', 'the file of requests; one of the same name is not overwritten')
  return withMeans(withOwnTools(command))
    .addHelpText('before', 'Example: turnsmith batch write runs/mine --out requests-2.jsonl\n')
    .action(async (directory: string, { out, ...means }: WriteOptions) => {
      await goOnWith(directory, { ...means, batch: out })
    })
}

function readCommand(): Command {
  return new Command('read')
    .description('Take what came back of a batch into a run; what failed or is missing will be asked again.')
    .argument('<dir>', 'the run directory')
    .argument('<results...>', 'files of results, of errors too, as they were downloaded')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith batch read runs/mine results.jsonl errors.jsonl\n')
    .action(async (directory: string, paths: string[], { json }: { readonly json?: boolean }) => {
      await read(directory, paths, json ?? false)
    })
}

/** What came of files of results. */
interface Taken {
  /** Requests that have an answer now and had none before. */
  readonly answered: number
  /** Requests that were written down and have no answer. */
  readonly open: number
  /** Lines for requests that were answered before. */
  readonly repeated: number
  /** Lines that answer no request of this run. */
  readonly unknown: number
  readonly errors: { readonly [cause: string]: number }
}

async function read(directory: string, paths: readonly string[], json: boolean): Promise<void> {
  readManifest(directory)
  const results: (BatchResult | undefined)[] = []
  for (const path of paths) for await (const { text } of readLines(path)) results.push(readBatchResult(text))
  const taken = whileUnused(directory, () => take(directory, results))
  if (json) console.log(JSON.stringify(taken))
  else tell(directory, taken)
  if (taken.answered === 0) process.exitCode = 1
}

function take(directory: string, results: readonly (BatchResult | undefined)[]): Taken {
  const batch = openBatchFile(directory)
  if (batch.asked.size === 0)
    throw new UsageError(
      directory,
      'nothing of this run was written down as a batch',
      `Write one first: turnsmith batch write ${directory} --out requests.jsonl.`,
    )
  const answers = new Map<string, BatchAnswer>()
  const errors = new Map<string, number>()
  const counts = { repeated: 0, unknown: 0 }
  const failed = (cause: string): unknown => errors.set(cause, (errors.get(cause) ?? 0) + 1)
  for (const result of results) {
    if (!result) failed('unreadable line')
    else if (!batch.asked.has(result.id)) counts.unknown += 1
    else if (batch.answerTo(result.id) || answers.has(result.id)) counts.repeated += 1
    else if ('error' in result) failed(result.error)
    else {
      answers.set(result.id, result.answer)
      if (result.answer.status !== 200) failed(`HTTP ${result.answer.status}`)
    }
  }
  batch.take(answers)
  return { answered: answers.size, open: openIn(batch), ...counts, errors: Object.fromEntries(errors) }
}

function openIn({ asked, answerTo }: BatchFile): number {
  return [...asked].filter((id) => !answerTo(id)).length
}

function tell(directory: string, { answered, open, repeated, unknown, errors }: Taken): void {
  printTable('Batch', [
    ['answered', String(answered)],
    ['still open', String(open)],
    ...(repeated > 0 ? ([['answered before', String(repeated)]] as const) : []),
    ...(unknown > 0 ? ([['of another run', String(unknown)]] as const) : []),
    ...Object.entries(errors).map(([cause, times]) => [cause, String(times)] as const),
  ])
  console.log(
    `Next: turnsmith batch write ${directory} --out FILE, or turnsmith resume ${directory} for the rest at once.`,
  )
}
