import type { ChatAnswer, ChatModel, ChatRequest, ChatToolCall } from './chat-model.js'
import { ModelError } from './model-error.js'
import { modelErrorOf } from './provider-error.js'
import { estimateUsage } from './usage.js'
import { type LanguageModel, optionsOf, type Part } from './wire.js'

export interface EndpointOptions {
  /** Which protocol is spoken; `openai` where absent: vLLM, SGLang, llama.cpp, Ollama, OpenRouter and others speak it. */
  readonly kind?: 'openai' | 'anthropic'
  /** Up to and including `/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey?: string
  /** Longest wait for a whole answer, in milliseconds. */
  readonly deadline?: number
  /** Leaves out `seed`, for endpoints that refuse it. */
  readonly unseeded?: boolean
}

/** Longest answer that is kept whole, in characters: far more than any step needs. */
const LONGEST = 200_000

const DEADLINE = 300_000

const TICKS = 16

/** A model behind an endpoint; every call is one HTTP request, not tried again. The client library is loaded with the first. */
export function createEndpoint(options: EndpointOptions): ChatModel {
  let loaded: Promise<LanguageModel> | undefined
  return {
    name: options.model,
    async answer(request) {
      const model = await (loaded ??= load(options))
      const deadline = deadlineOf(options.deadline ?? DEADLINE, request.signal)
      const { seed, ...unseeded } = request
      try {
        const { content, usage, finishReason } = await model.doGenerate({
          ...optionsOf(options.unseeded === true || seed === undefined ? unseeded : { ...unseeded, seed }),
          abortSignal: deadline.signal,
        })
        return answerOf(request, content, usage, finishReason.unified === 'length')
      } catch (error) {
        if (deadline.passed()) throw new ModelError('unreachable', `no answer within ${deadline.seconds} s`)
        throw modelErrorOf(error)
      } finally {
        deadline.clear()
      }
    },
  }
}

async function load({ kind, baseUrl, model, apiKey }: EndpointOptions): Promise<LanguageModel> {
  const baseURL = baseUrl.replace(/\/+$/, '')
  if (kind === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic({ baseURL, apiKey: apiKey ?? 'none' })(model)
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  return createOpenAICompatible({
    name: 'endpoint',
    baseURL,
    supportsStructuredOutputs: true,
    ...(apiKey ? { apiKey } : {}),
  }).chatModel(model)
}

interface Deadline {
  readonly signal: AbortSignal
  readonly seconds: number
  passed(): boolean
  clear(): void
}

/** A signal that aborts when the time is up or the outer one does. */
function deadlineOf(milliseconds: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  let over = false
  let ticks = 0
  // Time in which this process was too busy to read counts as one tick, however long it was: the answer may be there.
  const timer = setInterval(() => {
    ticks += 1
    if (ticks < TICKS) return
    over = true
    controller.abort()
  }, milliseconds / TICKS)
  const abort = (): void => controller.abort(outer?.reason)
  if (outer?.aborted) abort()
  outer?.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    seconds: milliseconds / 1000,
    passed: () => over,
    clear() {
      clearInterval(timer)
      outer?.removeEventListener('abort', abort)
    },
  }
}

type Usage = Awaited<ReturnType<LanguageModel['doGenerate']>>['usage']

function answerOf(request: ChatRequest, parts: readonly Part[], usage: Usage, cutOff: boolean): ChatAnswer {
  const textOf = (type: 'text' | 'reasoning'): string =>
    parts.flatMap((part) => (part.type === type ? [part.text] : [])).join('')
  const toolCalls = parts.flatMap((part): ChatToolCall[] =>
    part.type === 'tool-call' ? [{ id: part.toolCallId, name: part.toolName, arguments: part.input }] : [],
  )
  const [content, reasoning] = [textOf('text'), textOf('reasoning')]
  const long = content.length + reasoning.length > LONGEST
  const message = {
    role: 'assistant' as const,
    content: long ? content.slice(0, LONGEST) : content,
    ...(reasoning ? { reasoning: long ? reasoning.slice(0, LONGEST) : reasoning } : {}),
    toolCalls,
  }
  const [tokensIn, tokensOut] = [usage.inputTokens.total, usage.outputTokens.total]
  return {
    message,
    usage:
      tokensIn === undefined || tokensOut === undefined ? estimateUsage(request, message) : { tokensIn, tokensOut },
    ...(cutOff || long ? { cut: true as const } : {}),
  }
}
