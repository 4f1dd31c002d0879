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
  /** Tokens that the answer may have at most. */
  readonly maxTokens?: number
  /** Asks the server to sample the same answer again for the same request, where it can. */
  readonly seed?: number
  /** What the answer must be: one JSON object of this shape. */
  readonly shape?: { readonly name: string; readonly schema: JsonSchema }
  /** The same for all tries at one request, sent as `Idempotency-Key`. */
  readonly key?: string
  readonly signal?: AbortSignal
}

export interface ChatUsage {
  readonly tokensIn: number
  readonly tokensOut: number
  /** The endpoint gave no figures: these are counted from the texts. */
  readonly estimated?: true
}

export interface ChatAnswer {
  readonly message: AssistantMessage
  readonly usage: ChatUsage
  /** The answer ended because it became too long. */
  readonly cut?: true
  /** Tries before this one whose answers may have been made, and charged for, and never came whole. */
  readonly lost?: number
  /** The text holds something that was meant as a call: why it cannot be read as one. */
  readonly unreadable?: string
}

/** Anything that answers a conversation: an endpoint, or a script in tests. Fails with `ModelError` only. */
export interface ChatModel {
  readonly name: string
  answer(request: ChatRequest): Promise<ChatAnswer>
}
