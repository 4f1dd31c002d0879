import * as z from 'zod'
import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { complaint } from '../complaint.js'
import { RequestRefusal, type RefusalCode } from '../refusal.js'
import type { Session } from '../session.js'
import type { Sessions } from '../sessions.js'
import { act, begun, type Reply } from './actions.js'
import { answerRpc } from './json-rpc.js'
import { RESET, type Reset, wantedBy } from './reset.js'
import { stateOf } from './state.js'

const FRAME = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('reset'), data: RESET.default({}) }),
  z.looseObject({ type: z.literal('step'), data: z.looseObject({}) }),
  z.looseObject({ type: z.literal('state') }),
  z.looseObject({ type: z.literal('mcp'), data: z.looseObject({}) }),
  z.looseObject({ type: z.literal('close') }),
])
type Frame = z.infer<typeof FRAME>
const TYPES: ReadonlySet<unknown> = new Set(['reset', 'step', 'state', 'mcp', 'close'])

/** A frame, or what is wrong with it in OpenEnv's words. */
type Read =
  | { readonly frame: Frame; readonly unread?: never }
  | {
      readonly frame?: never
      readonly unread: {
        readonly code: 'INVALID_JSON' | 'UNKNOWN_TYPE' | 'VALIDATION_ERROR'
        readonly message: string
      }
    }

/** OpenEnv's words for refusals. */
const WORDS: { readonly [code in RefusalCode]: string } = {
  invalid: 'VALIDATION_ERROR',
  'unknown-task': 'VALIDATION_ERROR',
  'unknown-session': 'SESSION_ERROR',
  unproved: 'EXECUTION_ERROR',
  over: 'SESSION_ERROR',
  capacity: 'CAPACITY_REACHED',
}

/** One connection, which is one session at a time: frames in order, each with one answer (formats 4.1). */
export class Connection {
  private readonly sessions: Sessions
  private session: Session | undefined
  private last: Promise<unknown> = Promise.resolve()
  private closed = false

  constructor(sessions: Sessions) {
    this.sessions = sessions
  }

  /** The answer to a frame, when those before it have been answered; undefined where the client takes its leave. */
  take(text: string): Promise<JsonObject | undefined> {
    const answer = this.last.then(() => this.answer(text))
    this.last = answer
    return answer
  }

  close(): void {
    this.closed = true
    this.drop()
  }

  private async answer(text: string): Promise<JsonObject | undefined> {
    const { frame, unread } = readFrame(text)
    if (!frame) return refusal(unread.code, unread.message)
    try {
      return await this.carryOut(frame)
    } catch (error) {
      return this.refused(error)
    }
  }

  /** A refusal is told; what should not have happened is too, and shown to whoever runs the server: other sessions go on. */
  private refused(error: unknown): JsonObject {
    if (!(error instanceof RequestRefusal)) {
      console.error(error)
      return refusal('EXECUTION_ERROR', 'The server has a fault; its log says more.')
    }
    const { count, limits } = this.sessions
    if (error.code !== 'capacity') return refusal(WORDS[error.code], error.message)
    return refusal(WORDS.capacity, error.message, { active_sessions: count, max_sessions: limits.most })
  }

  private async carryOut(frame: Frame): Promise<JsonObject | undefined> {
    switch (frame.type) {
      case 'reset':
        this.drop()
        return observation(begun(await this.begin(frame.data)))
      case 'step':
        return observation(act(await this.current(), frame.data))
      case 'state':
        return { type: 'state', data: stateOf(this.session) }
      case 'mcp':
        return { type: 'mcp', data: await answerRpc(frame.data, this.sessions, await this.current()) }
      case 'close':
        return undefined
    }
  }

  /** The session of the connection; one is begun where there is none yet. */
  private async current(): Promise<Session> {
    const { session } = this
    if (!session) return await this.begin({})
    if (this.sessions.get(session.id) === session) return session
    throw new RequestRefusal('unknown-session', `Another connection began a session '${session.id}'; reset this one.`)
  }

  private async begin(reset: Reset): Promise<Session> {
    const session = await this.sessions.start(wantedBy(reset))
    this.session = session
    // Whoever has left meanwhile plays it no more.
    if (this.closed) this.drop()
    return session
  }

  private drop(): void {
    if (this.session) this.sessions.drop(this.session)
    this.session = undefined
  }
}

function readFrame(text: string): Read {
  const sent = parse(text)
  if (sent === undefined) return { unread: { code: 'INVALID_JSON', message: 'This is no JSON.' } }
  const type = isObject(sent) ? sent['type'] : undefined
  if (!TYPES.has(type))
    return { unread: { code: 'UNKNOWN_TYPE', message: `There is no message of type ${JSON.stringify(type)}.` } }
  const read = FRAME.safeParse(sent)
  return read.success ? { frame: read.data } : { unread: { code: 'VALIDATION_ERROR', message: complaint(read.error) } }
}

/** Undefined where it is no JSON. */
function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function observation({ observation: seen, reward, done }: Reply): JsonObject {
  return { type: 'observation', data: { observation: seen, reward, done } }
}

function refusal(code: string, message: string, more: JsonObject = {}): JsonObject {
  return { type: 'error', data: { message, code, ...more } }
}
