import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import {
  type ChatRequest,
  createEndpoint,
  createTraffic,
  readShaped,
  shapeOf,
  shaping,
} from '../../../src/model/index.js'
import { type MessagesAnswer, messagesServer } from '../../support/messages-server.js'

const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'You work at a parcel desk.' },
    { role: 'user', content: 'How heavy are P101 and P102?' },
  ],
  tools: [{ name: 'get_parcel', description: 'One parcel.', parameters: { type: 'object', properties: {} } }],
  maxTokens: 500,
  key: 'turnsmith-1',
}

async function endpointFor(model: string, ...answers: readonly MessagesAnswer[]) {
  const { url, requests } = await messagesServer(...answers)
  const endpoint = createEndpoint({
    kind: 'anthropic',
    baseUrl: url,
    model,
    apiKey: 'secret',
    deadline: 2000,
    unseeded: true,
  })
  const traffic = createTraffic({ backoff: { first: 1, longest: 2 } })
  return { model: shaping(traffic.over(endpoint)), traffic, requests }
}

const use = (id: string, parcel: string): { type: string; id: string; name: string; input: { parcel_id: string } } => ({
  type: 'tool_use',
  id,
  name: 'get_parcel',
  input: { parcel_id: parcel },
})

describe('a model behind the Messages API', () => {
  it('thinks and calls tools, and gets all results of a step in one message', async () => {
    const thinking = { type: 'thinking', thinking: 'Both have to be looked up.', signature: 's' }
    const { model, requests } = await endpointFor(
      'claude-sonnet-4-5',
      {
        content: [thinking, { type: 'text', text: 'Let me see.' }, use('a', 'P101'), use('b', 'P102')],
        stop: 'tool_use',
      },
      { content: [{ type: 'text', text: '820 and 91 grams.' }] },
    )
    const { message, usage } = await model.answer(request)
    expect(message).toEqual({
      role: 'assistant',
      content: 'Let me see.',
      reasoning: 'Both have to be looked up.',
      toolCalls: [
        { id: 'a', name: 'get_parcel', arguments: '{"parcel_id":"P101"}' },
        { id: 'b', name: 'get_parcel', arguments: '{"parcel_id":"P102"}' },
      ],
    })
    expect(usage).toEqual({ tokensIn: 12, tokensOut: 7 })
    const results = message.toolCalls.map(({ id }) => ({
      role: 'tool' as const,
      callId: id,
      toolName: 'get_parcel',
      content: '{"grams":820}',
    }))
    const next = await model.answer({ ...request, messages: [...request.messages, message, ...results] })
    expect(next.message.content).toBe('820 and 91 grams.')
    const [first, second] = requests
    expect(first?.headers).toMatchObject({ 'x-api-key': 'secret', 'idempotency-key': 'turnsmith-1' })
    expect(first?.body).toMatchObject({
      max_tokens: 500,
      tools: [{ name: 'get_parcel' }],
      tool_choice: { type: 'auto' },
    })
    const messages = second?.body['messages'] as { role: string; content: object[] }[] | undefined
    expect(messages?.at(-1)).toMatchObject({
      role: 'user',
      content: ['a', 'b'].map((id) => ({ type: 'tool_result', tool_use_id: id })),
    })
  })

  it('is tried again when it is overloaded, as soon as it says', async () => {
    const { model, traffic, requests } = await endpointFor(
      'claude-sonnet-4-5',
      { status: 429, kind: 'rate_limit_error', headers: { 'retry-after': '0' } },
      { status: 529, kind: 'overloaded_error' },
      { content: [{ type: 'text', text: 'Yes.' }] },
    )
    expect((await model.answer(request)).message.content).toBe('Yes.')
    expect(requests).toHaveLength(3)
    expect(traffic.counts()).toMatchObject({ requests: 3, answers: 1, retries: { overloaded: 2 }, lost: {} })
  })

  it('is told apart from one that finds the request wrong', async () => {
    const { model, requests } = await endpointFor('claude-sonnet-4-5', { status: 401, kind: 'authentication_error' })
    await expect(model.answer(request)).rejects.toMatchObject({ failure: 'refused', status: 401 })
    expect(requests).toHaveLength(1)
  })

  it.each([
    ['claude-sonnet-4-5', { type: 'text', text: '{"hint":"Look again."}' }, 'output_config'],
    ['claude-3-haiku-20240307', { type: 'tool_use', id: 'c', name: 'json', input: { hint: 'Look again.' } }, 'tools'],
  ] as const)('gives a shape, by the means that %s has', async (name, block, means) => {
    const schema = z.strictObject({ hint: z.string() })
    const { model, requests } = await endpointFor(name, { content: [block], stop: 'end_turn' })
    const { tools: _, ...plain } = request
    const answer = await model.answer({ ...plain, shape: shapeOf('hint', schema) })
    expect(readShaped(schema, answer)).toEqual({ value: { hint: 'Look again.' } })
    expect(requests[0]?.body).toHaveProperty(means)
  })

  it('counts what it read from a cache, and says when it was cut off', async () => {
    const usage = { input_tokens: 2, cache_read_input_tokens: 10, cache_creation_input_tokens: 5, output_tokens: 500 }
    const { model } = await endpointFor('claude-sonnet-4-5', {
      content: [{ type: 'text', text: 'And so' }],
      stop: 'max_tokens',
      usage,
    })
    expect(await model.answer(request)).toMatchObject({ cut: true, usage: { tokensIn: 17, tokensOut: 500 } })
  })
})
