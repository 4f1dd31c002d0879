import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { WorkResult } from '../../src/core/run.js'
import { createDistributedRuntime } from '../../src/runtime/index.js'
import { messagesOf, turnsmith } from '../support/cli.js'
import { committedIn, expectSame, madeBy, undisturbedRun } from '../support/disturbed-runs.js'
import { testPostgres } from '../support/postgres.js'
import { said, start, type Started, startProgram } from '../support/processes.js'

/** Two units of work, and some. */
const COUNT = 120
const SYNTH = ['synth', '--count', String(COUNT), '--seed', '5', '--turns', '1', '--environments', 'mini']

const postgres = testPostgres()
const whole = undisturbedRun(SYNTH)

const workers: Started[] = []

afterEach(async () => {
  for (const { child } of workers) child.kill('SIGKILL')
  await Promise.all(workers.splice(0).map(({ ended }) => ended))
})

const surroundings = (): { readonly [name: string]: string } => ({ TURNSMITH_DATABASE_URL: postgres.url })

const distributed = (...args: readonly string[]): Started => start([...args, '--runtime', 'dbos'], [], surroundings())

/** Starts a worker and waits until it is connected. */
async function worker(...means: readonly string[]): Promise<Started & { readonly name: string }> {
  const started = distributed('worker', '--workers', '1', ...means)
  workers.push(started)
  const [, name = ''] = /Worker (\S+) is connected/.exec(await said(started, /is connected/)) ?? []
  return { ...started, name }
}

/** Waits until a worker has units under way, and tells whose they are. */
async function busyWorker(): Promise<string> {
  for (;;) {
    const found = await postgres
      .query("SELECT executor_id FROM dbos.workflow_status WHERE status = 'PENDING' LIMIT 1")
      .catch(() => [])
    if (found[0]) return String(found[0]['executor_id'])
    await setTimeout(20)
  }
}

const waiting = (): Promise<readonly object[]> =>
  postgres.query("SELECT 1 FROM dbos.workflow_status WHERE status IN ('ENQUEUED', 'PENDING')")

describe('a distributed run', () => {
  it('has the bytes of a local one, with three workers, one of them killed on the way and one added', async () => {
    const started = await Promise.all([worker(), worker(), worker()])
    expect(new Set(started.map(({ name }) => name)).size).toBe(3)
    const out = join(whole.root, 'killed')
    const run = distributed(...SYNTH, '--out', out)
    const victim = await busyWorker()
    started.find(({ name }) => name === victim)?.child.kill('SIGKILL')
    const added = await worker()
    expect(added.name).not.toBe('')
    const { code, stderr } = await run.ended
    expect([code, messagesOf({ code, stdout: '', stderr })]).toEqual([0, []])
    expectSame(out, whole.out)
    expect(await postgres.query('SELECT 1 FROM turnsmith.items UNION ALL SELECT 1 FROM turnsmith.runs')).toEqual([])
  }, 180_000)

  it('whose submitting process is killed goes on from what was collected, and collects what was made meanwhile', async () => {
    const out = join(whole.root, 'submitter-killed')
    await Promise.all([worker(), worker()])
    const run = distributed(...SYNTH, '--out', out)
    await said(run, /"done":12,/)
    run.child.kill('SIGKILL')
    await run.ended
    const committed = committedIn(out)
    const resumed = await distributed('resume', out).ended
    expect([resumed.code, madeBy(resumed)]).toEqual([0, COUNT - committed])
    expectSame(out, whole.out)
  }, 180_000)

  it('that is stopped takes back what nobody has begun, and may be gone on with on this machine', async () => {
    const out = join(whole.root, 'stopped')
    const only = await worker()
    const run = distributed(...SYNTH, '--out', out)
    await said(run, /"done":12,/)
    run.child.kill('SIGINT')
    const { code, stdout } = await run.ended
    expect([code, stdout]).toEqual([130, expect.stringMatching(/^\d+ of 120 trajectories .*stopped\. Go on with/)])
    expect(await waiting()).toEqual([])
    only.child.kill('SIGTERM')
    expect((await only.ended).code).toBe(130)
    expect((await turnsmith('resume', out)).code).toBe(0)
    expectSame(out, whole.out)
  }, 180_000)

  it('with a learned sampler has the bytes of a local one: workers are told the policy of each round', async () => {
    await Promise.all([worker(), worker()])
    const learned = ['synth', '--count', '60', '--turns', '1', '--environments', 'mini', '--sampler', 'learned']
    const [here, there] = [join(whole.root, 'learned-here'), join(whole.root, 'learned-there')]
    const [ran, local] = await Promise.all([
      distributed(...learned, '--out', there).ended,
      turnsmith(...learned, '--out', here),
    ])
    expect([ran.code, local.code]).toEqual([0, 0])
    for (const name of ['trajectories.jsonl', 'policies.jsonl', 'rejected.jsonl'])
      expect(readFileSync(join(there, name)).equals(readFileSync(join(here, name)))).toBe(true)
  }, 180_000)

  it('in environments of your own has the bytes of a local one, by workers that have their file', async () => {
    const own = ['--module', join(import.meta.dirname, '../../examples/environments/workshop.ts')]
    const synth = ['synth', '--count', '60', '--turns', '1-2', ...own]
    const [here, there] = [join(whole.root, 'own-here'), join(whole.root, 'own-there')]
    await worker(...own)
    const [ran, local] = await Promise.all([
      distributed(...synth, '--out', there).ended,
      turnsmith(...synth, '--out', here),
    ])
    expect([ran.code, local.code]).toEqual([0, 0])
    expectSame(there, here)
  }, 180_000)

  it('in environments that a worker does not have ends with what that worker needs', async () => {
    const own = ['--module', join(import.meta.dirname, '../../examples/environments/workshop.ts')]
    await worker()
    const out = join(whole.root, 'own-nowhere')
    const ran = await distributed('synth', '--count', '20', '--turns', '1', ...own, '--out', out).ended
    expect([ran.code, messagesOf(ran)]).toEqual([
      2,
      [
        expect.stringMatching(
          /\bworker .* there is no environment 'workshop'.* one of your own needs its file, --module FILE/,
        ),
      ],
    ])
  }, 60_000)

  it('that no worker is there for says so, and a second process that submits it is refused', async () => {
    const out = join(whole.root, 'lonely')
    const run = distributed(...SYNTH, '--out', out)
    await said(run, /No worker is connected\. Start some, anywhere: turnsmith worker --runtime dbos/)
    const second = await distributed(...SYNTH, '--out', `${out}-again`).ended
    expect([second.code, messagesOf(second)]).toEqual([
      2,
      [expect.stringMatching(/another process submits this very run/)],
    ])
    run.child.kill('SIGINT')
    expect((await run.ended).code).toBe(130)
  }, 60_000)
})

describe('an item that takes its worker down', () => {
  it('is tried again, alone in the end, and given up; the others of its unit are made', async () => {
    const results: WorkResult[] = []
    const runtime = await createDistributedRuntime({
      url: postgres.url,
      run: 'deadly',
      announcement: {},
      version: 'deadly',
      fresh: true,
      onNotice: () => undefined,
      onLost: () => undefined,
    })
    const items = Array.from({ length: 20 }, (_, index) => ({ run: 'deadly', index, round: 0 }))
    const running = runtime.run(items, (result) => void results.push(result), new AbortController().signal)
    let deaths = 0
    const done = running.then(() => true)
    for (let over = false; !over; deaths++) {
      const started = startProgram(join(import.meta.dirname, '../support/killing-worker.mjs'), [postgres.url, 'deadly'])
      over = (await Promise.race([done, started.ended])) === true
      if (over) started.child.kill('SIGKILL')
      await started.ended
    }
    await runtime.close()
    expect(results.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(items.map(({ index }) => index))
    expect(results.filter(({ status }) => status !== 'exhausted')).toMatchObject([
      { index: 7, status: 'failed', cause: 'worker-crash' },
    ])
    expect(deaths).toBe(5)
  }, 180_000)
})

describe('without its database', () => {
  it.each([
    ['no address', '', 2, /there is no TURNSMITH_DATABASE_URL in the environment/],
    ['no such address', 'mysql://me:secret@here/db', 2, /this is not the address of a PostgreSQL/],
    ['nobody there', 'postgresql://me:secret@127.0.0.1:1/db', 1, /PostgreSQL at 127\.0\.0\.1:1\/db: .*ECONNREFUSED/],
  ])('a distributed run says so in one line, and tells no password: %s', async (_, url, code, words) => {
    const ran = await start(['worker'], [], { TURNSMITH_DATABASE_URL: url }).ended
    expect([ran.code, messagesOf(ran)]).toEqual([code, [expect.stringMatching(words)]])
    expect(ran.stderr).not.toMatch(/secret/)
  })
})
