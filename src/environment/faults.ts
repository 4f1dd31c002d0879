import type { Access, ToolCall, ToolResult, ToolSpec } from '../core/tool.js'
import type { Digest } from '../core/digest.js'
import type { Json } from '../core/json.js'
import type { Fault } from '../core/turn-task.js'
import type { Environment } from './define.js'
import type { World, WorldSnapshot } from './world.js'

/** The world of one turn with its planned failures: a call that one strikes reaches nothing and answers the error. */
export function withFaults(world: World, faults: readonly Fault[]): World {
  return faults.length === 0 ? world : new FaultyWorld(world, faults, new Map())
}

class FaultyWorld implements World {
  private readonly world: World
  private readonly faults: readonly Fault[]
  /** Calls made so far by tool. */
  private readonly made: Map<string, number>

  constructor(world: World, faults: readonly Fault[], made: ReadonlyMap<string, number>) {
    this.world = world
    this.faults = faults
    this.made = new Map(made)
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
    const nth = this.made.get(call.name) ?? 0
    this.made.set(call.name, nth + 1)
    const fault = this.faults.find(({ tool, nth: at }) => tool === call.name && at === nth)
    if (!fault) return this.world.call(call)
    const { code, transient, value } = fault.error
    return { callId: call.id, value, error: { code, transient } }
  }

  fork(): World {
    return new FaultyWorld(this.world.fork(), this.faults, this.made)
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
