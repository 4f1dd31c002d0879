import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { machine, measured, type Usage, withFolder } from './support/command.js'

/** Rows that are made and verified; TURNSMITH_BENCH_ROWS says otherwise. */
const ROWS = Number(process.env['TURNSMITH_BENCH_ROWS'] ?? 1000)

/** The size that the paper's dataset has, and the time it may take on two cores. */
const PAPER = { rows: 17_000, seconds: 60 }

/** Four-turn rows with full certificates, made, written and verified: CPU time a row, and what a second thread brings. */
export async function run(): Promise<void> {
  console.log(`${machine()}; ${ROWS} four-turn rows of the default environments, starts of processes included`)
  await withFolder((folder) => {
    const synth = (workers: number): Usage => {
      const out = join(folder, `on-${workers}`)
      return measured('synth', '--count', String(ROWS), '--turns', '4-4', '--workers', String(workers), '--out', out)
    }
    const [one, two] = [synth(1), synth(2)]
    const file = join(folder, 'on-1', 'trajectories.jsonl')
    const write = purelyWritten(file, join(folder, 'again.jsonl'))
    const verify = measured('verify', join(folder, 'on-1'), '--workers', '1')
    line('synthesis, one thread', one)
    console.log(
      `  ${PAPER.rows.toLocaleString('en')} rows at that rate on two cores: ${((one.cpuSeconds * PAPER.rows) / ROWS / 2).toFixed(0)} s (bar ${PAPER.seconds} s)`,
    )
    line('synthesis, two threads', two)
    console.log(
      `  against one thread: ${(one.seconds / two.seconds).toFixed(2)} x as fast, ${(two.cpuSeconds / one.cpuSeconds).toFixed(2)} x the CPU time`,
    )
    console.log(
      `serialising and writing the same bytes: ${((1000 * write) / ROWS).toFixed(2)} ms a row; synthesis takes ${(one.cpuSeconds / write).toFixed(0)} x that (bar 15 x)`,
    )
    line('verify, one thread', verify)
    console.log(
      `  1,000 rows at that rate on two cores: ${((verify.cpuSeconds * 1000) / ROWS / 2).toFixed(1)} s (bar 5 s)`,
    )
  })
}

function line(what: string, { seconds, cpuSeconds, peakMegabytes }: Usage): void {
  const row = (value: number): string => ((1000 * value) / ROWS).toFixed(1)
  console.log(
    `${what}: ${row(cpuSeconds)} ms of CPU a row (${row(seconds)} ms by the clock), peak ${peakMegabytes.toFixed(0)} MB`,
  )
}

/** Seconds of CPU that it takes to turn rows into text and write them, down to the disk. */
function purelyWritten(from: string, to: string): number {
  const rows = readFileSync(from, 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as object)
  const begun = process.cpuUsage()
  const file = openSync(to, 'w')
  for (const row of rows) writeSync(file, `${JSON.stringify(row)}\n`)
  fsyncSync(file)
  closeSync(file)
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1e6
}
