import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { USAGE } from './usage.js'

/** What a command used. */
export interface Usage {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** The command line, compiled with the benchmarks. */
export const MAIN = join(import.meta.dirname, '../../src/cli/main.js')

/** Runs the command line in a process of its own and measures it; one that fails ends the benchmark. */
export function measured(...args: readonly string[]): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'turnsmith-usage-'))
  const path = join(folder, 'usage.json')
  const begun = performance.now()
  const options = ['--import', join(import.meta.dirname, 'usage.js'), MAIN, ...args]
  const { status, stderr } = spawnSync(process.execPath, options, {
    env: { ...process.env, [USAGE]: path },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const seconds = (performance.now() - begun) / 1000
  if (status !== 0) throw new Error(`turnsmith ${args.join(' ')} ended with ${status}\n${stderr.slice(-2000)}`)
  const usage = { seconds, ...(JSON.parse(readFileSync(path, 'utf8')) as Omit<Usage, 'seconds'>) }
  rmSync(folder, { recursive: true })
  return usage
}

/** Does something with a folder that goes afterwards. */
export async function withFolder(work: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'turnsmith-bench-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The machine, and how busy others keep it. */
export function machine(): string {
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, load ${load} on ${cpus().length} cores`
}
