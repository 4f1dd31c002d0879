import { Command } from 'commander'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exporterNamed, FORMATS } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Json, JsonObject } from '../core/json.js'
import type { Exporter, PairExporter, TaskExporter } from '../exporters/index.js'
import {
  parseTrajectory,
  PREFERENCES,
  readManifest,
  readTrajectories,
  TRAJECTORIES,
  writeJsonLines,
} from '../store/index.js'
import { pairedLines } from './paired-lines.js'

export function exportCommand(): Command {
  return new Command('export')
    .description('Write a run as the training records of a format.')
    .argument('<dir>', 'a run directory')
    .requiredOption('--format <name>', `one of ${FORMATS.join(', ')}`)
    .requiredOption('--out <dir>', 'where to write; existing files are never overwritten')
    .option('--json', 'print one JSON object')
    .addHelpText('before', 'Example: turnsmith export runs/mine --format openai --out data\n')
    .addHelpText('after', `\nFormats:\n${FORMATS.map(describe).join('\n')}`)
    .action(async (directory: string, options: { format: string; out: string; json?: boolean }) => {
      const exporter = exporterNamed(options.format, '--format')
      readManifest(directory)
      const records = recordsOf(directory, exporter)
      mkdirSync(options.out, { recursive: true })
      const info = exporter.datasetInfo && datasetInfoWith(join(options.out, DATASET_INFO), exporter.datasetInfo)
      const writer = await writeJsonLines(options.out, exporter.fileName)
      for await (const record of records) await writer.write(record)
      const { rows } = await writer.close()
      if (info !== undefined) writeFileSync(join(options.out, DATASET_INFO), info)
      const lost = Object.entries(exporter.lost)
      if (options.json)
        console.log(
          JSON.stringify({
            format: exporter.name,
            rows,
            out: join(options.out, exporter.fileName),
            lost: exporter.lost,
          }),
        )
      else
        console.log(
          `${rows} rows in ${join(options.out, exporter.fileName)}${lost.length > 0 ? `; left out: ${lost.map(([what, why]) => `${what} (${why})`).join(', ')}` : ''}`,
        )
    })
}

function describe(name: string): string {
  return `  ${name.padEnd(12)} ${exporterNamed(name, '--format').description}`
}

function recordsOf(directory: string, exporter: Exporter | PairExporter | TaskExporter): AsyncIterable<Json> {
  if ('records' in exporter) return pairsOf(directory, exporter)
  const file = join(directory, TRAJECTORIES)
  return 'task' in exporter ? tasksOf(file, exporter) : rowsOf(file, exporter)
}

async function* rowsOf(file: string, { rows }: Exporter): AsyncGenerator<Json> {
  for await (const { row } of readTrajectories(file)) yield* rows(row)
}

async function* tasksOf(file: string, { task }: TaskExporter): AsyncGenerator<Json> {
  for await (const { row } of readTrajectories(file)) for (const turn of row.turns.keys()) yield task(row, turn)
}

function pairsOf(directory: string, exporter: PairExporter): AsyncGenerator<Json> {
  const [trajectories, preferences] = [join(directory, TRAJECTORIES), join(directory, PREFERENCES)]
  if (!existsSync(preferences))
    throw new UsageError(
      directory,
      'the run has no preference pairs',
      'Pairs come from failed attempts and altered steps: make a run of more rows.',
    )
  return recordsOfPairs(trajectories, preferences, exporter)
}

async function* recordsOfPairs(
  trajectories: string,
  preferences: string,
  exporter: PairExporter,
): AsyncGenerator<Json> {
  const onStray = ({ id }: { readonly id: string }, line: number): never => {
    throw new UsageError(
      `${preferences} line ${line}`,
      `pair ${id} belongs to no row of ${trajectories}`,
      'Export the two files of one run, as turnsmith wrote them.',
    )
  }
  for await (const { line, text, pairs = [] } of pairedLines(trajectories, preferences, onStray)) {
    if (pairs.length === 0) continue
    const row = parseTrajectory(text, `${trajectories} line ${line}`)
    for (const pair of pairs) yield* exporter.records(row, pair)
  }
}

/** Where LLaMA-Factory looks for what files there are. */
const DATASET_INFO = 'dataset_info.json'

/** The file with these entries beside those that it has already. */
function datasetInfoWith(path: string, entries: { readonly [name: string]: Json }): string {
  const known = existsSync(path) ? datasetInfoIn(path) : {}
  return `${JSON.stringify({ ...known, ...entries }, null, 2)}\n`
}

function datasetInfoIn(path: string): JsonObject {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonObject
  } catch {
    throw new UsageError(path, 'this is no JSON', 'Mend it, or export to another folder.')
  }
}
