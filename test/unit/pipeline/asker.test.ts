import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import type { ResponseKey } from '../../../src/core/run.js'
import type { ChatAnswer } from '../../../src/model/index.js'
import { createAsker, createBudget } from '../../../src/pipeline/index.js'

const ANSWER: ChatAnswer = {
  message: { role: 'assistant', content: 'yes', toolCalls: [] },
  usage: { tokensIn: 1, tokensOut: 1 },
}
const QUESTION = { role: 'reasoning', attempt: 0, step: 0, request: { messages: [] } } as const
const PLACE = { index: 0, candidate: 0, turn: 0, attempt: 0 }

/** Askers over one journal, each of a process of its own, and how often the model was asked. */
function askers() {
  const journal = new Map<string, Json>()
  const state = { asked: 0 }
  const model = {
    name: 'm',
    async answer() {
      state.asked += 1
      await setTimeout(20)
      return { ...ANSWER, lost: 2 }
    },
  }
  const start = (signal: AbortSignal) =>
    createAsker({
      run: 'r',
      seed: 1,
      journal: {
        response: (key: ResponseKey) => journal.get(JSON.stringify(key)),
        record: (key: ResponseKey, response: Json) => void journal.set(JSON.stringify(key), response),
      },
      models: { reasoning: { model, maxTokens: 10 } },
      budget: createBudget({}, { usd: 0, tokens: 0 }),
      signal,
    })
  return { start, state, journal }
}

describe('asking models', () => {
  it('keeps an answer that comes after the run was stopped, and does not ask for it again', async () => {
    const { start, state, journal } = askers()
    const stop = new AbortController()
    const first = start(stop.signal)
    const answer = first.at(PLACE, () => undefined)(QUESTION)
    await setTimeout(5)
    stop.abort()
    await first.idle()
    expect(journal.size).toBe(1)
    const later = await start(new AbortController().signal).at(PLACE, () => undefined)(QUESTION)
    expect(later).toEqual(await answer)
    expect(state.asked).toBe(1)
  })

  it('asks once what is asked twice at a time, and tells what was lost on the way', async () => {
    const { start, state } = askers()
    const spends: unknown[] = []
    const ask = start(new AbortController().signal).at(PLACE, (spend) => spends.push(spend))
    await Promise.all([ask(QUESTION), ask(QUESTION)])
    expect(state.asked).toBe(1)
    const spend = { role: 'reasoning', model: 'm', cause: '', answers: 1, lost: 2, tokensIn: 1, tokensOut: 1 }
    expect(spends[0]).toEqual(spend)
  })
})
