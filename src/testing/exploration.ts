import { createRng } from '../core/random.js'
import { createScenario, type Environment, type WorldScenario } from '../environment/index.js'
import { buildGraph } from '../graph/index.js'
import { createPool, learnFrom, randomCall } from './random-calls.js'
import { type Reached, reachTools } from './reach.js'
import type { Transition } from './transition.js'

/** What an environment did over many calls: the evidence that laws are checked on. */
export interface Exploration {
  readonly transitions: readonly Transition[]
  readonly reached: Reached
}

const WALKS = 8
const CALLS = 40
const REACHES = 24

export function scenarioOf(environment: Environment, seed: number | string): WorldScenario {
  return createScenario([environment], createRng(`law:${seed}`))
}

/** Random calls from many scenarios, and planned ones until every wishable tool has succeeded once. */
export function explore(environment: Environment): Exploration {
  const walks = Array.from({ length: WALKS }, (_, seed) => randomWalk(environment, scenarioOf(environment, seed), seed))
  const reached = reachAll(environment)
  return { transitions: [...walks.flat(), ...reached.transitions], reached }
}

/** Calls made one after another on a world of this scenario. */
export function randomWalk(
  environment: Environment,
  { world: start, userKnows }: WorldScenario,
  seed: number,
): Transition[] {
  const world = start.fork()
  const pool = createPool(environment, world, userKnows)
  const random = createRng(`walk:${seed}`)
  return Array.from({ length: CALLS }, (_, i) => {
    const call = randomCall(environment, world, userKnows, pool, random.fork(`call${i}`))
    const before = world.fork()
    const result = world.call(call)
    learnFrom(pool, environment, call, result)
    return { call, result, before, after: world.fork() }
  })
}

function reachAll(environment: Environment): Reached {
  const graph = buildGraph([environment])
  const wanted = new Set([...graph.tools.values()].filter(({ wishable }) => wishable).map(({ spec }) => spec.name))
  const transitions: Transition[] = []
  const tools = new Set<string>()
  const stuck = new Map<string, string>()
  for (let seed = 0; seed < REACHES && tools.size < wanted.size; seed++) {
    const left = new Set([...wanted].filter((name) => !tools.has(name)))
    const reached = reachTools(
      environment,
      graph,
      scenarioOf(environment, `reach${seed}`),
      left,
      createRng(`reach:${seed}`),
    )
    transitions.push(...reached.transitions)
    for (const name of reached.tools) tools.add(name)
    for (const [name, why] of reached.stuck) stuck.set(name, why)
  }
  for (const name of tools) stuck.delete(name)
  return { transitions, tools, stuck }
}
