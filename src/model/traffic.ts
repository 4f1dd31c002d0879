import { setTimeout } from 'node:timers/promises'
import type { ChatAnswer, ChatModel, ChatRequest } from './chat-model.js'
import { createGate, type Gate } from './gate.js'
import { type LostBy, ModelError } from './model-error.js'

export interface TrafficOptions {
  /** Requests under way at once, when the first is sent and at most. */
  readonly concurrency?: { readonly start: number; readonly most: number }
  /** Tries after the first one. */
  readonly retries?: number
  /** The first wait before another try and the longest, in milliseconds; each lasts between half and all of its length. */
  readonly backoff?: { readonly first: number; readonly longest: number }
}

/** What went over an endpoint's wire so far. */
export interface TrafficCounts {
  readonly requests: number
  readonly answers: number
  /** Tries again, by the failure that made them necessary. */
  readonly retries: { readonly [failure: string]: number }
  /** Tries whose answers may have been made, and charged for, and never came, by how they were lost. */
  readonly lost: { readonly [by in LostBy]?: number }
  /** Requests that may be under way at once, now. */
  readonly concurrency: number
}

/** The way to one endpoint, shared by all models behind it. */
export interface Traffic {
  readonly counts: () => TrafficCounts
  /** The model with its requests let through as the endpoint can take them, and tried again where that may help. */
  over(model: ChatModel): ChatModel
}

const RETRIES = 8
const BACKOFF = { first: 250, longest: 30_000 }
const CONCURRENCY = { start: 16, most: 256 }

/** A body that is no chat completion hardly becomes one. */
const MALFORMED_RETRIES = 2

/** Keeps to what an endpoint can take: adaptive concurrency, `Retry-After`, waits that grow and are never in step. */
export function createTraffic({
  concurrency = CONCURRENCY,
  retries = RETRIES,
  backoff = BACKOFF,
}: TrafficOptions = {}): Traffic {
  const gate = createGate(concurrency.start, concurrency.most)
  const counts = { requests: 0, answers: 0 }
  const [retried, lostBy] = [new Map<string, number>(), new Map<LostBy, number>()]
  const wait = async (failure: ModelError, tries: number, signal: AbortSignal | undefined): Promise<void> => {
    const grown = Math.min(backoff.longest, backoff.first * (1 << Math.min(20, tries - 1)))
    const asked = failure.retryAfter
    const spread = Math.random()
    const milliseconds = asked === undefined ? grown * (0.5 + spread / 2) : asked * (1 + spread / 10)
    await setTimeout(milliseconds, undefined, signal ? { signal } : {})
  }
  const answer = async (model: ChatModel, request: ChatRequest): Promise<ChatAnswer> => {
    let [malformed, lost] = [0, 0]
    for (let tries = 1; ; tries++) {
      counts.requests += 1
      const result = await through(gate, model, request)
      if (!(result instanceof ModelError)) {
        counts.answers += 1
        return lost === 0 ? result : { ...result, lost }
      }
      if (result.lost) {
        lost += 1
        increase(lostBy, result.lost)
      }
      if (result.failure === 'malformed') malformed += 1
      if (tries > retries || malformed > MALFORMED_RETRIES) throw result
      increase(retried, result.failure)
      await wait(result, tries, request.signal)
    }
  }
  return {
    counts: () => ({
      ...counts,
      retries: Object.fromEntries(retried),
      lost: Object.fromEntries(lostBy),
      concurrency: gate.limit(),
    }),
    over: (model) => ({ name: model.name, answer: (request) => answer(model, request) }),
  }
}

/** An endpoint that has too much to do; 529 is Anthropic's word for it. */
const TURNED_AWAY: ReadonlySet<number> = new Set([429, 503, 529])

/** One try: an answer, or a failure after which another may help. */
async function through(gate: Gate, model: ChatModel, request: ChatRequest): Promise<ChatAnswer | ModelError> {
  await gate.enter(request.signal)
  let overloaded = false
  try {
    return await model.answer(request)
  } catch (error) {
    if (!(error instanceof ModelError) || error.failure === 'refused' || request.signal?.aborted) throw error
    overloaded = TURNED_AWAY.has(error.status ?? 0)
    return error
  } finally {
    gate.leave(overloaded)
  }
}

function increase<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
