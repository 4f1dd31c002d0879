import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Fault } from '../core/turn-task.js'
import { withValueAt } from '../core/pointer.js'
import type { World } from './world.js'
import { WrappedWorld } from './wrapped-world.js'

/** The world of one turn with its planned failures: a call that one strikes reaches nothing and answers the error. */
export function withFaults(world: World, faults: readonly Fault[]): World {
  return faults.length === 0 ? world : new FaultyWorld(world, faults, new Map())
}

class FaultyWorld extends WrappedWorld {
  private readonly faults: readonly Fault[]
  /** Calls made so far by tool. */
  private readonly made: Map<string, number>

  constructor(world: World, faults: readonly Fault[], made: ReadonlyMap<string, number>) {
    super(world)
    this.faults = faults
    this.made = new Map(made)
  }

  override call(call: ToolCall): ToolResult {
    const nth = this.made.get(call.name) ?? 0
    this.made.set(call.name, nth + 1)
    const fault = this.faults.find(({ tool, nth: at }) => tool === call.name && at === nth)
    if (!fault) return this.world.call(call)
    if ('lapse' in fault) {
      lapse(this.world, fault.lapse)
      return this.world.call(call)
    }
    const { code, transient, value } = fault.error
    return { callId: call.id, value, error: { code, transient } }
  }

  override fork(): World {
    return new FaultyWorld(this.world.fork(), this.faults, this.made)
  }
}

/** What no call did: a session condition, named with its environment, ceases to hold; one that cannot goes on. */
function lapse(world: World, condition: string): void {
  for (const { ref, definition } of world.environments) {
    const declared = Object.entries(definition.lapses ?? {}).find(([name]) => `${ref.name}:${name}` === condition)?.[1]
    if (!declared) continue
    const state = Object.entries(declared.state).reduce(
      (before, [place, value]) => withValueAt(before, place, value),
      world.stateOf(ref.name),
    )
    world.setState(ref.name, state)
  }
}
