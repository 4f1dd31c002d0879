import type { ChatAnswer, ChatModel, ChatRequest, ChatToolCall } from './chat-model.js'
import { ModelError } from './model-error.js'
import { modelErrorOf } from './provider-error.js'
import { estimateUsage } from './usage.js'
import { fetchWhole } from './whole-fetch.js'
import { type LanguageModel, optionsOf, type Part } from './wire.js'

export interface EndpointOptions {
  /** Which protocol is spoken; `openai` where absent: vLLM, SGLang, llama.cpp, Ollama, OpenRouter and others speak it. */
  readonly kind?: 'openai' | 'anthropic'
  /** Up to and including `/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey?: string
  /** Longest wait for an answer to begin, and for the rest of it, in milliseconds. */
  readonly deadline?: number
  /** Another way than the wire, or past it; what it does not know goes over the wire. */
  readonly way?: (wire: typeof fetch) => typeof fetch
  /** Leaves out `seed`, for endpoints that refuse it. */
  readonly unseeded?: boolean
}

/** Longest answer that is kept whole, in characters: far more than any step needs. */
const LONGEST = 200_000

const DEADLINE = 300_000

/** A model behind an endpoint; every call is one HTTP request, not tried again. The client library is loaded with the first. */
export function createEndpoint(options: EndpointOptions): ChatModel {
  let loaded: Promise<LanguageModel> | undefined
  const spelling: Spelling = { limit: 'max_tokens' }
  const answer = async (request: ChatRequest): Promise<ChatAnswer> => {
    const model = await (loaded ??= load(options, spelling))
    const { seed, signal, ...unseeded } = request
    try {
      const { content, usage, finishReason } = await model.doGenerate({
        ...optionsOf(options.unseeded === true || seed === undefined ? unseeded : { ...unseeded, seed }),
        ...(signal ? { abortSignal: signal } : {}),
      })
      return answerOf(request, content, usage, finishReason.unified === 'length')
    } catch (error) {
      throw modelErrorOf(error)
    }
  }
  return {
    name: options.model,
    async answer(request) {
      const asked = spelling.limit
      try {
        return await answer(request)
      } catch (error) {
        if (asked === NEWER || !(error instanceof ModelError) || error.failure !== 'refused') throw error
        if (!error.message.includes(NEWER)) throw error
        spelling.limit = NEWER
        return await answer(request.key === undefined ? request : { ...request, key: `${request.key}-newer` })
      }
    },
  }
}

/** How an endpoint calls the most tokens of an answer: newer models refuse the older name. */
interface Spelling {
  limit: 'max_tokens' | typeof NEWER
}

const NEWER = 'max_completion_tokens'

async function load(
  { kind, baseUrl, model, apiKey, deadline = DEADLINE, way = (wire) => wire }: EndpointOptions,
  spelling: Spelling,
): Promise<LanguageModel> {
  const [baseURL, fetch] = [baseUrl.replace(/\/+$/, ''), way(fetchWhole(deadline))]
  if (kind === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic({ baseURL, apiKey: apiKey ?? 'none', fetch })(model)
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  return createOpenAICompatible({
    name: 'endpoint',
    baseURL,
    fetch,
    supportsStructuredOutputs: true,
    transformRequestBody: (body) => limited(withReasoning(body), spelling),
    ...(apiKey ? { apiKey } : {}),
  }).chatModel(model)
}

interface RequestBody {
  readonly messages: readonly { readonly reasoning_content?: string }[]
}

/** Some servers read the thoughts of earlier steps under one name, some under the other. */
function withReasoning(body: object): object {
  const { messages } = body as RequestBody
  const named = messages.map((message) =>
    message.reasoning_content === undefined ? message : { ...message, reasoning: message.reasoning_content },
  )
  return { ...body, messages: named }
}

function limited(body: object, { limit }: Spelling): object {
  const { max_tokens: most, ...rest } = body as { readonly max_tokens?: number }
  return most === undefined ? body : { ...rest, [limit]: most }
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
