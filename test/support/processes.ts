import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { MAIN, type Ran } from './cli.js'

/** What a process finds in its environment beside what all do. */
export type Surroundings = { readonly [name: string]: string }

/** A command that is running. */
export interface Started {
  readonly child: ChildProcess
  /** How it ended; a process that was killed has the code -1. */
  readonly ended: Promise<Ran>
}

/** Starts the built command line; `node` are options for Node itself. */
export function start(args: readonly string[], node: readonly string[] = [], env: Surroundings = {}): Started {
  return started(process.execPath, [...node, MAIN, ...args], env)
}

/** Runs one of the programs in `scripts` to its end. */
export function script(name: string, args: readonly string[]): Promise<Ran> {
  return startScript(name, args).ended
}

/** Starts one of the programs in `scripts`. */
export function startScript(name: string, args: readonly string[] = []): Started {
  return startProgram(join(import.meta.dirname, '../../scripts', name), args)
}

/** Starts a program of ours that is not the command line. */
export function startProgram(path: string, args: readonly string[], env: Surroundings = {}): Started {
  return started(process.execPath, [path, ...args], env)
}

/** Starts the built command line on another Node. */
export function startOn(node: string, args: readonly string[]): Started {
  return started(node, [MAIN, ...args])
}

/** Starts the built command line in a shell that has a limit, such as `ulimit -f 100`. */
export function startUnder(limit: string, args: readonly string[]): Started {
  return started('bash', ['-c', `${limit}; exec "$0" "$@"`, process.execPath, MAIN, ...args])
}

function started(command: string, args: readonly string[], env: Surroundings = {}): Started {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')))
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }))
  })
  return { child, ended }
}

/** Waits until a process has written something; fails with what it wrote where it ends before. */
export async function said({ child }: Started, words: RegExp): Promise<string> {
  let text = ''
  return await new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      text += chunk.toString('utf8')
      if (words.test(text)) resolve(text)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('close', () => reject(new Error(`ended before it said ${String(words)}: ${text}`)))
  })
}

/** Waits until a file is there, or the process has ended. */
export async function appearance(of: string, { child }: Started): Promise<void> {
  while (!existsSync(of) && child.exitCode === null) await setTimeout(20)
}

/** Kills a run after a while, and goes on with it, or starts it again where it had not begun; the last process ends by itself. */
export async function survive(
  out: string,
  synth: readonly string[],
  kills: readonly number[],
  means: readonly string[],
): Promise<Ran> {
  for (const milliseconds of kills) {
    const run = start([...commandFor(out, synth), ...means])
    await Promise.race([setTimeout(milliseconds), run.ended])
    run.child.kill('SIGKILL')
    await run.ended
  }
  return await start([...commandFor(out, synth), ...means]).ended
}

function commandFor(out: string, synth: readonly string[]): readonly string[] {
  return existsSync(join(out, 'manifest.json')) ? ['resume', out] : [...synth, '--out', out]
}
