import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBatchBudget, createBudget, RunStopped } from '../../../src/pipeline/index.js'

const amount = fc.record({ usd: fc.integer({ min: 0, max: 40 }), tokens: fc.integer({ min: 1, max: 40 }) })

describe('a budget', () => {
  const kinds = { 'of single requests': createBudget, 'of batches': createBatchBudget }
  it.each(Object.entries(kinds))('%s is never overspent, whatever is asked at once', async (_, create) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(amount, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 5 })), { maxLength: 40 }),
        fc.record({ usd: fc.integer({ min: 1, max: 200 }), tokens: fc.integer({ min: 1, max: 200 }) }),
        amount,
        async (requests, caps, before) => {
          fc.pre(before.usd <= caps.usd && before.tokens <= caps.tokens)
          const budget = create(caps, before)
          const outcomes = await Promise.allSettled(
            requests.map(async ([most, percent, ticks]) => {
              await budget.reserve(most)
              for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
              await budget.settle(most, { usd: (most.usd * percent) / 100, tokens: (most.tokens * percent) / 100 })
              expect(budget.spent().usd).toBeLessThanOrEqual(caps.usd)
              expect(budget.spent().tokens).toBeLessThanOrEqual(caps.tokens)
            }),
          )
          for (const outcome of outcomes)
            if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RunStopped)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('waits for what is under way before it gives up', async () => {
    const budget = createBudget({ usd: 10 }, { usd: 0, tokens: 0 })
    await budget.reserve({ usd: 8, tokens: 1 })
    const second = budget.reserve({ usd: 8, tokens: 1 })
    await budget.settle({ usd: 8, tokens: 1 }, { usd: 2, tokens: 1 })
    await second
    await expect(
      Promise.all([
        budget.reserve({ usd: 8, tokens: 1 }),
        Promise.resolve().then(() => budget.settle({ usd: 8, tokens: 1 }, { usd: 8, tokens: 1 })),
      ]),
    ).rejects.toMatchObject({ name: 'RunStopped', stop: 'budget' })
    expect(budget.spent().usd).toBe(10)
  })
})
