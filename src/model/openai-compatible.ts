import type { ModelMessage, ToolSet } from 'ai'
import type { ChatAnswer, ChatMessage, ChatModel, ChatRequest, ChatTool, ChatToolCall } from './chat-model.js'
import { modelErrorOf } from './provider-error.js'

export interface EndpointOptions {
  /** Up to and including `/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey?: string
  /** Tries after the first one, with growing waits or as long as the endpoint asks. */
  readonly retries?: number
}

/** A model behind an OpenAI-compatible endpoint. The client library is loaded with the first request. */
export function createOpenAICompatible({ baseUrl, model: modelName, apiKey, retries = 4 }: EndpointOptions): ChatModel {
  let loaded: Promise<(request: ChatRequest) => Promise<ChatAnswer>> | undefined
  const load = async (): Promise<(request: ChatRequest) => Promise<ChatAnswer>> => {
    const [sdk, { createOpenAICompatible: createProvider }] = await Promise.all([
      import('ai'),
      import('@ai-sdk/openai-compatible'),
    ])
    Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })
    const provider = createProvider({
      name: 'endpoint',
      baseURL: baseUrl.replace(/\/+$/, ''),
      ...(apiKey ? { apiKey } : {}),
    })
    return async ({ messages, tools, temperature, signal }) => {
      const calls: ChatToolCall[] = []
      const model = sdk.wrapLanguageModel({ model: provider.chatModel(modelName), middleware: keepCalls(calls) })
      const result = await sdk.generateText({
        model,
        messages: messages.map(toSdkMessage),
        maxRetries: retries,
        allowSystemInMessages: true,
        ...(tools ? { tools: toSdkTools(tools, sdk) } : {}),
        ...(temperature === undefined ? {} : { temperature }),
        ...(signal ? { abortSignal: signal } : {}),
      })
      const { text, reasoningText, totalUsage } = result
      return {
        message: {
          role: 'assistant',
          content: text,
          ...(reasoningText ? { reasoning: reasoningText } : {}),
          toolCalls: calls,
        },
        usage: { tokensIn: totalUsage.inputTokens ?? 0, tokensOut: totalUsage.outputTokens ?? 0 },
      }
    }
  }
  return {
    name: modelName,
    async answer(request) {
      const ask = await (loaded ??= load())
      try {
        return await ask(request)
      } catch (error) {
        throw modelErrorOf(error)
      }
    },
  }
}

type Middleware = Parameters<typeof import('ai').wrapLanguageModel>[0]['middleware']

/** The library parses arguments with `JSON.parse`, which loses `5.0`; this keeps the texts it parsed. */
function keepCalls(calls: ChatToolCall[]): Middleware {
  return {
    specificationVersion: 'v3',
    wrapGenerate: async ({ doGenerate }) => {
      const result = await doGenerate()
      calls.length = 0
      for (const part of result.content) {
        if (part.type === 'tool-call') calls.push({ id: part.toolCallId, name: part.toolName, arguments: part.input })
      }
      return result
    },
  }
}

function toSdkTools(tools: readonly ChatTool[], { jsonSchema, tool }: typeof import('ai')): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, description, parameters }) => [
      name,
      tool({ description, inputSchema: jsonSchema(parameters) }),
    ]),
  )
}

function toSdkMessage(message: ChatMessage): ModelMessage {
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: message.content }
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(message.reasoning ? [{ type: 'reasoning' as const, text: message.reasoning }] : []),
          ...(message.content === '' ? [] : [{ type: 'text' as const, text: message.content }]),
          ...message.toolCalls.map(({ id, name, arguments: json }) => ({
            type: 'tool-call' as const,
            toolCallId: id,
            toolName: name,
            input: parsed(json),
          })),
        ],
      }
    case 'tool':
      return {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: message.callId,
            toolName: message.toolName,
            output: { type: 'text', value: message.content },
          },
        ],
      }
  }
}

const parsed = (json: string): unknown => (json.trim() === '' ? {} : (JSON.parse(json) as unknown))
