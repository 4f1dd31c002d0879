import type { Ask, Question } from '../agents/index.js'
import { sha256 } from '../core/digest.js'
import type { Json } from '../core/json.js'
import type { ResponseKey, Spend } from '../core/run.js'
import {
  ceilingOf,
  type ChatAnswer,
  type ChatModel,
  type ChatRequest,
  type ChatUsage,
  ModelError,
  textOfRequest,
} from '../model/index.js'
import type { Amount, Budget } from './budget.js'
import { RunStopped, type StopCause } from './stop.js'

/** A model in a role, with what goes along with its requests and what they cost. */
export interface RoleModel {
  readonly model: ChatModel
  readonly temperature?: number
  readonly maxTokens: number
  /** Dollars per million tokens. */
  readonly price?: { readonly input: number; readonly output: number }
}

/** Where in a run a role is asked something. */
export interface Place {
  readonly index: number
  readonly candidate: number
  readonly turn: number
  /** Which try at the turn. */
  readonly attempt: number
}

/** Where answers are kept: in this process, or where all workers of a run find them. */
export interface Answers {
  response(key: ResponseKey): Json | undefined | Promise<Json | undefined>
  record(key: ResponseKey, response: Json): void | Promise<void>
}

export interface AskerOptions {
  readonly run: string
  readonly seed: number
  readonly journal: Answers
  readonly models: { readonly [role: string]: RoleModel }
  readonly budget: Budget
  /** Some request was answered before: one that is refused now is refused for its own sake. */
  readonly answered?: boolean
  /** Aborted: ask nothing more. */
  readonly signal: AbortSignal
  /** Waited for before an answer is gone on with. */
  readonly pause?: () => Promise<void>
  /** Told once, of the first thing that ends the run. */
  readonly onStop?: (cause: StopCause, message: string) => void
}

/** Asks models on behalf of roles: out of the journal where a question was asked before, else within the budget. */
export interface Asker {
  at(place: Place, onSpend: (spend: Spend) => void): Ask
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** What the journal keeps of an answer. */
interface Stored {
  /** What went out as `Idempotency-Key`: finds the request in a provider's records. */
  readonly id: string
  readonly role: string
  readonly model: string
  readonly answer: ChatAnswer
  readonly usd?: number
}

/** Every answer is journaled before it is used, and none is paid for twice. */
export function createAsker(options: AskerOptions): Asker {
  const underWay = new Set<Promise<unknown>>()
  const state = { answered: options.answered ?? false, stopped: undefined as RunStopped | undefined }
  const stop = (cause: StopCause, message: string): RunStopped => {
    if (!state.stopped) {
      state.stopped = new RunStopped(cause, message)
      options.onStop?.(cause, message)
    }
    return state.stopped
  }
  const knownOr = async (key: ResponseKey, speaker: RoleModel, request: ChatRequest): Promise<Json> =>
    (await options.journal.response(key)) ?? (await fetchAnswer(options, speaker, request, key, state, stop))
  // Two items may come by the same question, one being made again for the other's sake: it is asked once.
  const waiting = new Map<string, Promise<Json>>()
  const once = (key: ResponseKey, speaker: RoleModel, request: ChatRequest): Promise<Json> => {
    const id = idOf(key)
    const asked = waiting.get(id)
    if (asked) return asked
    const answer = knownOr(key, speaker, { ...request, key: id })
    waiting.set(id, answer)
    return answer.finally(() => waiting.delete(id))
  }
  const ask = async (place: Place, question: Question, onSpend: (spend: Spend) => void): Promise<ChatAnswer> => {
    const { role, attempt, step } = question
    const speaker = speakerOf(options, role)
    const request = requestOf(options.seed, place, question, speaker)
    const { index, candidate, turn } = place
    const key: ResponseKey = {
      run: options.run,
      index,
      candidate,
      turn,
      role,
      attempt,
      step,
      request: sha256(`[${JSON.stringify(speaker.model.name)},${textOfRequest(request)}]`),
    }
    const stored = await once(key, speaker, request)
    await options.pause?.()
    onSpend(spendOf(stored))
    return (stored as unknown as Stored).answer
  }
  return {
    at: (place, onSpend) => (question) => {
      const answer = ask(place, question, onSpend)
      underWay.add(answer)
      return answer.finally(() => underWay.delete(answer))
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

/** Blind tries are the reasoning agent's. */
function speakerOf({ models }: AskerOptions, role: string): RoleModel {
  const speaker = models[role === 'blind' ? 'reasoning' : role]
  if (!speaker) throw new RangeError(`no model plays the role '${role}'`)
  return speaker
}

function requestOf(
  seed: number,
  place: Place,
  { role, attempt, step, request }: Question,
  speaker: RoleModel,
): ChatRequest {
  const { index, candidate, turn, attempt: try_ } = place
  const path = [seed, index, candidate, turn, try_, role, attempt, step].join(':')
  return {
    ...request,
    ...(speaker.temperature === undefined ? {} : { temperature: speaker.temperature }),
    maxTokens: speaker.maxTokens,
    seed: Number.parseInt(sha256(path).slice(0, 7), 16),
  }
}

function idOf(key: ResponseKey): string {
  return `turnsmith-${sha256(JSON.stringify(key)).slice(0, 32)}`
}

/** One paid request: reserved, answered, settled, journaled. */
async function fetchAnswer(
  { journal, budget, signal }: AskerOptions,
  { model, price, maxTokens }: RoleModel,
  request: ChatRequest,
  key: ResponseKey,
  state: { answered: boolean; stopped: RunStopped | undefined },
  stop: (cause: StopCause, message: string) => RunStopped,
): Promise<Json> {
  goOn(state)
  if (signal.aborted) throw stop('interrupted', 'stopped by hand')
  const amount = ({ tokensIn, tokensOut }: ChatUsage): Amount => ({
    tokens: tokensIn + tokensOut,
    usd: ((price?.input ?? 0) * tokensIn + (price?.output ?? 0) * tokensOut) / 1e6,
  })
  const most = amount(ceilingOf(request, maxTokens))
  try {
    await budget.reserve(most)
  } catch (error) {
    throw error instanceof RunStopped ? stop(error.stop, error.message) : error
  }
  let actual: Amount | undefined
  try {
    goOn(state)
    const answer = await model.answer(request)
    actual = amount(answer.usage)
    const kept: Stored = {
      id: request.key ?? '',
      role: key.role,
      model: model.name,
      answer,
      ...(price ? { usd: actual.usd } : {}),
    }
    const stored = kept as unknown as Json
    await journal.record(key, stored)
    state.answered = true
    return stored
  } catch (error) {
    throw error instanceof ModelError ? orStop(error, state.answered, stop) : error
  } finally {
    await budget.settle(most, actual)
  }
}

function goOn({ stopped }: { readonly stopped: RunStopped | undefined }): void {
  if (stopped) throw stopped
}

/** A refusal of one request among answered ones is that request's; anything else ends the run. */
function orStop(error: ModelError, answered: boolean, stop: (cause: StopCause, message: string) => RunStopped): Error {
  const { failure, status = 0, message } = error
  const here = failure === 'malformed' || (failure === 'refused' && ![401, 402, 403, 404].includes(status))
  return here && answered ? error : stop('endpoint', message)
}

/** What a journaled answer cost, before it is known what it came to. */
export function spendOf(response: Json): Spend {
  const { role, model, answer, usd } = response as unknown as Stored
  const { tokensIn, tokensOut } = answer.usage
  const { lost } = answer
  return {
    role,
    model,
    cause: '',
    answers: 1,
    tokensIn,
    tokensOut,
    ...(lost === undefined ? {} : { lost }),
    ...(usd === undefined ? {} : { usd }),
  }
}
