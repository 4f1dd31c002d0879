import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { ENVIRONMENTS } from '../../src/catalog/index.js'
import { sha256 } from '../../src/core/digest.js'
import { readManifest } from '../../src/store/index.js'
import { type ModelServer, startModelServer } from '../../src/testing/index.js'
import { messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { testPostgres } from '../support/postgres.js'
import { said, start, type Started } from '../support/processes.js'
import { temporaryDirectories } from '../support/results.js'

/** Requests that the endpoint takes at a time; one more is refused. */
const CAPACITY = 3

const postgres = testPostgres()
const directory = temporaryDirectories()
const workers: Started[] = []
const servers: ModelServer[] = []

afterEach(async () => {
  for (const { child } of workers) child.kill('SIGKILL')
  await Promise.all(workers.splice(0).map(({ ended }) => ended))
})
afterAll(() => Promise.all(servers.map((server) => server.close())))

async function serve(latency: number): Promise<ModelServer> {
  const environments = [...ENVIRONMENTS.values()]
  const server = await startModelServer({ environments, latency, capacity: CAPACITY, retryAfter: 0 })
  servers.push(server)
  return server
}

/** The command that makes so many trajectories on the server's model. */
function synthOn({ url, model }: ModelServer, count: number): string[] {
  const path = join(directory(), 'turnsmith.config.mjs')
  const concurrency = { start: CAPACITY, most: CAPACITY }
  const file = {
    endpoints: { here: { baseUrl: url, deadline: 20, retries: 12, concurrency } },
    models: { all: { endpoint: 'here', model, price: { input: 1, output: 3 }, maxTokens: 2000 } },
    roles: { tooling: 'all', querying: 'all', reasoning: 'all', critiquing: 'all' },
  }
  writeFileSync(path, `export default ${JSON.stringify(file)}\n`)
  const kind = ['--agents', 'model', '--config', path, '--operators', 'none']
  return ['synth', '--count', String(count), '--turns', '1', '--environments', 'mini', ...kind]
}

const distributed = (...args: readonly string[]): Started =>
  start([...args, '--runtime', 'dbos'], [], { TURNSMITH_DATABASE_URL: postgres.url })

async function worker(): Promise<Started & { readonly name: string }> {
  const started = distributed('worker', '--workers', '1')
  workers.push(started)
  const [, name = ''] = /Worker (\S+) is connected/.exec(await said(started, /is connected/)) ?? []
  return { ...started, name }
}

/** `Idempotency-Key`s of the answers that are recorded. */
async function recorded(run: string): Promise<string[]> {
  const rows = await postgres.query('SELECT key FROM turnsmith.responses WHERE run = $1', [run])
  return rows.map(({ key }) => {
    const [index, candidate, turn, role, attempt, step, request] = JSON.parse(String(key)) as unknown[]
    const question = { run, index, candidate, turn, role, attempt, step, request }
    return `turnsmith-${sha256(JSON.stringify(question)).slice(0, 32)}`
  })
}

describe('a distributed run on models', () => {
  it('asks for nothing again that was recorded, and keeps to the limit of the endpoint, though a worker dies', async () => {
    const server = await serve(20)
    const started = await Promise.all([worker(), worker(), worker()])
    const out = join(directory(), 'run')
    const run = distributed(...synthOn(server, 8), '--out', out, '--json')
    while (server.counts().answers < 20) await setTimeout(10)
    started[0]?.child.kill('SIGKILL')
    const before = await recorded(readManifest(out).run)
    const ended = await run.ended
    expect([ended.code, messagesOf(ended)]).toEqual([0, []])
    const { answersOf, answers, faults } = server.counts()
    expect(before.length).toBeGreaterThan(5)
    expect(before.map((id) => answersOf.get(id))).toEqual(before.map(() => 1))
    const lost = answers - (summaryOf(ended)['answers'] as number)
    expect(lost).toBeGreaterThanOrEqual(0)
    expect(lost).toBeLessThanOrEqual(CAPACITY)
    expect(faults).toEqual({})
    expect((await turnsmith('verify', out)).code).toBe(0)
  }, 180_000)

  it('stops at its cap, all workers together, and is gone on with elsewhere for what was not paid for yet', async () => {
    const server = await serve(0)
    await Promise.all([worker(), worker()])
    const [whole, out] = [join(directory(), 'whole'), join(directory(), 'capped')]
    const synth = synthOn(server, 4)
    const needed = summaryOf(await turnsmith(...synth, '--out', whole, '--json'))['cost'] as { usd: number }
    const cap = needed.usd / 2
    const answersBefore = server.counts().answers
    const ran = await distributed(...synth, '--out', out, '--max-cost', cap.toFixed(6), '--json').ended
    expect(ran.code).toBe(1)
    expect(messagesOf(ran).join('\n')).toMatch(/Stopped: \$[\d.]+ of \$[\d.]+ spent/)
    const spent = (summaryOf(ran)['cost'] as { usd: number }).usd
    expect(spent).toBeGreaterThan(0)
    expect(spent).toBeLessThanOrEqual(cap)
    expect(summaryOf(ran)['answers']).toBe(server.counts().answers - answersBefore)
    const resumed = await turnsmith('resume', out, '--json')
    expect(resumed.code).toBe(0)
    expect(summaryOf(resumed)).toMatchObject({ accepted: 4, answers: server.counts().answers - answersBefore })
  }, 180_000)
})
