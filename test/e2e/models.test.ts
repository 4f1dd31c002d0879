import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Manifest, Rejection } from '../../src/core/run.js'
import type { Trajectory } from '../../src/core/trajectory.js'
import { MIXED_FAULTS } from '../../src/testing/index.js'
import { messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { configurationFor, journaledIn, modelServers } from '../support/model-server.js'
import { start } from '../support/processes.js'
import { temporaryDirectories } from '../support/results.js'

const directory = temporaryDirectories()
const serve = modelServers()

const synth = (count: number, ...more: readonly string[]): string[] => [
  'synth',
  '--agents',
  'model',
  '--count',
  String(count),
  '--turns',
  '1-2',
  '--environments',
  'mini,message',
  '--operators',
  'none',
  ...more,
]

const rowsIn = (out: string): Trajectory[] => linesOf<Trajectory>(out, 'trajectories.jsonl')
const manifestIn = (out: string): Manifest => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest

function linesOf<T>(out: string, file: string): T[] {
  const lines = readFileSync(join(out, file), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T)
}

function answersIn({ cost }: Manifest): number {
  return cost.reduce((total, { answers }) => total + answers, 0)
}

describe('a run on models', () => {
  it('makes verified rows over HTTP, and its ledger is the server’s own', async () => {
    const server = await serve()
    const out = join(directory(), 'run')
    const ran = await turnsmith(...synth(5, '--base-url', server.url, '--out', out, '--json'))
    expect(messagesOf(ran)).toEqual([])
    expect(ran.code).toBe(0)
    const { answers, answersOf, tokensIn, tokensOut } = server.counts()
    expect(summaryOf(ran)).toMatchObject({ accepted: 5, answers, cost: { tokensIn, tokensOut } })
    expect([...answersOf.values()].every((times) => times === 1)).toBe(true)
    for (const row of rowsIn(out)) {
      expect(row.certificate.checks).toMatchObject({ completeness: 'empirical', outcome: 'proved' })
      for (const { query, blind = [] } of row.turns) {
        expect(query.writer).toBe('model')
        expect(blind.length).toBeGreaterThanOrEqual(3)
      }
      expect(JSON.stringify(row.messages)).not.toMatch(/guidance|situation>/)
    }
    expect((await turnsmith('verify', out)).code).toBe(0)
  })

  it('lives through every fault there is, and pays for nothing twice', async () => {
    const server = await serve({ faults: { kinds: MIXED_FAULTS, percent: 30 } })
    const [root, out] = [directory(), join(directory(), 'run')]
    const config = configurationFor(root, server, { deadline: 2 })
    const ran = await turnsmith(...synth(5, '--config', config, '--out', out, '--json'))
    expect(ran.code).toBe(0)
    const { answers, lost, answersOf, faults } = server.counts()
    expect(Object.keys(faults).length).toBeGreaterThan(10)
    expect(summaryOf(ran)).toMatchObject({ accepted: 5, answers })
    expect(summaryOf(ran)['lost']).toBeGreaterThanOrEqual(lost)
    expect([...answersOf.values()].every((times) => times === 1)).toBe(true)
    expect((await turnsmith('verify', out)).code).toBe(0)
  })

  it('plays some roles and leaves others procedural', async () => {
    const server = await serve()
    const out = join(directory(), 'run')
    const roles = ['--model', 'rehearsal', '--model', 'querying=procedural', '--model', 'tooling=procedural']
    const ran = await turnsmith(...synth(2, '--base-url', server.url, ...roles, '--out', out, '--show'))
    expect(ran.code).toBe(0)
    expect(ran.stdout).toMatch(/without a hint +\d+ of \d+ passed \(\d+ %\)/)
    expect(manifestIn(out).cost.every(({ role }) => role === 'reasoning' || role === 'critiquing')).toBe(true)
    const checks = rowsIn(out).map(({ certificate }) => certificate.checks['completeness'])
    expect(checks).toEqual(['proved', 'proved'])
    expect((await turnsmith('verify', out)).code).toBe(0)
  })

  it('killed again and again, is gone on with and asks nothing twice that was answered', async () => {
    const server = await serve({ latency: 30 })
    const out = join(directory(), 'run')
    const config = configurationFor(directory(), server)
    const command = [...synth(6, '--config', config), '--out', out]
    const journaled = new Set<string>()
    for (let kill = 0; kill < 3; kill++) {
      for (const id of kill === 0 ? [] : journaledIn(out)) journaled.add(id)
      const { answersOf: before, answers } = server.counts()
      const run = start(kill === 0 ? command : ['resume', out])
      while (run.child.exitCode === null && server.counts().answers < answers + 25) await setTimeout(10)
      run.child.kill('SIGKILL')
      await run.ended
      for (const id of journaled) expect(server.counts().answersOf.get(id)).toBe(before.get(id))
    }
    const answersBefore = server.counts().answersOf
    for (const id of journaledIn(out)) journaled.add(id)
    const last = await turnsmith('resume', out)
    expect(last.code).toBe(0)
    expect(journaled.size).toBeGreaterThan(50)
    for (const id of journaled) expect(server.counts().answersOf.get(id)).toBe(answersBefore.get(id))
    expect(manifestIn(out)).toMatchObject({ status: 'complete', accepted: 6 })
    expect((await turnsmith('verify', out)).code).toBe(0)
  })

  it('stops at its cap with what it has, and goes on when it is given more', async () => {
    const server = await serve()
    const [root, whole] = [directory(), join(directory(), 'whole')]
    const config = configurationFor(root, server)
    const needed = summaryOf(await turnsmith(...synth(3, '--config', config, '--out', whole, '--json')))['cost'] as {
      usd: number
    }
    const cap = needed.usd / 3
    const out = join(root, 'capped')
    const limited = ['--concurrency', '1', '--json']
    const stopped = await turnsmith(
      ...synth(3, '--config', config, '--out', out, '--max-cost', cap.toFixed(6), ...limited),
    )
    expect(stopped.code).toBe(1)
    expect(messagesOf(stopped).join('\n')).toMatch(/Stopped: \$[\d.]+ of \$[\d.]+ spent/)
    const spent = (summaryOf(stopped)['cost'] as { usd: number }).usd
    expect(spent).toBeGreaterThan(0)
    expect(spent).toBeLessThanOrEqual(cap)
    expect(manifestIn(out).status).toBe('stopped')
    const kept = rowsIn(out).length
    const resumed = await turnsmith('resume', out, '--json')
    expect(resumed.code).toBe(0)
    expect(summaryOf(resumed)).toMatchObject({ accepted: 3 })
    expect(rowsIn(out).length).toBeGreaterThanOrEqual(kept)
    expect(answersIn(manifestIn(out))).toBe(answersIn(manifestIn(whole)))
  })
})

describe('a model that must not be believed', () => {
  it.each([
    ['special-tokens', 'special-token'],
    ['inventing', 'unsupported-claim'],
    ['leaks-hints', 'unclear-query'],
  ] as const)('gets no row accepted, and the run says why: %s', async (conduct, named) => {
    const server = await serve({ conduct })
    const out = join(directory(), 'run')
    const ran = await turnsmith(...synth(1, '--base-url', server.url, '--out', out), '--environments', 'mini')
    expect(ran.code).toBe(1)
    expect(rowsIn(out)).toEqual([])
    const refused = linesOf<Rejection>(out, 'rejected.jsonl').filter(({ cause }) => cause !== 'unreachable')
    expect(refused.length).toBeGreaterThan(3)
    expect(new Set(refused.map(({ cause }) => cause))).toEqual(new Set([named]))
  })
})

describe('a rehearsal', () => {
  it('has the roles, models and prices of the real run, whose endpoint is not asked', async () => {
    const [root, out] = [directory(), join(directory(), 'rehearsed')]
    const config = configurationFor(root, { url: 'http://127.0.0.1:9/v1', model: 'thinker-32b' }, {}, ['reasoning'])
    const scope = ['--count', '2', '--turns', '1-1', '--environments', 'mini', '--percent', '0', '--latency', '1']
    const ran = await turnsmith('rehearse', ...scope, '--config', config, '--out', out, '--json')
    expect(ran.code).toBe(0)
    const { cost } = manifestIn(out)
    expect(cost.length).toBeGreaterThan(0)
    expect(cost.every(({ role, model }) => role === 'reasoning' && model === 'thinker-32b')).toBe(true)
    expect(summaryOf(ran)).toMatchObject({ accepted: 2 })
    const { usd } = summaryOf(ran)['cost'] as { usd: number }
    const [tokensIn, tokensOut] = (['tokensIn', 'tokensOut'] as const).map((tokens) =>
      cost.reduce((sum, spend) => sum + spend[tokens], 0),
    )
    expect(usd).toBeCloseTo(((tokensIn ?? 0) + 3 * (tokensOut ?? 0)) / 1e6, 9)
  })
})
