import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an OpenAI-compatible endpoint gets, as far as the tests read it. */
export interface WireRequest {
  readonly model: string
  readonly messages: readonly WireMessage[]
  readonly tools?: readonly { readonly function: { readonly name: string } }[]
}

export interface WireMessage {
  readonly role: string
  readonly content: string | null
  readonly tool_calls?: readonly unknown[]
}

/** An assistant message, or an HTTP status with a body. */
export type WireAnswer =
  | { readonly content?: string; readonly calls?: readonly { readonly name: string; readonly arguments: string }[] }
  | { readonly status: number; readonly body: string }

export interface ChatServer {
  readonly url: string
  readonly requests: () => number
  readonly close: () => Promise<void>
}

/** A scripted endpoint on a free port. */
export async function chatServer(answer: (request: WireRequest) => WireAnswer): Promise<ChatServer> {
  let requests = 0
  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming)
    const posted = incoming.method === 'POST'
    if (posted) requests += 1
    const made = posted ? answer(JSON.parse(body) as WireRequest) : { status: 404, body: '{}' }
    const [status, text] = 'status' in made ? [made.status, made.body] : [200, completion(made)]
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(text)
  }
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests: () => requests,
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

let ids = 0

function completion({ content = '', calls = [] }: Exclude<WireAnswer, { status: number }>): string {
  const toolCalls = calls.map(({ name, arguments: json }) => ({
    id: `call_${(ids += 1)}`,
    type: 'function',
    function: { name, arguments: json },
  }))
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'm',
    choices: [
      {
        index: 0,
        finish_reason: calls.length > 0 ? 'tool_calls' : 'stop',
        message: { role: 'assistant', content, ...(calls.length > 0 ? { tool_calls: toolCalls } : {}) },
      },
    ],
    usage: { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 },
  })
}
