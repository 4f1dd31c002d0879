export { batchRequestOf, type BatchResult, fetchFromBatch, readBatchResult } from './batch.js'
export type { CallStyleName } from './call-style.js'
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
export { createEndpoint, type EndpointOptions } from './endpoint.js'
export { listModels } from './list-models.js'
export { ModelError, type ModelFailure } from './model-error.js'
export { assertReachable } from './reachable.js'
export { jsonIn, readShaped, repairing, type Shaped, shapeOf, shaping } from './structured.js'
export { readingCalls } from './text-calls.js'
export { createTraffic, type Traffic, type TrafficCounts, type TrafficOptions } from './traffic.js'
export { ceilingOf } from './usage.js'
export { textOfRequest } from './request-text.js'
