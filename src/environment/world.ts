import { type Digest, digest } from '../core/digest.js'
import { UnknownToolError } from '../core/errors.js'
import { type Json, sameJson } from '../core/json.js'
import type { Access, ToolCall, ToolResult, ToolSpec } from '../core/tool.js'
import { argumentsOf, callChecked, probeTool, refusal, resultOf } from './call.js'
import type { Environment, EnvironmentRef } from './define.js'
import { Outcomes } from './outcomes.js'

export interface WorldSnapshot {
  readonly environments: readonly EnvironmentRef[]
  /** Whole states, private parts included, by environment name. */
  readonly state: { readonly [environment: string]: Json }
  /** Simulated time, ISO 8601 without zone. */
  readonly clock: string
}

/**
 * Several environments under one tool list. Synchronous; states are persistent trees, so fork and snapshot copy
 * pointers. `call` on a fork never touches its parent.
 */
export interface World {
  readonly tools: readonly ToolSpec[]
  readonly environments: readonly Environment[]
  readonly clock: string
  /** State written before a ToolError stays written. Unknown names throw `UnknownToolError`. */
  call(call: ToolCall): ToolResult
  fork(): World
  /** Something happens that no call did: the whole state of one environment is another. */
  setState(environment: string, state: Json): void
  snapshot(): WorldSnapshot
  /** Whole state of one environment. */
  stateOf(environment: string): Json
  /** Are the observed projections equal? Identity first, then structure. */
  sameAs(other: World): boolean
  /** Observed projections by environment name. */
  observe(): { readonly [environment: string]: Json }
  /** Of the observed projection. */
  digest(): Digest
  /** Recording mode on a throw-away fork: result, and which paths it read and wrote. */
  probe(call: ToolCall): { result: ToolResult; access: Access }
}

export function createWorld(environments: readonly Environment[], snapshot: WorldSnapshot): World {
  const states = environments.map((environment) => {
    const state = snapshot.state[environment.ref.name]
    if (state === undefined)
      throw new Error(`createWorld: the snapshot has no state for environment '${environment.ref.name}'.`)
    return state
  })
  return new StateWorld(layoutOf(environments), states, snapshot.clock)
}

/** The same world, in which and in whose forks no call is carried out twice in one state. For worlds that are tried out and let go. */
export function remembering(world: World): World {
  const { environments, clock } = world
  const states = environments.map(({ ref }) => world.stateOf(ref.name))
  return new StateWorld(layoutOf(environments), states, clock, new Outcomes())
}

/** What all worlds of the same environments share. */
interface Layout {
  readonly environments: readonly Environment[]
  readonly tools: readonly ToolSpec[]
  /** Position of a tool's environment. */
  readonly owners: ReadonlyMap<string, number>
}

const layouts = new WeakMap<readonly Environment[], Layout>()

function layoutOf(environments: readonly Environment[]): Layout {
  const known = layouts.get(environments)
  if (known) return known
  const owners = new Map<string, number>()
  environments.forEach((environment, index) => {
    for (const { name } of environment.specs) {
      const other = owners.get(name)
      if (other !== undefined) {
        throw new Error(
          `createWorld: environments '${environments[other]?.ref.name}' and '${environment.ref.name}' both have a tool '${name}'; rename one.`,
        )
      }
      owners.set(name, index)
    }
  })
  const layout = { environments, tools: environments.flatMap(({ specs }) => specs), owners }
  layouts.set(environments, layout)
  return layout
}

const observed = new WeakMap<object, Json>()
const digests = new WeakMap<object, Digest>()

function observeState(environment: Environment, state: Json): Json {
  const known = observed.get(state as object)
  if (known !== undefined) return known
  const projection = environment.observe(state)
  observed.set(state as object, projection)
  return projection
}

function digestState(environment: Environment, state: Json): Digest {
  const known = digests.get(state as object)
  if (known !== undefined) return known
  const made = digest(observeState(environment, state))
  digests.set(state as object, made)
  return made
}

/** A world as one state per environment, in the order of the environments. */
class StateWorld implements World {
  readonly clock: string
  private readonly layout: Layout
  private readonly outcomes: Outcomes | undefined
  private states: readonly Json[]

  constructor(layout: Layout, states: readonly Json[], clock: string, outcomes?: Outcomes) {
    this.layout = layout
    this.states = states
    this.clock = clock
    this.outcomes = outcomes
  }

  get tools(): readonly ToolSpec[] {
    return this.layout.tools
  }

  get environments(): readonly Environment[] {
    return this.layout.environments
  }

  call(call: ToolCall): ToolResult {
    const [index, environment, before] = this.owned(call.name)
    const { result, state } = this.outcomes
      ? this.outcomes.of(environment, call, before, this.clock)
      : callChecked(environment, call, before, this.clock)
    if (state !== before) this.states = this.states.with(index, state)
    return result
  }

  fork(): World {
    return new StateWorld(this.layout, this.states, this.clock, this.outcomes)
  }

  setState(name: string, state: Json): void {
    this.states = this.states.with(this.indexOf(name), state)
  }

  snapshot(): WorldSnapshot {
    return {
      environments: this.environments.map(({ ref }) => ref),
      state: this.byName((_, state) => state),
      clock: this.clock,
    }
  }

  stateOf(name: string): Json {
    return this.states[this.indexOf(name)] as Json
  }

  sameAs(other: World): boolean {
    return this.environments.every((environment, i) => {
      const [ours, theirs] = [this.states[i] as Json, other.stateOf(environment.ref.name)]
      return ours === theirs || sameJson(observeState(environment, ours), observeState(environment, theirs))
    })
  }

  observe(): { readonly [environment: string]: Json } {
    return this.byName(observeState)
  }

  digest(): Digest {
    return digest(this.byName(digestState))
  }

  probe(call: ToolCall): { result: ToolResult; access: Access } {
    const [, environment, state] = this.owned(call.name)
    const refused = refusal(environment, call)
    if (refused) return { result: refused, access: { reads: [], writes: [], draws: false } }
    const probed = probeTool(environment, call.name, argumentsOf(environment, call), state, this.clock)
    return { result: resultOf(call, probed.called), access: probed.access }
  }

  private owned(tool: string): [index: number, environment: Environment, state: Json] {
    const index = this.layout.owners.get(tool)
    if (index === undefined) throw new UnknownToolError(tool, [...this.layout.owners.keys()])
    return [index, this.environments[index] as Environment, this.states[index] as Json]
  }

  private indexOf(name: string): number {
    const index = this.environments.findIndex(({ ref }) => ref.name === name)
    if (index < 0) throw new Error(`World: there is no environment '${name}' in this one.`)
    return index
  }

  private byName(project: (environment: Environment, state: Json) => Json): { readonly [environment: string]: Json } {
    return Object.fromEntries(
      this.environments.map((environment, i) => [environment.ref.name, project(environment, this.states[i] as Json)]),
    )
  }
}
