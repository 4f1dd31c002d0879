import type { Access, ToolCall, ToolResult, ToolSpec } from '../core/tool.js'
import type { Digest } from '../core/digest.js'
import type { Json } from '../core/json.js'
import type { Environment } from './define.js'
import type { World, WorldSnapshot } from './world.js'

/** A world that answers as the one inside it does, but for what a subclass changes. */
export abstract class WrappedWorld implements World {
  protected readonly world: World

  constructor(world: World) {
    this.world = world
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
    return this.world.call(call)
  }

  /** A fork is to be wrapped in the same way. */
  abstract fork(): World

  setState(environment: string, state: Json): void {
    this.world.setState(environment, state)
  }

  snapshot(): WorldSnapshot {
    return this.world.snapshot()
  }

  stateOf(environment: string): Json {
    return this.world.stateOf(environment)
  }

  sameAs(other: World): boolean {
    return this.world.sameAs(other)
  }

  observe(): { readonly [environment: string]: Json } {
    return this.world.observe()
  }

  digest(): Digest {
    return this.world.digest()
  }

  probe(call: ToolCall): { result: ToolResult; access: Access } {
    return this.world.probe(call)
  }
}
