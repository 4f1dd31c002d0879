import { type Digest, digest } from '../core/digest.js'
import { UnknownToolError } from '../core/errors.js'
import { type Json, sameJson } from '../core/json.js'
import type { Access, ToolCall, ToolResult, ToolSpec } from '../core/tool.js'
import { argumentsOf, callChecked, probeTool, refusal, resultOf } from './call.js'
import type { Environment, EnvironmentRef } from './define.js'

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
  const owners = ownersOf(environments)
  const states = environments.map((environment) => {
    const state = snapshot.state[environment.ref.name]
    if (state === undefined)
      throw new Error(`createWorld: the snapshot has no state for environment '${environment.ref.name}'.`)
    return state
  })
  return worldOf(environments, owners, states, snapshot.clock)
}

type Owners = ReadonlyMap<string, number>

const ownerTables = new WeakMap<readonly Environment[], Owners>()

function ownersOf(environments: readonly Environment[]): Owners {
  const known = ownerTables.get(environments)
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
  ownerTables.set(environments, owners)
  return owners
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

function worldOf(environments: readonly Environment[], owners: Owners, initial: readonly Json[], clock: string): World {
  let states = initial
  const ownerOf = (name: string): number => {
    const index = owners.get(name)
    if (index === undefined) throw new UnknownToolError(name, [...owners.keys()])
    return index
  }
  const world: World = {
    tools: environments.flatMap(({ specs }) => specs),
    environments,
    clock,
    call(call) {
      const index = ownerOf(call.name)
      const { result, state } = callChecked(environments[index] as Environment, call, states[index] as Json, clock)
      if (state !== states[index]) states = states.with(index, state)
      return result
    },
    fork: () => worldOf(environments, owners, states, clock),
    snapshot: () => ({
      environments: environments.map(({ ref }) => ref),
      state: Object.fromEntries(environments.map(({ ref }, i) => [ref.name, states[i] as Json])),
      clock,
    }),
    stateOf(name) {
      const index = environments.findIndex(({ ref }) => ref.name === name)
      if (index < 0) throw new Error(`stateOf: this world has no environment '${name}'.`)
      return states[index] as Json
    },
    sameAs(other) {
      return environments.every((environment, i) => {
        const theirs = other.stateOf(environment.ref.name)
        return (
          states[i] === theirs ||
          sameJson(observeState(environment, states[i] as Json), observeState(environment, theirs))
        )
      })
    },
    observe: () => Object.fromEntries(environments.map((e, i) => [e.ref.name, observeState(e, states[i] as Json)])),
    digest: () =>
      digest(Object.fromEntries(environments.map((e, i) => [e.ref.name, digestState(e, states[i] as Json)]))),
    probe(call) {
      const index = ownerOf(call.name)
      const environment = environments[index] as Environment
      const refused = refusal(environment, call)
      if (refused) return { result: refused, access: { reads: [], writes: [], draws: false } }
      const probed = probeTool(environment, call.name, argumentsOf(environment, call), states[index] as Json, clock)
      return { result: resultOf(call, probed.called), access: probed.access }
    },
  }
  return world
}
