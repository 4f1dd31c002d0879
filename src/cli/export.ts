import { Command } from 'commander'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { exporterNamed, FORMATS } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { PairExporter } from '../exporters/index.js'
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
    .action(async (directory: string, options: { format: string; out: string; json?: boolean }) => {
      const exporter = exporterNamed(options.format, '--format')
      readManifest(directory)
      const records = 'rows' in exporter ? rowsOf(directory, exporter.rows) : pairsOf(directory, exporter)
      mkdirSync(options.out, { recursive: true })
      const writer = await writeJsonLines(options.out, exporter.fileName)
      for await (const record of records) await writer.write(record)
      const { rows } = await writer.close()
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

async function* rowsOf(
  directory: string,
  rows: Extract<ReturnType<typeof exporterNamed>, { rows: unknown }>['rows'],
): AsyncGenerator<Json> {
  for await (const { row } of readTrajectories(join(directory, TRAJECTORIES))) yield* rows(row)
}

function pairsOf(directory: string, exporter: PairExporter): AsyncGenerator<Json> {
  const [trajectories, preferences] = [join(directory, TRAJECTORIES), join(directory, PREFERENCES)]
  if (!existsSync(preferences))
    throw new UsageError(
      directory,
      'the run has no preference pairs',
      'Pairs come from failed attempts and altered steps: make a run of more rows.',
    )
  return recordsOf(trajectories, preferences, exporter)
}

async function* recordsOf(trajectories: string, preferences: string, exporter: PairExporter): AsyncGenerator<Json> {
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
