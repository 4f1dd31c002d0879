import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { createEndpoint, type ModelError } from '../../../src/model/index.js'

type Body = { readonly [field: string]: unknown }

const bodies: { readonly body: Body; readonly key: string }[] = []

/** Answers as newer models do: the older name for the limit of an answer is refused. */
const server = createServer((incoming, outgoing) => {
  void (async () => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Body
    bodies.push({ body, key: String(incoming.headers['idempotency-key']) })
    const message =
      body['model'] === 'closed' ? 'No.' : "'max_tokens' is not supported. Use 'max_completion_tokens' instead."
    const refused = 'max_tokens' in body
    const answer = { choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Yes.' } }] }
    outgoing
      .writeHead(refused ? 400 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(refused ? { error: { message } } : { id: 'a', created: 0, model: 'm', ...answer }))
  })()
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const { port } = server.address() as AddressInfo
const baseUrl = `http://127.0.0.1:${port}/v1`
afterAll(() => server.close())

const request = { messages: [{ role: 'user' as const, content: 'Well?' }], maxTokens: 64, key: 'one' }

it('an endpoint that has another name for the limit of answers gets it, asked once under the older', async () => {
  const endpoint = createEndpoint({ baseUrl, model: 'newer' })
  expect((await endpoint.answer(request)).message.content).toBe('Yes.')
  expect((await endpoint.answer({ ...request, key: 'two' })).message.content).toBe('Yes.')
  expect(bodies.map(({ body, key }) => [key, body['max_tokens'], body['max_completion_tokens']])).toEqual([
    ['one', 64, undefined],
    ['one-newer', undefined, 64],
    ['two', undefined, 64],
  ])
})

it('an endpoint that has moved says where to, and is not followed', async () => {
  const moved = createServer((_, outgoing) => outgoing.writeHead(308, { location: 'https://example.org/v1' }).end())
  await once(moved.listen(0, '127.0.0.1'), 'listening')
  const { port: own } = moved.address() as AddressInfo
  const endpoint = createEndpoint({ baseUrl: `http://127.0.0.1:${own}/v1`, model: 'm' })
  await expect(endpoint.answer(request)).rejects.toMatchObject({
    failure: 'refused',
    message: 'HTTP 308: the endpoint has moved to https://example.org/v1',
  })
  moved.close()
})

it('any other refusal is what it is', async () => {
  const endpoint = createEndpoint({ baseUrl, model: 'closed' })
  await expect(endpoint.answer(request)).rejects.toMatchObject({
    failure: 'refused',
    status: 400,
  } as Partial<ModelError>)
})
