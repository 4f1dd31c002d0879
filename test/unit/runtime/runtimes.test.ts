import { afterEach, describe, expect, it } from 'vitest'
import { type Policy, untrained } from '../../../src/core/policy.js'
import type { Runtime, WorkItem, WorkResult } from '../../../src/core/run.js'
import { runItems } from '../../../src/pipeline/index.js'
import { createLocalRuntime, createThreadRuntime, recipeOf } from '../../../src/runtime/index.js'
import { configurationOf } from './configurations.js'

const open: Runtime[] = []
afterEach(async () => {
  for (const runtime of open.splice(0)) await runtime.close()
})

async function resultsOf(runtime: Runtime, items: Iterable<WorkItem>): Promise<WorkResult[]> {
  open.push(runtime)
  const results: WorkResult[] = []
  await runtime.run(items, (result) => results.push(result), new AbortController().signal)
  return results
}

const itemsTo = (count: number, policy?: Policy): WorkItem[] =>
  Array.from({ length: count }, (_, index) => ({ run: 'run', index, round: 0, ...(policy ? { policy } : {}) }))

const textOf = (result: WorkResult | undefined): string =>
  result?.status === 'accepted' ? Buffer.from(result.row).toString('utf8') : ''

describe('the local runtime', () => {
  it('makes the rows of the pipeline, as bytes, with their counts', async () => {
    const recipe = recipeOf(configurationOf({ count: 6 }))
    const lines: string[] = []
    await runItems(recipe, 6, 2, async ({ row }) => void lines.push(JSON.stringify(row)))
    const results = await resultsOf(createLocalRuntime(recipe, 2), itemsTo(6))
    expect(results.toSorted((a, b) => a.index - b.index).map(textOf)).toEqual(lines)
    for (const { stats } of results)
      expect(stats).toEqual({
        turns: expect.any(Number) as number,
        calls: expect.any(Number) as number,
        proposed: expect.any(Number) as number,
        sampled: expect.any(Number) as number,
      })
  })

  it('tells what a round learns where a learned sampler asks for it, and only there', async () => {
    const learned = createLocalRuntime(recipeOf(configurationOf({ count: 2, sampler: 'learned' })), 1)
    for (const { lesson } of await resultsOf(learned, itemsTo(2, untrained))) expect(lesson).toBeInstanceOf(Array)
    const directed = createLocalRuntime(recipeOf(configurationOf({ count: 2 })), 1)
    for (const { lesson } of await resultsOf(directed, itemsTo(2))) expect(lesson).toBeUndefined()
  })
})

describe('the thread runtime', () => {
  const module = new URL('./threads/items.mjs', import.meta.url)
  const threads = (onCrash?: () => void): Runtime =>
    createThreadRuntime({ workers: 2, configuration: {}, module, ...(onCrash ? { onCrash } : {}) })

  it('records an item whose thread dies twice as a worker crash, and goes on', async () => {
    let deaths = 0
    const results = await resultsOf(
      threads(() => (deaths += 1)),
      itemsTo(10),
    )
    expect(deaths).toBe(2)
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(results[3]).toEqual({
      index: 3,
      status: 'failed',
      cause: 'worker-crash',
      rejections: [{ index: 3, candidate: 0, turn: 0, phase: 'runtime', cause: 'worker-crash' }],
      spent: [],
      stats: {},
    })
  })

  it('gives threads the policy of the round', async () => {
    const policy = { ...untrained, round: 4, choices: { target: { plays: 1, mean: 0.1, variance: 0.01 } } }
    const [first] = await resultsOf(threads(), itemsTo(2, policy))
    expect(JSON.parse(textOf(first))).toEqual({ index: 0, round: 4, choices: policy.choices })
  })

  it('takes items of one round at a time', async () => {
    const [one, other] = [itemsTo(1, untrained), itemsTo(1, { ...untrained, round: 1 })]
    await expect(resultsOf(threads(), [...one, ...other])).rejects.toThrow(RangeError)
  })
})
