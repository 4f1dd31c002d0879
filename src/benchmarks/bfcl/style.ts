import type { AssistantMessage, ChatMessage, ChatTool } from '../../model/index.js'

/** How calls travel between the benchmark and a model: as tool calls of the protocol, or as text. */
export interface CallStyle {
  /** What the conversation starts with. */
  opening(tools: readonly ChatTool[]): readonly ChatMessage[]
  /** Does the request offer the tools itself? */
  readonly offersTools: boolean
  /** The words before a user message when held-out functions are released. */
  release(tools: readonly ChatTool[]): string
  /** The call texts of an answer; undefined where it cannot be decoded. */
  decode(answer: AssistantMessage): readonly string[] | undefined
  /** The answer as it stays in the conversation. */
  remember(answer: AssistantMessage, decoded: boolean): AssistantMessage
  /** The messages that bring back the results, in the order of the calls. */
  results(answer: AssistantMessage, calls: readonly string[], texts: readonly string[]): readonly ChatMessage[]
}
