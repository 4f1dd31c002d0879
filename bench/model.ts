import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { ENVIRONMENTS, speakerSchema, worldsOf } from '../src/catalog/index.js'
import { createBudget } from '../src/pipeline/index.js'
import { createLocalRuntime, createModelRoles } from '../src/runtime/index.js'
import { openJournal, type RunJournal } from '../src/store/index.js'

const LATENCY = Number(process.env['TURNSMITH_BENCH_LATENCY'] ?? 2000)
const REQUESTS = Number(process.env['TURNSMITH_BENCH_REQUESTS'] ?? 256)
const SECONDS = Number(process.env['TURNSMITH_BENCH_SECONDS'] ?? 20)

/** The steady state begins when so many items are done: all kinds of work are under way then, proofs of whole rows included. */
const WARM = 64

const RUN = 'bench'

/** Items under way: more than there are requests, so that those are never short of questions. */
const ITEMS = REQUESTS * 2

/** The whole pipeline against an endpoint that takes its time: answers a second, of those that could be, and our CPU for each. */
export async function run(): Promise<void> {
  const child = fork(new URL('./support/model-server.js', import.meta.url), [String(LATENCY)])
  const folder = mkdtempSync(join(tmpdir(), 'turnsmith-bench-'))
  const journal = openJournal(folder, RUN, { pid: process.pid, host: hostname(), since: new Date().toISOString() })
  try {
    const [url] = (await once(child, 'message')) as [string]
    const { rate, cpu, late } = await measure(child, url, journal)
    const ideal = (REQUESTS * 1000) / LATENCY
    console.log(
      `model: ${REQUESTS} requests at once to an endpoint of ${LATENCY} ms, steady state over ${SECONDS} s: ${rate.toFixed(1)} answers/s of ${ideal.toFixed(1)} (${((100 * rate) / ideal).toFixed(1)} %), ${cpu.toFixed(2)} ms of our CPU for each, one answer in a hundred read more than ${late.toFixed(0)} ms late`,
    )
  } finally {
    child.disconnect()
    journal.close()
    rmSync(folder, { recursive: true })
  }
}

async function measure(
  child: ChildProcess,
  url: string,
  journal: RunJournal,
): Promise<{ readonly rate: number; readonly cpu: number; readonly late: number }> {
  const stop = new AbortController()
  const speaker = speakerSchema.parse({
    model: 'rehearsal',
    maxTokens: 1000,
    endpoint: { baseUrl: url, concurrency: { start: REQUESTS, most: REQUESTS } },
  })
  const roles = createModelRoles({
    run: RUN,
    seed: 1,
    speakers: { tooling: speaker, querying: speaker, reasoning: speaker, critiquing: speaker, user: speaker },
    journal,
    budget: createBudget({}, { usd: 0, tokens: 0 }),
    environment: {},
    signal: stop.signal,
  })
  const recipe = {
    seed: 1,
    worlds: worldsOf([...ENVIRONMENTS.values()]),
    turns: [3, 5] as const,
    kmax: 3,
    rolesAt: roles.rolesAt,
    pause: roles.pause,
  }
  const runtime = createLocalRuntime(recipe, ITEMS)
  const items = Array.from({ length: 100_000 }, (_, index) => ({ run: RUN, index, round: 0 }))
  let finished = 0
  const running = runtime.run(
    items,
    (result) => {
      finished += 1
      journal.finish(result)
    },
    stop.signal,
  )
  while (finished < WARM) await wait(200)
  const delay = monitorEventLoopDelay()
  delay.enable()
  const [before, cpu, begun] = [await answersOf(child), process.cpuUsage(), performance.now()]
  await wait(SECONDS * 1000)
  const answers = (await answersOf(child)) - before
  const used = process.cpuUsage(cpu)
  delay.disable()
  const rate = (answers * 1000) / (performance.now() - begun)
  stop.abort()
  await running
  await runtime.close()
  return { rate, cpu: (used.user + used.system) / 1000 / answers, late: delay.percentile(99) / 1e6 }
}

async function answersOf(child: ChildProcess): Promise<number> {
  child.send('answers')
  const [answers] = (await once(child, 'message')) as [number]
  return answers
}
