import type { AssistantMessage, ChatRequest, ChatUsage } from './chat-model.js'
import { textOfTools } from './request-text.js'

/** Characters of a token in ordinary text, for endpoints that do not say how many tokens they counted. */
const CHARACTERS = 4

/** Tokens of a template around each message, at most. */
const TEMPLATE = 32

/** What an answer will have used, counted from the texts. */
export function estimateUsage(request: ChatRequest, message: AssistantMessage): ChatUsage {
  const answered = message.content.length + (message.reasoning ?? '').length + JSON.stringify(message.toolCalls).length
  return {
    tokensIn: Math.ceil(textOf(request).length / CHARACTERS),
    tokensOut: Math.ceil(answered / CHARACTERS),
    estimated: true,
  }
}

/** Tokens that a request cannot exceed: no tokenizer makes more than one of a byte, and no answer may pass its limit. */
export function ceilingOf(request: ChatRequest, maxTokens: number): ChatUsage {
  const template = TEMPLATE * (1 + request.messages.length + (request.tools?.length ?? 0))
  return { tokensIn: Buffer.byteLength(textOf(request)) + template, tokensOut: maxTokens }
}

function textOf({ messages, tools, shape }: ChatRequest): string {
  return `[${JSON.stringify(messages)},${textOfTools(tools ?? [])},${JSON.stringify(shape ?? null)}]`
}
