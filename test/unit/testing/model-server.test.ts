import { describe, expect, it } from 'vitest'
import { createEndpoint, type ModelError, readingCalls } from '../../../src/model/index.js'
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

  const failures: {
    readonly [fault in (typeof TRANSPORT_FAULTS)[number]]: {
      readonly failure: ModelError['failure']
      readonly status?: number
      readonly retryAfter?: number | undefined
    }
  } = {
    'rate-limit': { failure: 'overloaded', status: 429, retryAfter: 0 },
    'rate-limit-bare': { failure: 'overloaded', status: 429, retryAfter: undefined },
    'server-error': { failure: 'overloaded', status: 500 },
    unavailable: { failure: 'overloaded', status: 503 },
    hang: { failure: 'unreachable' },
    reset: { failure: 'unreachable' },
    truncated: { failure: 'unreachable' },
  }
  it.each(TRANSPORT_FAULTS)('fails the way on demand, and counts no answer: %s', async (fault) => {
    const server = await serve({ faults: { kinds: [fault], percent: 100 } })
    const endpoint = createEndpoint({ baseUrl: server.url, model: server.model, deadline: 300 })
    await expect(endpoint.answer(request)).rejects.toMatchObject(failures[fault])
    expect(server.counts()).toMatchObject({ requests: 1, answers: 0, faults: { [fault]: 1 } })
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
    const server = await serve({ capacity: 2, latency: 100 })
    const endpoint = createEndpoint({ baseUrl: server.url, model: server.model })
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => endpoint.answer(request)))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })
})
