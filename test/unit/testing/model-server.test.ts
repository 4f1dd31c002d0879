import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  type ChatModel,
  createEndpoint,
  createTraffic,
  type ModelError,
  readingCalls,
} from '../../../src/model/index.js'
import { type Fault, TRANSPORT_FAULTS } from '../../../src/testing/index.js'
import { modelServers } from '../../support/model-server.js'

const serve = modelServers()

const TOOL = {
  type: 'function',
  function: { name: 'find_parcels', description: '', parameters: { type: 'object', properties: {} } },
}

const SYSTEM = '<situation>\nYou work at a parcel desk.\n</situation>'

/** A question in the form that the reasoning agent puts it. */
const request = {
  messages: [
    { role: 'system' as const, content: SYSTEM },
    { role: 'user' as const, content: 'How heavy is the parcel for Ada Dahl?' },
  ],
  tools: ['find_parcels', 'get_parcel', 'find_branches', 'send_to_branch', 'book_pickup'].map((name) => ({
    name,
    description: '',
    parameters: { type: 'object', properties: {} },
  })),
}

describe('the model server', () => {
  it('says which model it has, and plays the roles by what is asked', async () => {
    const server = await serve()
    const list = (await (await fetch(`${server.url}/models`)).json()) as { data: { id: string }[] }
    expect(list.data.map(({ id }) => id)).toEqual([server.model])
    const { message, usage } = await createEndpoint({ baseUrl: server.url, model: server.model }).answer(request)
    expect(message.content === '' || message.toolCalls.length === 0).toBe(true)
    expect(usage.tokensIn).toBeGreaterThan(20)
    expect(server.counts()).toMatchObject({ requests: 1, answers: 1, unmetered: 0 })
  })

  it('streams the same answer as server-sent events', async () => {
    const server = await serve()
    const body = { model: server.model, seed: 4, messages: request.messages, tools: [TOOL] }
    const post = (more: object): Promise<Response> =>
      fetch(`${server.url}/chat/completions`, { method: 'POST', body: JSON.stringify({ ...body, ...more }) })
    const whole = (await (await post({})).json()) as {
      choices: { message: { content: string } }[]
      usage: { total_tokens: number }
    }
    const text = await (await post({ stream: true, stream_options: { include_usage: true } })).text()
    const events = text.split('\n\n').filter((line) => line !== '')
    expect(events.at(-1)).toBe('data: [DONE]')
    const chunks = events.slice(0, -1).map(
      (line) =>
        JSON.parse(line.slice('data: '.length)) as {
          choices: { delta: { content?: string } }[]
          usage?: { total_tokens: number }
        },
    )
    const content = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta.content ?? '')).join('')
    expect(content).toBe(whole.choices[0]?.message.content)
    expect(chunks.at(-1)?.usage).toEqual(whole.usage)
  })

  /** What becomes of one try under each fault of the connection; no failure where the answer comes all the same. */
  const outcomes: {
    readonly [fault in (typeof TRANSPORT_FAULTS)[number]]: {
      readonly failure?: Partial<ModelError>
      /** Answers that the server has made and could not deliver. */
      readonly lost?: number
    }
  } = {
    'rate-limit': { failure: { failure: 'overloaded', status: 429, retryAfter: 0, lost: undefined } },
    'rate-limit-bare': { failure: { failure: 'overloaded', status: 429, retryAfter: undefined, lost: undefined } },
    'server-error': { failure: { failure: 'overloaded', status: 500, lost: undefined } },
    unavailable: { failure: { failure: 'overloaded', status: 503, lost: undefined } },
    'web-page': { failure: { failure: 'malformed', status: 200, lost: 'malformed' } },
    hang: { failure: { failure: 'unreachable', lost: 'deadline' } },
    reset: { failure: { failure: 'unreachable', lost: 'cut' } },
    late: { failure: { failure: 'unreachable', lost: 'deadline' }, lost: 1 },
    truncated: { failure: { failure: 'unreachable', lost: 'cut' }, lost: 1 },
    halting: {},
    'reset-after': {},
  }
  it.each(TRANSPORT_FAULTS)('goes wrong on demand, and nothing that came whole is asked again: %s', async (fault) => {
    const server = await serve({ faults: { kinds: [fault], percent: 100, tries: 1, halt: 120 } })
    const endpoint = createEndpoint({ baseUrl: server.url, model: server.model, deadline: 200 })
    const traffic = createTraffic({ backoff: { first: 1, longest: 1 } })
    const failures: unknown[] = []
    const watched: ChatModel = {
      name: server.model,
      answer: (asked) =>
        endpoint.answer(asked).catch((error: unknown) => Promise.reject(failures.push(error) && error)),
    }
    const { failure, lost = 0 } = outcomes[fault]
    const answer = await traffic.over(watched).answer({ ...request, key: 'one' })
    expect(failures).toEqual(failure ? [expect.objectContaining(failure)] : [])
    const by = failure?.lost
    expect(answer.lost).toBe(by && 1)
    expect(traffic.counts()).toMatchObject({ requests: failure ? 2 : 1, answers: 1, lost: by ? { [by]: 1 } : {} })
    expect(server.counts()).toMatchObject({ requests: failure ? 2 : 1, answers: 1, lost, faults: { [fault]: 1 } })
    expect(server.counts().answersOf).toEqual(new Map([['one', 1]]))
  })

  it('does not take an answer for delivered that crossed with its reader’s leaving', async () => {
    const server = await serve({ latency: 50, even: true })
    const endpoint = createEndpoint({ baseUrl: server.url, model: server.model })
    const leaving = new AbortController()
    const answer = endpoint.answer({ ...request, signal: leaving.signal })
    answer.catch(() => undefined)
    while (server.counts().requests === 0) await setTimeout(1)
    // Both clocks run out while nothing can happen: the reader leaves, and only then the server speaks.
    globalThis.setTimeout(() => leaving.abort(), 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 80)
    await expect(answer).rejects.toThrow(/abort/i)
    await setTimeout(20)
    expect(server.counts()).toMatchObject({ requests: 1, answers: 0, lost: 1 })
  })

  it('is not given up on while this process is too busy to read', async () => {
    const server = await serve({ latency: 30, even: true })
    const endpoint = createEndpoint({ baseUrl: server.url, model: server.model, deadline: 100 })
    const answer = endpoint.answer(request)
    await setTimeout(10)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    expect((await answer).usage.tokensOut).toBeGreaterThan(0)
    expect(server.counts()).toMatchObject({ requests: 1, answers: 1, lost: 0 })
  })

  it('spoils answers on demand, and counts them', async () => {
    for (const fault of ['empty', 'huge', 'no-usage'] satisfies Fault[]) {
      const server = await serve({ faults: { kinds: [fault], percent: 100 } })
      const endpoint = createEndpoint({ baseUrl: server.url, model: server.model })
      const { message, cut, usage } = await readingCalls(endpoint, 'native').answer(request)
      if (fault === 'empty') expect(message).toMatchObject({ content: '', toolCalls: [] })
      if (fault === 'huge') expect(cut).toBe(true)
      expect(usage.estimated === true).toBe(fault === 'no-usage')
      expect(server.counts()).toMatchObject({ answers: 1, faults: { [fault]: 1 } })
    }
  })

  it('takes so much and no more at once', async () => {
    const server = await serve({ capacity: 2, latency: 500, even: true })
    const endpoint = createEndpoint({ baseUrl: server.url, model: server.model })
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => endpoint.answer(request)))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })
})
