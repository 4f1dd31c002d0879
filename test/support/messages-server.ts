import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import type { JsonObject } from '../../src/core/json.js'

/** What an endpoint of the Messages API gets, as far as tests read it. */
export interface MessagesRequest {
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined }
  readonly body: JsonObject
}

/** Blocks of an answer with its reason to end, or an error with its status. */
export type MessagesAnswer =
  | { readonly content: readonly JsonObject[]; readonly stop?: string; readonly usage?: JsonObject }
  | { readonly status: number; readonly kind: string; readonly headers?: { readonly [name: string]: string } }

/** A server that speaks Anthropic's Messages API and gives these answers, in order. */
export async function messagesServer(
  ...answers: readonly MessagesAnswer[]
): Promise<{ readonly url: string; readonly requests: MessagesRequest[] }> {
  const requests: MessagesRequest[] = []
  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = JSON.parse(await text(incoming)) as JsonObject
    const answer = answers[requests.length] ?? { status: 404, kind: 'not_found_error' }
    requests.push({ headers: incoming.headers, body })
    const failed = 'status' in answer
    const headers = { 'content-type': 'application/json', ...(failed ? answer.headers : {}) }
    outgoing.writeHead(failed ? answer.status : 200, headers).end(JSON.stringify(bodyOf(answer)))
  }
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => {
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests }
}

function bodyOf(answer: MessagesAnswer): object {
  if ('status' in answer) return { type: 'error', error: { type: answer.kind, message: `It is ${answer.kind}.` } }
  const { content, stop = 'end_turn', usage = { input_tokens: 12, output_tokens: 7 } } = answer
  return { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude', content, stop_reason: stop, usage }
}
