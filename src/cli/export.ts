import { Command } from 'commander'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { exporterNamed, EXPORTERS } from '../catalog/index.js'
import { readManifest, readTrajectories, TRAJECTORIES, writeJsonLines } from '../store/index.js'

export function exportCommand(): Command {
  return new Command('export')
    .description('Write a run as the training records of a format.')
    .argument('<dir>', 'a run directory')
    .requiredOption('--format <name>', `one of ${[...EXPORTERS.keys()].join(', ')}`)
    .requiredOption('--out <dir>', 'where to write; existing files are never overwritten')
    .option('--json', 'print one JSON object')
    .addHelpText('before', 'Example: turnsmith export runs/mine --format openai --out data\n')
    .action(async (directory: string, options: { format: string; out: string; json?: boolean }) => {
      const exporter = exporterNamed(options.format, '--format')
      readManifest(directory)
      mkdirSync(options.out, { recursive: true })
      const writer = await writeJsonLines(options.out, exporter.fileName)
      for await (const { row } of readTrajectories(join(directory, TRAJECTORIES)))
        for (const record of exporter.rows(row)) await writer.write(record)
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
