import { join } from 'node:path'
import { machine, measured, withFolder } from './support/command.js'

/** Sizes of runs; TURNSMITH_BENCH_COUNTS says otherwise. */
const COUNTS = (process.env['TURNSMITH_BENCH_COUNTS'] ?? '500,2500').split(',').map(Number)

/** Peak memory of a command over the size of the run: flat, since nothing keeps the rows. */
export async function run(): Promise<void> {
  console.log(
    `${machine()}; four-turn rows of the default environments, two threads, peak of the whole process in MB (bar 600)`,
  )
  for (const count of COUNTS)
    await withFolder((folder) => {
      const out = join(folder, 'run')
      const rows = ['--count', String(count), '--turns', '4-4']
      const peaks = {
        synth: measured('synth', ...rows, '--workers', '2', '--out', out),
        verify: measured('verify', out, '--workers', '2'),
        report: measured('report', out),
        export: measured('export', out, '--format', 'openai', '--out', join(folder, 'data')),
      }
      const words = Object.entries(peaks).map(([what, { peakMegabytes }]) => `${what} ${peakMegabytes.toFixed(0)}`)
      console.log(`${count.toLocaleString('en').padStart(8)} rows: ${words.join(' · ')}`)
    })
}
