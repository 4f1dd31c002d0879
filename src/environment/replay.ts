import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import type { TurnTask } from '../core/turn-task.js'
import { withFaults } from './faults.js'
import type { World } from './world.js'

/** Makes the calls in order on the world, which moves with them, and returns their results. */
export function replay(world: World, calls: readonly ToolCall[]): ToolResult[] {
  return calls.map((call) => world.call(call))
}

/** The world that the steps of these turns leave, each struck by the failures that were planned for it; `start` is not moved. */
export function worldAfter(
  start: World,
  turns: readonly { readonly task: Pick<TurnTask, 'faults'>; readonly steps: readonly Step[] }[],
): World {
  const world = start.fork()
  for (const { task, steps } of turns)
    replay(
      withFaults(world, task.faults),
      steps.flatMap(({ calls }) => calls),
    )
  return world
}
