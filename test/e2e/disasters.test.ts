import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { messagesOf, turnsmith } from '../support/cli.js'
import {
  committedIn,
  COUNT,
  expectSame,
  killedRun,
  madeBy,
  SYNTH,
  underWay,
  undisturbedRun,
} from '../support/disturbed-runs.js'
import { start, startUnder } from '../support/processes.js'

const whole = undisturbedRun()

describe('a journal that was damaged', () => {
  it('at its tail costs what was in the tail, which is made again', async () => {
    const out = await killedRun(join(whole.root, 'torn'))
    const log = join(out, 'journal.sqlite-wal')
    truncateSync(log, statSync(log).size - 30_001)
    expect((await turnsmith('resume', out)).code).toBe(0)
    expectSame(out, whole.out)
  }, 120_000)

  it('so far that nothing is left costs everything, which is made again', async () => {
    const [out, bare] = [await killedRun(join(whole.root, 'no-log')), join(whole.root, 'no-journal')]
    cpSync(out, bare, { recursive: true })
    truncateSync(join(out, 'journal.sqlite-wal'), 0)
    for (const name of readdirSync(bare)) if (name.startsWith('journal')) truncateSync(join(bare, name), 0)
    for (const path of [out, bare]) {
      expect((await turnsmith('resume', path)).code).toBe(0)
      expectSame(path, whole.out)
    }
  }, 120_000)

  it('in the middle is refused, with what to do', async () => {
    const out = await killedRun(join(whole.root, 'damaged'))
    const journal = join(out, 'journal.sqlite')
    for (const name of readdirSync(out))
      if (name.startsWith('journal') && name !== 'journal.sqlite') truncateSync(join(out, name), 0)
    writeFileSync(journal, 'these are not the bytes of a database '.repeat(500))
    const ran = await turnsmith('resume', out)
    expect(ran.code).toBe(1)
    expect(messagesOf(ran)).toEqual([expect.stringMatching(/journal\.sqlite: the journal is damaged/)])
  }, 120_000)
})

describe('a clock that jumps', () => {
  it('changes nothing but the times in messages', async () => {
    const jumps = join(whole.root, 'jumps.mjs')
    writeFileSync(
      jumps,
      'let calls = 0\nconst now = Date.now\nDate.now = () => now() + [0, -9e9, 4e9, -1][calls++ % 4]\n' +
        'const RealDate = Date\nglobalThis.Date = class extends RealDate { constructor(...a) { a.length ? super(...a) : super(Date.now()) } }\n' +
        'globalThis.Date.now = () => now() + [0, -9e9, 4e9, -1][calls++ % 4]\n',
    )
    const out = join(whole.root, 'clock')
    const run = await underWay(out, ['--workers', '2'], ['--import', jumps])
    run.child.kill('SIGKILL')
    await run.ended
    const ran = await start(['resume', out, '--workers', '2'], ['--import', jumps]).ended
    expect(ran.code).toBe(0)
    expectSame(out, whole.out)
  }, 120_000)
})

/** A file system of a few megabytes, where this machine lets us make one. */
function smallDisk(): string | undefined {
  const path = join(whole.root, 'small-disk')
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', path], { stdio: 'ignore' })
    return path
  } catch {
    return undefined
  }
}

describe('a disk that has had enough', () => {
  const disk = smallDisk()
  const remount = (options: string): void => void execFileSync('mount', ['-o', `remount,${options}`, disk ?? ''])
  afterAll(() => {
    if (disk) execFileSync('umount', [disk])
  })

  it('in the middle of a file: one line, exit 1, and resume goes on from there', async () => {
    const out = join(whole.root, 'limited')
    const ran = await startUnder('ulimit -f 400', [...SYNTH, '--out', out, '--workers', '1']).ended
    expect(ran.code).toBe(1)
    expect(messagesOf(ran)).toEqual([
      expect.stringMatching(/journal\.sqlite: the disk reports an error.*turnsmith resume/),
    ])
    const committed = committedIn(out)
    expect(committed).toBeGreaterThan(0)
    const resumed = await turnsmith('resume', out, '--workers', '1')
    expect([resumed.code, madeBy(resumed)]).toEqual([0, COUNT - committed])
    expectSame(out, whole.out)
  }, 120_000)

  it.skipIf(!disk)(
    'when it is full, and when it is read-only: one line each, and nothing committed is lost',
    async () => {
      const out = join(disk ?? '', 'run')
      const full = await start([...SYNTH, '--workers', '1', '--out', out]).ended
      expect(full.code).toBe(1)
      expect(messagesOf(full)).toEqual([
        expect.stringMatching(/the disk is full\. Free some space, then .*turnsmith resume/),
      ])
      const still = await turnsmith('resume', out)
      expect([still.code, messagesOf(still).at(-1)]).toEqual([1, expect.stringMatching(/the disk is full/)])
      remount('ro')
      const locked = await turnsmith('resume', out)
      expect([locked.code, messagesOf(locked)]).toEqual([
        1,
        [expect.stringMatching(/the file system is read-only\. Make/)],
      ])
      const elsewhere = await turnsmith(...SYNTH, '--out', join(disk ?? '', 'new', 'run'))
      expect([elsewhere.code, messagesOf(elsewhere)]).toEqual([
        2,
        [expect.stringMatching(/cannot be written \(EROFS\)/)],
      ])
      remount('rw,size=64m')
      const committed = committedIn(out)
      expect(committed).toBeGreaterThan(0)
      const ran = await turnsmith('resume', out)
      expect([ran.code, madeBy(ran)]).toEqual([0, COUNT - committed])
      expectSame(out, whole.out)
    },
    240_000,
  )

  it.skipIf(disk)('cannot be made small here, so that it was not filled', () => {
    expect(disk).toBeUndefined()
  })
})
