import type { Trace } from '../../core/trace.js'
import { replay } from '../../environment/index.js'
import type { ApiGraph, GraphTool } from '../../graph/index.js'
import { counting } from './counting.js'
import type { Sampled, Sampler, SamplerInput } from './sampler.js'

/** Tools tried as the subject of a preparing turn, and turns tried about each. */
const PREPARERS = 8
const TURNS = [0, 1, 2]

/**
 * Phase I of one turn. Where only certain targets are wanted and none can be reached yet, the turn prepares one: it is about
 * a tool after which a target can be reached (there is no pickup to call off before one is booked). Where a target was
 * reached earlier in the conversation and none can be reached now, the turn is about anything.
 */
export function interact(sampler: Sampler, input: SamplerInput): Sampled {
  const { targets, used } = input
  const direct = sampler.sample(input)
  if (direct.trace || !targets) return direct
  const prepared = prepare(sampler, input, targets)
  const calls = direct.calls + prepared.calls
  if (prepared.trace || ![...targets].some((tool) => used.has(tool))) return { ...prepared, calls }
  const { targets: _, ...free } = input
  const other = sampler.sample({ ...free, random: input.random.fork('meanwhile') })
  return { ...other, calls: calls + other.calls }
}

function prepare(sampler: Sampler, input: SamplerInput, targets: ReadonlySet<string>): Sampled {
  const preparers = preparersOf(input.graph, targets).slice(0, PREPARERS)
  let calls = 0
  for (const turn of TURNS) {
    for (const { spec } of preparers) {
      const random = input.random.fork(`prepare${turn}:${spec.name}`)
      const preparing = sampler.sample({ ...input, targets: new Set([spec.name]), random })
      calls += preparing.calls
      if (!preparing.trace) continue
      const { world, calls: replayed } = counting(input.world)
      const after = sampler.sample(afterTurn({ ...input, world }, preparing.trace))
      calls += after.calls + replayed()
      if (after.trace) return { ...preparing, calls }
    }
  }
  return { calls }
}

/** The turn after one that made this trace. */
function afterTurn(input: SamplerInput, trace: Trace): SamplerInput {
  const { visible } = input
  const made = trace.calls.map(({ call }) => call)
  const world = input.world.fork()
  const results = replay(world, made)
  const calls = made.flatMap((call, index) =>
    results.slice(index, index + 1).map((result) => ({ turn: visible.turn, index, call, result })),
  )
  return {
    ...input,
    world,
    visible: {
      ...visible,
      turn: visible.turn + 1,
      queries: [...visible.queries, ''],
      calls: [...visible.calls, ...calls],
    },
    random: input.random.fork('after'),
  }
}

/** Tools that may make a target possible: those that produce what it takes or establish what it requires, then those that write. */
function preparersOf(graph: ApiGraph, targets: ReadonlySet<string>): GraphTool[] {
  const wanted = [...targets].flatMap((name) => graph.tools.get(name) ?? [])
  const taken = new Set(wanted.flatMap(({ parameters }) => parameters.flatMap(({ entity }) => entity ?? [])))
  const required = new Set(wanted.flatMap(({ requires }) => requires))
  const environments = new Set(wanted.map(({ spec }) => spec.environment))
  const others = [...graph.tools.values()].filter(
    (tool) => tool.wishable && !targets.has(tool.spec.name) && environments.has(tool.spec.environment),
  )
  const feeds = ({ outputs, establishes }: GraphTool): boolean =>
    outputs.some(({ entity }) => taken.has(entity)) || establishes.some(({ condition }) => required.has(condition))
  const feeding = others.filter(feeds)
  return [
    ...feeding.filter(writes),
    ...feeding.filter((tool) => !writes(tool)),
    ...others.filter((tool) => writes(tool) && !feeds(tool)),
  ]
}

function writes({ spec }: GraphTool): boolean {
  return spec.effect !== 'read'
}
