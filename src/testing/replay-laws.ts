import { canonicalJson } from '../core/digest.js'
import { type Json, sameJson } from '../core/json.js'
import type { ToolCall } from '../core/tool.js'
import { createWorld, type Environment, type World, type WorldSnapshot } from '../environment/index.js'
import { randomWalk, scenarioOf } from './exploration.js'
import { hold, type Law } from './law.js'
import { deepFreeze } from './plain.js'
import type { Transition } from './transition.js'

const SEEDS = [100, 101, 102]

/** Laws of determinism: what worlds, forks and snapshots promise whatever the tools are. */
export function replayLaws(environment: Environment): Law[] {
  return [
    {
      name: 'the same calls give the same results and states',
      check() {
        for (const seed of SEEDS) {
          const calls = randomWalk(environment, scenarioOf(environment, seed), seed)
          follow(scenarioOf(environment, seed).world, calls, seed)
        }
      },
    },
    {
      name: 'a stored snapshot replays to the same digests',
      check() {
        for (const seed of SEEDS) {
          const scenario = scenarioOf(environment, seed)
          const stored = JSON.parse(JSON.stringify(scenario.world.snapshot())) as WorldSnapshot
          follow(createWorld([environment], stored), randomWalk(environment, scenario, seed), seed)
        }
      },
    },
    {
      name: 'a fork never touches its parent',
      check() {
        eachCall(environment, (parent, call, seed) => {
          const before = parent.stateOf(environment.ref.name)
          const text = canonicalJson(before)
          parent.fork().call(call)
          const witness = (): Json => ({ seed, call: call as unknown as Json })
          hold(parent.stateOf(environment.ref.name) === before, 'a call on a fork moved its parent', witness)
          hold(canonicalJson(before) === text, 'a call on a fork wrote into the state of its parent', witness)
        })
      },
    },
    {
      name: 'no call writes into a state in place',
      check() {
        eachCall(environment, (world, call) => {
          deepFreeze(world.stateOf(environment.ref.name))
          world.fork().call(call)
        })
      },
    },
    {
      name: 'a probe says what a call does, and does nothing itself',
      check() {
        for (const seed of SEEDS)
          for (const transition of randomWalk(environment, scenarioOf(environment, seed), seed))
            checkProbe(environment, transition)
      },
    },
  ]
}

/** Shows every call of some walks with the world before it. */
function eachCall(environment: Environment, visit: (world: World, call: ToolCall, seed: number) => void): void {
  for (const seed of SEEDS) {
    for (const { call, before } of randomWalk(environment, scenarioOf(environment, seed), seed))
      visit(before.fork(), call, seed)
  }
}

/** Makes the calls of a walk on another world: results and whole states must be those of the walk. */
function follow(world: World, walk: readonly Transition[], seed: number): void {
  walk.forEach(({ call, result, after }, i) => {
    const got = world.call(call)
    hold(sameJson(got as unknown as Json, result as unknown as Json), 'the same call gives another result', () => ({
      seed,
      i,
      call: call as unknown as Json,
    }))
    hold(sameJson(world.snapshot().state, after.snapshot().state), 'the same call leaves another state', () => ({
      seed,
      i,
      call: call as unknown as Json,
    }))
    hold(world.digest() === after.digest(), 'the same state has another digest', () => ({
      seed,
      i,
      call: call as unknown as Json,
    }))
  })
}

/** Writes made before a ToolError count too: a probe reports them, and the call keeps them. */
function checkProbe(environment: Environment, { call, result, before, after }: Transition): void {
  const { name } = environment.ref
  const witness = (): Json => ({ call: call as unknown as Json, result: result as unknown as Json })
  const probed = before.fork()
  const { result: foretold, access } = probed.probe(call)
  hold(probed.stateOf(name) === before.stateOf(name), 'a probe moved the world', witness)
  hold(
    sameJson(foretold as unknown as Json, result as unknown as Json),
    'a probe gives another result than the call',
    witness,
  )
  const changed = !sameJson(before.stateOf(name), after.stateOf(name))
  hold(!changed || access.draws || access.writes.length > 0, 'a call wrote what its probe did not report', witness)
}
