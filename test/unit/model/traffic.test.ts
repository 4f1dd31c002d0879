import { describe, expect, it } from 'vitest'
import { type ChatAnswer, type ChatModel, createTraffic, ModelError } from '../../../src/model/index.js'

const ANSWER: ChatAnswer = {
  message: { role: 'assistant', content: 'yes', toolCalls: [] },
  usage: { tokensIn: 1, tokensOut: 1 },
}

/** A model that fails in this order, then answers. */
function failing(...failures: readonly ModelError[]): ChatModel & { asked: number } {
  const left = [...failures]
  const model = {
    name: 'm',
    asked: 0,
    answer() {
      model.asked += 1
      const failure = left.shift()
      return failure ? Promise.reject(failure) : Promise.resolve(ANSWER)
    },
  }
  return model
}

const quick = { backoff: { first: 1, longest: 4 } }
const request = { messages: [] }

describe('traffic', () => {
  it('tries again after failures of the way, and counts them by kind', async () => {
    const traffic = createTraffic(quick)
    const model = failing(
      new ModelError('unreachable', 'reset', { lost: 'cut' }),
      new ModelError('overloaded', 'busy', { status: 503 }),
      new ModelError('malformed', 'html', { status: 200, lost: 'malformed' }),
    )
    expect(await traffic.over(model).answer(request)).toEqual({ ...ANSWER, lost: 2 })
    expect(traffic.counts()).toMatchObject({
      requests: 4,
      answers: 1,
      retries: { unreachable: 1, overloaded: 1, malformed: 1 },
      lost: { cut: 1, malformed: 1 },
    })
  })

  it('does not repeat a request that the endpoint finds wrong', async () => {
    const model = failing(new ModelError('refused', 'no such model', { status: 404 }))
    await expect(createTraffic(quick).over(model).answer(request)).rejects.toMatchObject({ failure: 'refused' })
    expect(model.asked).toBe(1)
  })

  it('gives up after its retries, and sooner where the protocol is another one', async () => {
    const busy = failing(...Array.from({ length: 9 }, () => new ModelError('overloaded', 'busy', { status: 500 })))
    await expect(
      createTraffic({ ...quick, retries: 3 })
        .over(busy)
        .answer(request),
    ).rejects.toThrow('busy')
    expect(busy.asked).toBe(4)
    const strange = failing(
      ...Array.from({ length: 9 }, () => new ModelError('malformed', 'html', { status: 200, lost: 'malformed' })),
    )
    await expect(
      createTraffic({ ...quick, retries: 8 })
        .over(strange)
        .answer(request),
    ).rejects.toThrow('html')
    expect(strange.asked).toBe(3)
  })

  it('waits as long as the endpoint asks', async () => {
    const begun = performance.now()
    await createTraffic(quick)
      .over(failing(new ModelError('overloaded', 'later', { status: 429, retryAfter: 120 })))
      .answer(request)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(115)
  })

  it('stops waiting when it is told to', async () => {
    const stop = new AbortController()
    const answer = createTraffic(quick)
      .over(failing(new ModelError('overloaded', 'later', { status: 429, retryAfter: 60_000 })))
      .answer({ ...request, signal: stop.signal })
    setTimeout(() => stop.abort(), 20)
    await expect(answer).rejects.toThrow(/abort/i)
  })
})
