import { execFile } from 'node:child_process'
import { join } from 'node:path'

/** The built command line; another build where the environment names one. */
export const MAIN = process.env['TURNSMITH_MAIN'] ?? join(import.meta.dirname, '../../dist/cli/main.js')

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command line in a process of its own. */
export function turnsmith(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { maxBuffer: 64_000_000, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
      },
    )
  })
}

/** What `--json` prints as the last line. */
export function summaryOf({ stdout }: Ran): { readonly [field: string]: unknown } {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { [field: string]: unknown }
}

/** Messages for people on stderr, progress left out. */
export function messagesOf({ stderr }: Ran): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{"progress"'))
}
