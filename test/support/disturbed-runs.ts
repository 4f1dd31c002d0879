import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect } from 'vitest'
import { openJournal, readManifest } from '../../src/store/index.js'
import { type Ran, turnsmith } from './cli.js'
import { appearance, start } from './processes.js'
import { OWNER, temporaryDirectories } from './results.js'

/** Items of the run that the tests disturb in one way or another: short rows, so that it takes seconds. */
export const COUNT = 60

/** The command that makes so many of them, but for where. */
export function synthOf(count: number): readonly string[] {
  return ['synth', '--count', String(count), '--seed', '5', '--turns', '1-2', '--environments', 'mini,message']
}

export const SYNTH = synthOf(COUNT)

/** The run as it comes out when nothing disturbs it, and a folder for the disturbed ones. */
export interface Undisturbed {
  readonly root: string
  readonly out: string
  /** How long it took, start of the process included. */
  milliseconds: number
}

/** Makes the undisturbed run before the tests of a file. */
export function undisturbedRun(synth = SYNTH): Undisturbed {
  const root = temporaryDirectories()()
  const run = { root, out: join(root, 'whole'), milliseconds: 0 }
  beforeAll(async () => {
    const begun = performance.now()
    const ran = await turnsmith(...synth, '--out', run.out, '--workers', '1')
    run.milliseconds = performance.now() - begun
    if (ran.code !== 0) throw new Error(ran.stderr)
  }, 120_000)
  return run
}

const FILES = ['trajectories.jsonl', 'rejected.jsonl', 'preferences.jsonl']

/** Two finished runs are the same: files byte by byte, manifests but for the timing, and nothing beside them. */
export function expectSame(out: string, as: string): void {
  for (const name of FILES) expect(readFileSync(join(out, name)).equals(readFileSync(join(as, name)))).toBe(true)
  const [ours, theirs] = [out, as].map((path) => ({
    ...(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as object),
    timing: null,
  }))
  expect(ours).toEqual(theirs)
  expect(readdirSync(out).toSorted()).toEqual(['environments', 'manifest.json', ...FILES].toSorted())
}

/** Starts the run and waits until its journal holds something. */
export async function underWay(
  out: string,
  means: readonly string[] = ['--workers', '1'],
  node: readonly string[] = [],
  synth = SYNTH,
): Promise<ReturnType<typeof start>> {
  const run = start([...synth, '--out', out, ...means], node)
  const log = join(out, 'journal.sqlite-wal')
  await appearance(log, run)
  while (run.child.exitCode === null && statSync(log).size < 200_000) await setTimeout(10)
  return run
}

/** Starts the run and kills it when its journal holds something. */
export async function killedRun(out: string): Promise<string> {
  const run = await underWay(out)
  run.child.kill('SIGKILL')
  await run.ended
  return out
}

/** Items that the journal of a run holds, read from a copy. */
export function committedIn(out: string): number {
  const copy = mkdtempSync(join(tmpdir(), 'turnsmith-copy-'))
  cpSync(out, copy, { recursive: true })
  const journal = openJournal(copy, readManifest(copy).run, OWNER)
  const committed = [...journal.finished()].length
  journal.close()
  rmSync(copy, { recursive: true })
  return committed
}

/** Items that a process made itself, by the last line of its progress. */
export function madeBy({ stderr }: Ran): number {
  const line = stderr.split('\n').findLast((text) => text.startsWith('{"progress"')) ?? '{}'
  return (JSON.parse(line) as { accepted: number }).accepted
}
