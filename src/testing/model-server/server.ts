import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { sha256 } from '../../core/digest.js'
import { createRng } from '../../core/random.js'
import type { Environment } from '../../environment/index.js'
import { behave, type Conduct } from './conduct.js'
import { type Fault, faultOf, isOfAnswer, isRefusal, type RefusalFault, spoil } from './faults.js'
import { deliver, isSent, respond, stream, watchForLoss } from './delivery.js'
import { createPlayers } from './players.js'
import { completion, events, usageOf, type WireRequest, type WireUsage } from './wire.js'

export interface ModelServerOptions {
  /** The roles are played over their tools. */
  readonly environments: readonly Environment[]
  /** A free one where absent. */
  readonly port?: number
  readonly model?: string
  /** Milliseconds before an answer: about the median, seldom more than four times as much. */
  readonly latency?: number
  /** Every answer takes exactly that long. */
  readonly even?: boolean
  readonly faults?: {
    readonly kinds: readonly Fault[]
    /** Requests of a hundred that a fault happens to. */
    readonly percent: number
    /** Of the tries at one request, only so many first ones. */
    readonly tries?: number
    /** Milliseconds that an answer of which some is sent may halt; 1500 where absent. */
    readonly halt?: number
  }
  readonly conduct?: Conduct
  /** Requests under way at once; one more is answered with 429. */
  readonly capacity?: number
  /** What `Retry-After` says, in seconds. */
  readonly retryAfter?: number
  /** Decides faults and latencies. */
  readonly seed?: number
}

/** What a model server has done. */
export interface ModelServerCounts {
  readonly requests: number
  /** Answers that were delivered whole. */
  readonly answers: number
  /** Answers that were made, and that the other side cannot have got whole: a provider may charge for them. */
  readonly lost: number
  readonly tokensIn: number
  readonly tokensOut: number
  /** Answers that came without their figures. */
  readonly unmetered: number
  readonly faults: { readonly [fault: string]: number }
  /** Delivered answers by `Idempotency-Key`: more than one, and it was asked for again although it was there. */
  readonly answersOf: ReadonlyMap<string, number>
}

export interface ModelServer {
  /** Up to and with `/v1`. */
  readonly url: string
  readonly model: string
  readonly counts: () => ModelServerCounts
  readonly close: () => Promise<void>
}

/** An OpenAI-compatible endpoint that plays the four roles without a model, and goes wrong on demand. */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const { model = 'rehearsal', port = 0 } = options
  const desk = createDesk(options)
  const server = createServer({ keepAliveTimeout: 30_000 }, (incoming, outgoing) => {
    desk.serve(incoming, outgoing).catch((error: unknown) => {
      if (outgoing.destroyed) return
      outgoing.destroy()
      throw error
    })
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    model,
    counts: desk.counts,
    close() {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

interface Desk {
  serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>
  readonly counts: () => ModelServerCounts
}

/** Milliseconds between the halves of an answer that halts. */
const HALT = 1500

function createDesk(options: ModelServerOptions): Desk {
  const { environments, model = 'rehearsal', latency = 0, faults, conduct = 'honest', seed = 1 } = options
  const players = createPlayers(environments)
  const sums = { requests: 0, answers: 0, lost: 0, tokensIn: 0, tokensOut: 0, unmetered: 0 }
  const happened = new Map<string, number>()
  const tries = new Map<string, number>()
  const answersOf = new Map<string, number>()
  const watched = new WeakMap<Socket, () => void>()
  let underWay = 0

  const count = (key: string, usage: WireUsage | undefined, n: 1 | -1): void => {
    sums.answers += n
    sums.tokensIn += n * (usage?.prompt_tokens ?? 0)
    sums.tokensOut += n * (usage?.completion_tokens ?? 0)
    if (!usage) sums.unmetered += n
    answersOf.set(key, (answersOf.get(key) ?? 0) + n)
  }

  const account = async (outgoing: ServerResponse, key: string, usage: WireUsage | undefined): Promise<void> => {
    const { socket } = outgoing
    if (!(await isSent(outgoing))) {
      sums.lost += 1
      return
    }
    count(key, usage, 1)
    const unread = (): void => {
      count(key, usage, -1)
      sums.lost += 1
    }
    if (socket) watched.set(socket, watchForLoss(socket, unread))
  }

  const faultIn = (place: {
    readonly seed: number
    readonly request: string
    readonly tries: number
  }): Fault | undefined => {
    const fault = faults && place.tries <= (faults.tries ?? Infinity) && faultOf(faults.kinds, faults.percent, place)
    if (fault) increase(happened, fault)
    return fault || undefined
  }

  const answer = async (body: string, key: string, outgoing: ServerResponse): Promise<void> => {
    const request = JSON.parse(body) as WireRequest
    increase(tries, key)
    const place = { seed, request: key, tries: tries.get(key) ?? 1 }
    await wait(options.even ? latency : latencyOf(latency, place))
    const fault = faultIn(place)
    if (fault && isRefusal(fault)) return fail(outgoing, fault, options.retryAfter ?? 1)
    const role = players.roleOf(request)
    const right = behave(conduct, role, request, await players.play(request))
    const given = fault && isOfAnswer(fault) ? spoil(right, fault, request, `${key}:${place.tries}`) : right
    const usage = fault === 'no-usage' ? undefined : usageOf(request, given)
    const id = `chatcmpl-${sha256(`${key}:${place.tries}`).slice(0, 12)}`
    const accounted = account(outgoing, key, usage)
    if (request.stream) {
      const told = request.stream_options?.include_usage === true ? usage : undefined
      stream(outgoing, events(id, model, given, told))
    } else await deliver(outgoing, completion(id, model, given, usage), fault, faults?.halt ?? HALT)
    await accounted
  }

  return {
    counts: () => ({ ...sums, faults: Object.fromEntries(happened), answersOf: new Map(answersOf) }),
    async serve(incoming, outgoing) {
      const body = await bodyOf(incoming)
      if (incoming.method !== 'POST')
        return respond(outgoing, incoming.url === '/v1/models' ? 200 : 404, modelList(model))
      sums.requests += 1
      // Whoever asks again over a connection has read what came over it.
      watched.get(incoming.socket)?.()
      if (underWay >= (options.capacity ?? Infinity)) {
        increase(happened, 'over-capacity')
        return fail(outgoing, 'rate-limit-bare', 0)
      }
      underWay += 1
      try {
        await answer(body, String(incoming.headers['idempotency-key'] ?? sha256(body)), outgoing)
      } finally {
        underWay -= 1
      }
    },
  }
}

function modelList(id: string): object {
  return { object: 'list', data: [{ id, object: 'model', created: 0, owned_by: 'turnsmith' }] }
}

/** Between half and all of twice the median, for one request in sixteen four times that. */
function latencyOf(median: number, { seed, request, tries }: { seed: number; request: string; tries: number }): number {
  const random = createRng(`latency:${seed}:${request}:${tries}`)
  const length = (median * (50 + random.next(101))) / 100
  return random.next(16) === 0 ? length * 4 : length
}

function fail(outgoing: ServerResponse, fault: RefusalFault, retryAfter: number): void {
  switch (fault) {
    case 'rate-limit':
      outgoing.setHeader('retry-after', String(retryAfter))
      return respond(outgoing, 429, { error: { message: 'Too many requests.' } })
    case 'rate-limit-bare':
      return respond(outgoing, 429, { error: { message: 'Too many requests.' } })
    case 'server-error':
      return respond(outgoing, 500, { error: { message: 'Something went wrong.' } })
    case 'unavailable':
      return respond(outgoing, 503, { error: { message: 'No capacity.' } })
    case 'web-page':
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please sign in.</body></html>')
      return undefined
    case 'reset':
      outgoing.socket?.resetAndDestroy()
      return undefined
    case 'hang':
      return undefined
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
