import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAIN, messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { COUNT, expectSame, killedRun, SYNTH, synthOf, underWay, undisturbedRun } from '../support/disturbed-runs.js'
import { script, survive } from '../support/processes.js'

const whole = undisturbedRun()

describe('a run that is killed', () => {
  it.each([0.1, 0.4, 0.9])(
    'after %d of its time has the bytes of an undisturbed run when it is gone on with',
    async (share) => {
      const out = join(whole.root, `killed-${share}`)
      const means = ['--workers', share < 0.5 ? '1' : '2']
      const ran = await survive(out, SYNTH, [share * whole.milliseconds], means)
      expect(ran.code).toBe(0)
      expectSame(out, whole.out)
    },
    120_000,
  )

  it('again and again, at moments that chance picks, has them too: the soak, in small', async () => {
    const options = [
      '--kills',
      '8',
      '--kills-per-run',
      '4',
      '--count',
      '40',
      '--turns',
      '1-2',
      '--environments',
      'mini',
    ]
    const { code, stdout, stderr } = await script('soak.mjs', [...options, '--main', MAIN])
    expect([code, stderr.includes('OTHER BYTES')]).toEqual([0, false])
    expect(JSON.parse(stdout)).toMatchObject({ kills: 8, count: 40, different: 0 })
  }, 120_000)

  it('is taken over with a word about who held it', async () => {
    const out = await killedRun(join(whole.root, 'taken-over'))
    const { code, stderr } = await turnsmith('resume', out)
    expect(stderr).toMatch(/Taking over from process \d+ on \S+ \(since 20.*\), which is gone\./)
    expect(code).toBe(0)
    expectSame(out, whole.out)
  }, 120_000)

  it('is not verified as if it were whole', async () => {
    const out = await killedRun(join(whole.root, 'unverified'))
    const ran = await turnsmith('verify', out)
    expect(ran.code).toBe(2)
    expect(messagesOf(ran)).toEqual([
      expect.stringMatching(/the run is not finished\. Go on with it: turnsmith resume/),
    ])
  }, 120_000)
})

describe('a second process', () => {
  it('in the same directory is refused, with who the first is; the first goes on', async () => {
    const out = join(whole.root, 'held')
    const run = await underWay(out, ['--workers', '1'], [], synthOf(20_000))
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
    run.child.kill('SIGINT')
    expect((await run.ended).stdout).toMatch(/^\d+ of 20000 trajectories .*stopped/)
  }, 120_000)

  it('that starts in the same new directory at the same moment is refused too', async () => {
    const out = join(whole.root, 'raced')
    const rans = await Promise.all([1, 2, 3].map(() => turnsmith(...SYNTH, '--out', out, '--workers', '1')))
    expect(rans.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual([0, 2, 2])
    expectSame(out, whole.out)
  }, 120_000)
})

describe('Ctrl-C', () => {
  it('once finishes what is under way, writes the files, ends with 130; resume makes the rest', async () => {
    for (const workers of ['1', '2']) {
      const out = join(whole.root, `stopped-${workers}`)
      const run = await underWay(out, ['--workers', workers])
      run.child.kill('SIGINT')
      const { code, stdout, stderr } = await run.ended
      expect(code).toBe(130)
      expect(stderr).toMatch(/Ctrl-C again stops at once/)
      expect(stdout).toMatch(/^\d+ of 60 trajectories in .*; stopped\. Go on with: turnsmith resume /)
      expect((JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { status: unknown }).status).toBe(
        'stopped',
      )
      const made = readFileSync(join(out, 'trajectories.jsonl'), 'utf8')
      expect(readFileSync(join(whole.out, 'trajectories.jsonl'), 'utf8').startsWith(made)).toBe(true)
      expect((await turnsmith('verify', out)).code).toBe(0)
      expect((await turnsmith('resume', out)).code).toBe(0)
      expectSame(out, whole.out)
    }
  }, 120_000)

  it('twice stops at once, and nothing that was committed is lost', async () => {
    const out = join(whole.root, 'twice')
    const run = await underWay(out, ['--workers', '2'])
    run.child.kill('SIGINT')
    run.child.kill('SIGTERM')
    expect((await run.ended).code).toBe(130)
    expect((await turnsmith('resume', out)).code).toBe(0)
    expectSame(out, whole.out)
  }, 120_000)
})

describe('resume', () => {
  it('of a run that is complete changes nothing', async () => {
    const before = readFileSync(join(whole.out, 'manifest.json'), 'utf8')
    const ran = await turnsmith('resume', whole.out, '--json')
    expect(ran.code).toBe(0)
    expect(summaryOf(ran)).toMatchObject({ requested: COUNT, accepted: COUNT, out: whole.out })
    expect(readFileSync(join(whole.out, 'manifest.json'), 'utf8')).toBe(before)
  })

  it('of what is no run is refused', async () => {
    const ran = await turnsmith('resume', join(whole.root, 'nowhere'))
    expect(ran.code).toBe(2)
    expect(messagesOf(ran)).toEqual([expect.stringMatching(/not a run directory/)])
  })
})
