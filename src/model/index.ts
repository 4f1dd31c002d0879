export type {
  AssistantMessage,
  ChatAnswer,
  ChatMessage,
  ChatModel,
  ChatRequest,
  ChatTool,
  ChatToolCall,
  ChatUsage,
} from './chat-model.js'
export { ModelError, type ModelFailure } from './model-error.js'
export { createOpenAICompatible, type EndpointOptions } from './openai-compatible.js'
export { assertReachable } from './reachable.js'
