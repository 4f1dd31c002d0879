import type { JsonSchema } from '../core/json.js'

/** One message of a conversation with a model. */
export type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | AssistantMessage
  | { readonly role: 'tool'; readonly callId: string; readonly toolName: string; readonly content: string }

export interface AssistantMessage {
  readonly role: 'assistant'
  readonly content: string
  readonly reasoning?: string
  readonly toolCalls: readonly ChatToolCall[]
}

/** A call as the model wrote it: `arguments` is JSON text, not yet parsed, so that `5.0` is not yet `5`. */
export interface ChatToolCall {
  readonly id: string
  readonly name: string
  readonly arguments: string
}

export interface ChatTool {
  readonly name: string
  readonly description: string
  readonly parameters: JsonSchema
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  readonly tools?: readonly ChatTool[]
  readonly temperature?: number
  readonly signal?: AbortSignal
}

export interface ChatUsage {
  readonly tokensIn: number
  readonly tokensOut: number
}

export interface ChatAnswer {
  readonly message: AssistantMessage
  readonly usage: ChatUsage
}

/** Anything that answers a conversation: an endpoint, or a script in tests. Fails with `ModelError` only. */
export interface ChatModel {
  readonly name: string
  answer(request: ChatRequest): Promise<ChatAnswer>
}
