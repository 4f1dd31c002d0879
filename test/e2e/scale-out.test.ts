import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesOf, type Ran, summaryOf, turnsmith } from '../support/cli.js'
import { COUNT, expectSame, SYNTH, undisturbedRun } from '../support/disturbed-runs.js'
import { survive } from '../support/processes.js'

const whole = undisturbedRun()

describe('shards', () => {
  it('made in any order, one of them killed on the way, merge into the bytes of one run', async () => {
    const parts = ['0/3', '2/3', '1/3'].map((shard) => ({ shard, out: join(whole.root, `part-${shard[0]}`) }))
    for (const { shard, out } of parts) {
      const kills = shard === '2/3' ? [0.5 * whole.milliseconds] : []
      const ran = await survive(out, [...SYNTH, '--shard', shard], kills, ['--workers', '1'])
      expect(ran.code).toBe(0)
    }
    const merged = join(whole.root, 'merged')
    const ran = await turnsmith('merge', ...parts.map(({ out }) => out), '--out', merged, '--json')
    expect(ran.code).toBe(0)
    expect(summaryOf(ran)).toMatchObject({ requested: COUNT, accepted: COUNT, out: merged })
    expectSame(merged, whole.out)
  }, 120_000)

  it('of a learned sampler are refused with the reason', async () => {
    const ran = await turnsmith(
      ...SYNTH,
      '--sampler',
      'learned',
      '--shard',
      '0/2',
      '--out',
      join(whole.root, 'learned'),
    )
    expect(ran.code).toBe(2)
    expect(messagesOf(ran)).toEqual([
      expect.stringMatching(/the policy of a round learns from all items of the rounds before/),
    ])
  })
})

describe('workers', () => {
  it('make the same bytes, however many they are', async () => {
    for (const workers of ['2', '3']) {
      const out = join(whole.root, `on-${workers}`)
      expect((await turnsmith(...SYNTH, '--workers', workers, '--out', out)).code).toBe(0)
      expectSame(out, whole.out)
    }
  }, 120_000)

  it('make the same bytes with a learned sampler, whose policy they share', async () => {
    const outs = ['1', '2'].map((workers) => ({ workers, out: join(whole.root, `learned-${workers}`) }))
    for (const { workers, out } of outs) {
      const ran = await turnsmith(...SYNTH, '--sampler', 'learned', '--workers', workers, '--out', out)
      expect(ran.code).toBe(0)
    }
    for (const name of ['trajectories.jsonl', 'preferences.jsonl', 'policies.jsonl', 'rejected.jsonl']) {
      const [one, two] = outs.map(({ out }) => readFileSync(join(out, name), 'utf8'))
      expect(two === one).toBe(true)
    }
  }, 120_000)

  it('verify with the same outcome and the same lines in the same order', async () => {
    const bad = join(whole.root, 'bad.jsonl')
    const rows = readFileSync(join(whole.out, 'trajectories.jsonl'), 'utf8').trimEnd().split('\n')
    const spoilt = rows.map((row, i) => (i % 9 === 4 ? row.replace('"role":"user","content":"', '$&Please, ') : row))
    writeFileSync(bad, `${spoilt.join('\n')}\n`)
    const rans = await Promise.all(['1', '2', '3'].map((n) => turnsmith('verify', bad, '--workers', n, '--json')))
    const [one] = rans
    expect(one?.code).toBe(1)
    expect(summaryOf(one as Ran)).toMatchObject({ rows: COUNT, failed: 7 })
    for (const other of rans) expect([other.stdout, messagesOf(other)]).toEqual([one?.stdout, messagesOf(one as Ran)])
  }, 120_000)

  it('verify no file that holds something else', async () => {
    const odd = join(whole.root, 'odd.jsonl')
    writeFileSync(odd, `${readFileSync(join(whole.out, 'trajectories.jsonl'), 'utf8')}{"schema":1,"turns":[{\n`)
    for (const workers of ['1', '2']) {
      const ran = await turnsmith('verify', odd, '--workers', workers)
      expect([ran.code, messagesOf(ran)]).toEqual([
        2,
        [expect.stringMatching(/odd\.jsonl line 61: .*Restore the file/)],
      ])
    }
  }, 120_000)
})
