import type { ChatMessage, ChatRequest, ChatTool } from './chat-model.js'

/** The client library's side of one request. */
export type LanguageModel = ReturnType<
  ReturnType<typeof import('@ai-sdk/openai-compatible').createOpenAICompatible>['chatModel']
>

export type Part = Awaited<ReturnType<LanguageModel['doGenerate']>>['content'][number]

type Options = Parameters<LanguageModel['doGenerate']>[0]

type Prompt = Options['prompt'][number]

/** A request in the library's form. Tools go without anything to execute them: that is done by whoever asks. */
export function optionsOf({ messages, tools, temperature, maxTokens, seed, shape, key }: ChatRequest): Options {
  return {
    prompt: messages.map(promptOf),
    ...(tools && tools.length > 0 ? { tools: tools.map(toolOf), toolChoice: { type: 'auto' } } : {}),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxTokens === undefined ? {} : { maxOutputTokens: maxTokens }),
    ...(seed === undefined ? {} : { seed }),
    ...(shape ? { responseFormat: { type: 'json', name: shape.name, schema: shape.schema } } : {}),
    ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }),
  }
}

function toolOf({ name, description, parameters }: ChatTool): NonNullable<Options['tools']>[number] {
  return { type: 'function', name, description, inputSchema: parameters }
}

function promptOf(message: ChatMessage): Prompt {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.content }
    case 'user':
      return { role: 'user', content: [{ type: 'text', text: message.content }] }
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
