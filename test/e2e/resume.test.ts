import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesOf, type Ran, summaryOf, turnsmith } from '../support/cli.js'
import { appearance, start, startUnder, survive } from '../support/processes.js'
import { temporaryDirectories } from '../support/results.js'

const fresh = temporaryDirectories()
const root = fresh()
const COUNT = 60
const SYNTH = ['synth', '--count', String(COUNT), '--seed', '5', '--turns', '1-2', '--environments', 'mini,message']
const whole = join(root, 'whole')

/** How long the undisturbed run took, start of the process included. */
let milliseconds = 0

beforeAll(async () => {
  const begun = performance.now()
  const ran = await turnsmith(...SYNTH, '--out', whole, '--workers', '1')
  milliseconds = performance.now() - begun
  if (ran.code !== 0) throw new Error(ran.stderr)
}, 120_000)

const FILES = ['trajectories.jsonl', 'rejected.jsonl'] as const

function expectSame(out: string, as = whole): void {
  for (const name of FILES) expect(readFileSync(join(out, name)).equals(readFileSync(join(as, name)))).toBe(true)
  const [ours, theirs] = [out, as].map((path) => ({
    ...(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as object),
    timing: null,
  }))
  expect(ours).toEqual(theirs)
  expect(readdirSync(out).toSorted()).toEqual(['environments', 'manifest.json', 'rejected.jsonl', 'trajectories.jsonl'])
}

const statusOf = (out: string): unknown =>
  (JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { status: unknown }).status

/** Starts a run and waits until its journal holds something. */
async function underWay(
  out: string,
  means: readonly string[] = ['--workers', '1'],
  node: readonly string[] = [],
): Promise<ReturnType<typeof start>> {
  const run = start([...SYNTH, '--out', out, ...means], node)
  await appearance(join(out, 'journal.sqlite-wal'), run)
  while (run.child.exitCode === null && statSync(join(out, 'journal.sqlite-wal')).size < 200_000) await setTimeout(10)
  return run
}

/** A directory as a process that was killed in the middle leaves it. */
async function killed(name: string): Promise<string> {
  const out = join(root, name)
  const run = await underWay(out)
  run.child.kill('SIGKILL')
  await run.ended
  return out
}

describe('a run that is killed', () => {
  it.each([0.1, 0.25, 0.4, 0.55, 0.7, 0.9])(
    'after %d of its time has the bytes of an undisturbed run when it is gone on with',
    async (share) => {
      const out = join(root, `killed-${share}`)
      const means = ['--workers', share < 0.5 ? '1' : '2']
      const ran = await survive(out, SYNTH, [share * milliseconds], means)
      expect(ran.code).toBe(0)
      expectSame(out)
    },
    120_000,
  )

  it('again and again has them too, and every new process says whom it takes over from', async () => {
    const out = join(root, 'again')
    const kills = [0.5, 0.4, 0.3, 0.45].map((share) => share * milliseconds)
    const ran = await survive(out, SYNTH, kills, ['--workers', '1'])
    expect(ran.code).toBe(0)
    expectSame(out)
  }, 120_000)

  it('is taken over with a word about who held it', async () => {
    const out = await killed('taken-over')
    const { code, stderr } = await turnsmith('resume', out)
    expect(stderr).toMatch(/Taking over from process \d+ on \S+ \(since 20.*\), which is gone\./)
    expect(code).toBe(0)
    expectSame(out)
  }, 120_000)

  it('is not verified as if it were whole', async () => {
    const out = await killed('unverified')
    const ran = await turnsmith('verify', out)
    expect(ran.code).toBe(2)
    expect(messagesOf(ran)).toEqual([
      expect.stringMatching(/the run is not finished\. Go on with it: turnsmith resume/),
    ])
  }, 120_000)

  it('and whose journal lost its tail makes again what was in the tail', async () => {
    const out = await killed('torn')
    const log = join(out, 'journal.sqlite-wal')
    truncateSync(log, statSync(log).size - 30_001)
    expect((await turnsmith('resume', out)).code).toBe(0)
    expectSame(out)
  }, 120_000)

  it('and lost its whole log, or its journal, makes it all again', async () => {
    const [out, bare] = [await killed('no-log'), join(root, 'no-journal')]
    cpSync(out, bare, { recursive: true })
    truncateSync(join(out, 'journal.sqlite-wal'), 0)
    for (const name of readdirSync(bare)) if (name.startsWith('journal')) truncateSync(join(bare, name), 0)
    for (const path of [out, bare]) {
      expect((await turnsmith('resume', path)).code).toBe(0)
      expectSame(path)
    }
  }, 120_000)

  it('with a journal of another schema version, or of no version, is refused with the reason', async () => {
    const out = await killed('damaged')
    const journal = join(out, 'journal.sqlite')
    for (const name of readdirSync(out))
      if (name.startsWith('journal') && name !== 'journal.sqlite') truncateSync(join(out, name), 0)
    writeFileSync(journal, 'these are not the bytes of a database '.repeat(500))
    const ran = await turnsmith('resume', out)
    expect(ran.code).toBe(1)
    expect(messagesOf(ran)).toEqual([expect.stringMatching(/journal\.sqlite: the journal is damaged/)])
  }, 120_000)
})

describe('a second process', () => {
  it('in the same directory is refused, with who the first is; the first goes on', async () => {
    const out = join(root, 'held')
    const run = await underWay(out)
    const refused = await Promise.all([
      turnsmith('resume', out),
      turnsmith(...SYNTH, '--out', out),
      turnsmith(...SYNTH, '--out', out, '--replace'),
    ])
    for (const ran of refused) {
      expect(ran.code).toBe(2)
      const words = new RegExp(`process ${run.child.pid} on \\S+ \\(since 20\\S+Z\\) works in it`)
      expect(messagesOf(ran)).toEqual([expect.stringMatching(words)])
    }
    expect((await run.ended).code).toBe(0)
    expectSame(out)
  }, 120_000)

  it('that starts in the same new directory at the same moment is refused too', async () => {
    const out = join(root, 'raced')
    const rans = await Promise.all([1, 2, 3].map(() => turnsmith(...SYNTH, '--out', out, '--workers', '1')))
    expect(rans.map(({ code }) => code).toSorted()).toEqual([0, 2, 2])
    expectSame(out)
  }, 120_000)
})

describe('Ctrl-C', () => {
  it('once finishes what is under way, writes the files, ends with 130; resume makes the rest', async () => {
    for (const workers of ['1', '2']) {
      const out = join(root, `stopped-${workers}`)
      const run = await underWay(out, ['--workers', workers])
      run.child.kill('SIGINT')
      const { code, stdout, stderr } = await run.ended
      expect(code).toBe(130)
      expect(stderr).toMatch(/Ctrl-C again stops at once/)
      expect(stdout).toMatch(/^\d+ of 60 trajectories in .*; stopped\. Go on with: turnsmith resume /)
      expect(statusOf(out)).toBe('stopped')
      const made = readFileSync(join(out, 'trajectories.jsonl'), 'utf8')
      expect(readFileSync(join(whole, 'trajectories.jsonl'), 'utf8').startsWith(made)).toBe(true)
      expect((await turnsmith('verify', out)).code).toBe(0)
      expect((await turnsmith('resume', out)).code).toBe(0)
      expectSame(out)
    }
  }, 120_000)

  it('twice stops at once, and nothing that was committed is lost', async () => {
    const out = join(root, 'twice')
    const run = await underWay(out, ['--workers', '2'])
    run.child.kill('SIGINT')
    run.child.kill('SIGTERM')
    expect((await run.ended).code).toBe(130)
    expect((await turnsmith('resume', out)).code).toBe(0)
    expectSame(out)
  }, 120_000)
})

describe('resume', () => {
  it('of a run that is complete changes nothing', async () => {
    const before = readFileSync(join(whole, 'manifest.json'), 'utf8')
    const ran = await turnsmith('resume', whole, '--json')
    expect(ran.code).toBe(0)
    expect(summaryOf(ran)).toMatchObject({ requested: COUNT, accepted: COUNT, out: whole })
    expect(readFileSync(join(whole, 'manifest.json'), 'utf8')).toBe(before)
  })

  it('of what is no run is refused', async () => {
    const ran = await turnsmith('resume', join(root, 'nowhere'))
    expect(ran.code).toBe(2)
    expect(messagesOf(ran)).toEqual([expect.stringMatching(/not a run directory/)])
  })
})

describe('a clock that jumps', () => {
  it('changes nothing but the times in messages', async () => {
    const jumps = join(root, 'jumps.mjs')
    writeFileSync(
      jumps,
      'let calls = 0\nconst now = Date.now\nDate.now = () => now() + [0, -9e9, 4e9, -1][calls++ % 4]\n' +
        'const RealDate = Date\nglobalThis.Date = class extends RealDate { constructor(...a) { a.length ? super(...a) : super(Date.now()) } }\n' +
        'globalThis.Date.now = () => now() + [0, -9e9, 4e9, -1][calls++ % 4]\n',
    )
    const out = join(root, 'clock')
    const run = await underWay(out, ['--workers', '2'], ['--import', jumps])
    run.child.kill('SIGKILL')
    await run.ended
    const ran = await start(['resume', out, '--workers', '2'], ['--import', jumps]).ended
    expect(ran.code).toBe(0)
    expectSame(out)
  }, 120_000)
})

/** A file system of a few megabytes, where this machine lets us make one. */
function smallDisk(): string | undefined {
  const path = join(root, 'small-disk')
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path], { stdio: 'ignore' })
    return path
  } catch {
    return undefined
  }
}

const LARGER = ['synth', '--count', '400', ...SYNTH.slice(3), '--workers', '1']

describe('a disk that has had enough', () => {
  const disk = smallDisk()
  const remount = (options: string): void => void execFileSync('mount', ['-o', `remount,${options}`, disk ?? ''])
  afterAll(() => {
    if (disk) execFileSync('umount', [disk])
  })

  it('in the middle of a file: one line, exit 1, and resume goes on from there', async () => {
    const out = join(root, 'limited')
    const ran = await startUnder('ulimit -f 400', [...SYNTH, '--out', out, '--workers', '1']).ended
    expect(ran.code).toBe(1)
    expect(messagesOf(ran)).toEqual([
      expect.stringMatching(/journal\.sqlite: the disk reports an error.*turnsmith resume/),
    ])
    expect((await turnsmith('resume', out, '--workers', '1')).code).toBe(0)
    expectSame(out)
  }, 120_000)

  it.skipIf(!disk)(
    'when it is full, and when it is read-only: one line each, and nothing committed is lost',
    async () => {
      const out = join(disk ?? '', 'run')
      const full = await start([...LARGER, '--out', out]).ended
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
      const ran = await turnsmith('resume', out)
      expect(ran.code).toBe(0)
      const spacious = join(root, 'spacious')
      expect((await turnsmith(...LARGER, '--out', spacious)).code).toBe(0)
      expectSame(out, spacious)
    },
    240_000,
  )

  it.skipIf(disk)('cannot be made small here, so that it was not filled', () => undefined)
})

describe('shards', () => {
  it('made in any order, one of them killed on the way, merge into the bytes of one run', async () => {
    const parts = ['0/3', '2/3', '1/3'].map((shard) => ({ shard, out: join(root, `part-${shard[0]}`) }))
    for (const { shard, out } of parts) {
      const kills = shard === '2/3' ? [0.5 * milliseconds] : []
      const ran = await survive(out, [...SYNTH, '--shard', shard], kills, ['--workers', '1'])
      expect(ran.code).toBe(0)
    }
    const merged = join(root, 'merged')
    const ran = await turnsmith('merge', ...parts.map(({ out }) => out), '--out', merged, '--json')
    expect(ran.code).toBe(0)
    expect(summaryOf(ran)).toMatchObject({ requested: COUNT, accepted: COUNT, out: merged })
    expectSame(merged)
  }, 120_000)

  it('of a learned sampler are refused with the reason', async () => {
    const ran = await turnsmith(...SYNTH, '--sampler', 'learned', '--shard', '0/2', '--out', join(root, 'learned'))
    expect(ran.code).toBe(2)
    expect(messagesOf(ran)).toEqual([
      expect.stringMatching(/the policy of a round learns from all items of the rounds before/),
    ])
  })
})

describe('workers', () => {
  it('make the same bytes, however many they are, with every sampler', async () => {
    for (const sampler of ['directed', 'random', 'learned']) {
      const outs = ['1', '2', '3'].map((workers) => ({ workers, out: join(root, `${sampler}-${workers}`) }))
      for (const { workers, out } of outs) {
        const ran = await turnsmith(...SYNTH, '--sampler', sampler, '--workers', workers, '--out', out)
        expect(ran.code).toBe(0)
      }
      const [one = '', ...others] = outs.map(({ out }) => readFileSync(join(out, 'trajectories.jsonl'), 'utf8'))
      for (const other of others) expect(other === one).toBe(true)
    }
  }, 240_000)

  it('verify with the same outcome and the same lines in the same order', async () => {
    const bad = join(root, 'bad.jsonl')
    const rows = readFileSync(join(whole, 'trajectories.jsonl'), 'utf8').trimEnd().split('\n')
    const spoilt = rows.map((row, i) => (i % 9 === 4 ? row.replace('"role":"user","content":"', '$&Please, ') : row))
    writeFileSync(bad, `${spoilt.join('\n')}\n`)
    const rans = await Promise.all(['1', '2', '3'].map((n) => turnsmith('verify', bad, '--workers', n, '--json')))
    const [one] = rans
    expect(one?.code).toBe(1)
    expect(summaryOf(one as Ran)).toMatchObject({ rows: COUNT, failed: 7 })
    for (const other of rans) expect([other.stdout, messagesOf(other)]).toEqual([one?.stdout, messagesOf(one as Ran)])
  }, 120_000)

  it('verify no file that holds something else', async () => {
    const odd = join(root, 'odd.jsonl')
    copyFileSync(join(whole, 'trajectories.jsonl'), odd)
    writeFileSync(odd, `${readFileSync(odd, 'utf8')}{"schema":1,"turns":[{\n`)
    for (const workers of ['1', '2']) {
      const ran = await turnsmith('verify', odd, '--workers', workers)
      expect([ran.code, messagesOf(ran)]).toEqual([
        2,
        [expect.stringMatching(/odd\.jsonl line 61: .*Restore the file/)],
      ])
    }
  }, 120_000)
})
