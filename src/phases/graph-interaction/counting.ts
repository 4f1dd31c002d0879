import type { Access, ToolCall, ToolResult } from '../../core/tool.js'
import { type World, WrappedWorld } from '../../environment/index.js'

/** The same world and a count of all calls made in it and in its forks. */
export function counting(counted: World): { readonly world: World; readonly calls: () => number } {
  const count = { calls: 0 }
  return { world: new CountedWorld(counted, count), calls: () => count.calls }
}

class CountedWorld extends WrappedWorld {
  private readonly count: { calls: number }

  constructor(world: World, count: { calls: number }) {
    super(world)
    this.count = count
  }

  override call(call: ToolCall): ToolResult {
    this.count.calls += 1
    return this.world.call(call)
  }

  override probe(call: ToolCall): { result: ToolResult; access: Access } {
    this.count.calls += 1
    return this.world.probe(call)
  }

  override fork(): World {
    return new CountedWorld(this.world.fork(), this.count)
  }
}
