import type { ToolCall, ToolResult } from '../core/tool.js'
import type { World } from '../environment/index.js'
import type { Knowledge } from '../graph/index.js'

/** One call that was made, with the worlds before and after it. */
export interface Transition {
  readonly call: ToolCall
  readonly result: ToolResult
  readonly before: World
  readonly after: World
  /** What an assistant knew before it, where the call was planned. */
  readonly knowledge?: Knowledge
}
