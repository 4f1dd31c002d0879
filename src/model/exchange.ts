import { Agent as PlainAgent, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'

/** One HTTP request, as far as endpoints of models need it. */
export interface Outgoing {
  readonly url: string
  readonly method: string
  readonly headers: { readonly [name: string]: string }
  readonly body: string
}

/** What came back on it, whole. */
export interface Incoming {
  readonly status: number
  readonly headers: [name: string, value: string][]
  readonly body: string
}

/** An exchange under way. */
export interface Exchange {
  readonly incoming: Promise<Incoming>
  /** Gives it up: `incoming` fails. */
  readonly abort: () => void
}

/** Connections wait this long for another request, in milliseconds: servers wait longer before they close them. */
const IDLE = 4000

const KEPT = { keepAlive: true, scheduling: 'lifo', timeout: IDLE, maxFreeSockets: 1024 } as const
const PLAIN = new PlainAgent(KEPT)
const SECURE = new SecureAgent(KEPT)

/**
 * Sends a request over a kept connection and reads the answer to its end: a fifth of the work that `fetch` makes of it with
 * its streams, redirects and caches. `onBegun` is told when the answer begins.
 */
export function exchange({ url, method, headers, body }: Outgoing, onBegun: () => void): Exchange {
  const options = { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }
  const outgoing = url.startsWith('https:')
    ? secureRequest(url, { ...options, agent: SECURE })
    : plainRequest(url, { ...options, agent: PLAIN })
  const incoming = new Promise<Incoming>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      onBegun()
      read(response, resolve, reject)
    })
  })
  outgoing.end(body)
  return { incoming, abort: () => outgoing.destroy() }
}

function read(response: IncomingMessage, resolve: (incoming: Incoming) => void, reject: (error: Error) => void): void {
  const { statusCode = 0, rawHeaders } = response
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (text: string) => (body += text))
  response.on('error', reject)
  response.on('end', () => resolve({ status: statusCode, headers: pairsOf(rawHeaders), body }))
}

/** Names and values come one after the other. */
function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, raw[i + 1] ?? '']] : []))
}
