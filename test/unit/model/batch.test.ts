import { describe, expect, it } from 'vitest'
import { batchRequestOf, createEndpoint, fetchFromBatch, readBatchResult, shaping } from '../../../src/model/index.js'

const body = {
  object: 'chat.completion',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'four' } }],
  usage: { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 },
}
const line = (more: object): string => JSON.stringify({ id: 'batch_req_1', custom_id: 'a', ...more })

describe('results of a batch', () => {
  it('are read as OpenAI and vLLM write them', () => {
    const answer = { id: 'a', answer: { status: 200, body: JSON.stringify(body) } }
    expect(readBatchResult(line({ response: { status_code: 200, request_id: 'r', body }, error: null }))).toEqual(
      answer,
    )
    expect(readBatchResult(line({ response: { status_code: 200, request_id: 'v', body } }))).toEqual(answer)
    expect(readBatchResult(line({ response: body }))).toEqual(answer)
  })

  it('tell a refusal of the request from what may go well another time', () => {
    const error = { message: 'response_format is not supported', code: 400 }
    const refused = { id: 'a', answer: { status: 400, body: JSON.stringify(error) } }
    expect(readBatchResult(line({ response: { status_code: 400, body: error }, error: null }))).toEqual(refused)
    expect(readBatchResult(line({ response: { status_code: 400, body: null }, error }))).toEqual(refused)
    expect(readBatchResult(line({ response: { status_code: 500, body: {} }, error: null }))).toEqual({
      id: 'a',
      error: 'HTTP 500',
    })
    const expired = { code: 'batch_expired', message: 'This request could not be executed in time.' }
    expect(readBatchResult(line({ response: null, error: expired }))).toEqual({ id: 'a', error: 'batch_expired' })
    expect(readBatchResult(line({ response: null, error: null }))).toEqual({ id: 'a', error: 'HTTP nothing' })
  })

  it.each(['', '{"custom_id": "a"', '[]', '{"response": null}'])('are none in a line such as %j', (text) => {
    expect(readBatchResult(text)).toBeUndefined()
  })

  it('answer the requests that they were made for, and no others', async () => {
    const asked: unknown[] = []
    const wire: typeof fetch = (_, init) => Promise.reject(asked.push(init?.body) && new Error('over the wire'))
    const answerTo = (id: string) => (id === 'a' ? { status: 200, body: JSON.stringify(body) } : undefined)
    const way = () => fetchFromBatch(answerTo, wire)
    const model = createEndpoint({ baseUrl: 'http://localhost/v1', model: 'm', way })
    const messages = [{ role: 'user' as const, content: 'two and two?' }]
    const { message, usage } = await model.answer({ messages, key: 'a' })
    expect([message.content, usage]).toEqual(['four', { tokensIn: 3, tokensOut: 1 }])
    await expect(model.answer({ messages, key: 'b' })).rejects.toThrow('over the wire')
    expect(asked).toHaveLength(1)
  })

  it('that find a shape unknown lead to another request, with an id of its own', async () => {
    const refused = { status: 400, body: '{"error":{"message":"response_format is not supported"}}' }
    const asked: string[] = []
    const wire: typeof fetch = (_, init) => {
      const request = batchRequestOf(init)
      return Promise.reject(new Error(String(asked.push(JSON.stringify(request)))))
    }
    const way = () => fetchFromBatch((id) => (id === 'a' ? refused : undefined), wire)
    const model = shaping(createEndpoint({ baseUrl: 'http://localhost/v1', model: 'm', way }))
    const shape = { name: 'hint', schema: { type: 'object' } }
    await expect(model.answer({ messages: [], key: 'a', shape })).rejects.toThrow('1')
    const [request = ''] = asked
    expect(JSON.parse(request)).toMatchObject({ custom_id: 'a-described', method: 'POST', url: '/v1/chat/completions' })
    expect(request).not.toContain('response_format')
  })
})
