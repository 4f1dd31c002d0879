import type { Access, ToolCall, ToolResult, ToolSpec } from '../../core/tool.js'
import type { Environment, World, WorldSnapshot } from '../../environment/index.js'

/** The same world and a count of all calls made in it and in its forks. */
export function counting(counted: World): { readonly world: World; readonly calls: () => number } {
  const count = { calls: 0 }
  return { world: new CountedWorld(counted, count), calls: () => count.calls }
}

class CountedWorld implements World {
  private readonly world: World
  private readonly count: { calls: number }

  constructor(world: World, count: { calls: number }) {
    this.world = world
    this.count = count
  }

  get tools(): readonly ToolSpec[] {
    return this.world.tools
  }

  get environments(): readonly Environment[] {
    return this.world.environments
  }

  get clock(): string {
    return this.world.clock
  }

  call(call: ToolCall): ToolResult {
    this.count.calls += 1
    return this.world.call(call)
  }

  probe(call: ToolCall): { result: ToolResult; access: Access } {
    this.count.calls += 1
    return this.world.probe(call)
  }

  fork(): World {
    return new CountedWorld(this.world.fork(), this.count)
  }

  snapshot(): WorldSnapshot {
    return this.world.snapshot()
  }

  stateOf(environment: string): ReturnType<World['stateOf']> {
    return this.world.stateOf(environment)
  }

  sameAs(other: World): boolean {
    return this.world.sameAs(other)
  }

  observe(): ReturnType<World['observe']> {
    return this.world.observe()
  }

  digest(): ReturnType<World['digest']> {
    return this.world.digest()
  }
}
