import type { ToolCall, ToolResult } from '../core/tool.js'
import type { World } from './world.js'

/** Makes the calls in order on the world, which moves with them, and returns their results. */
export function replay(world: World, calls: readonly ToolCall[]): ToolResult[] {
  return calls.map((call) => world.call(call))
}
