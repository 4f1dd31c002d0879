import { chance, shuffle } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import type { VisibleCall } from '../../core/visible.js'
import { type GraphTool, knowledgeOf, learn, mayHaveRivals, nextCalls, rivalsIn, toolNamed } from '../../graph/index.js'
import { requestsOneByOne } from './proposals.js'
import type { Sampled, Sampler, SamplerInput } from './sampler.js'
import { walk } from './walk.js'
import { alreadyAsked, companionsOf, proposalsFrom } from './wishes.js'

const REQUESTS = 4
const PARTNERS = 8

/** The trace that these requests come to from here. */
export function retrace(
  { graph, world, visible, random }: SamplerInput,
  requests: readonly Request[],
): Trace | undefined {
  return walk(graph, world.fork(), knowledgeOf(graph, visible), requests, random.fork('retrace')).trace
}

/** A trace that ends at a declared limit: a tool is rightly asked for and refuses. */
export function traceRefused(input: SamplerInput): Trace | undefined {
  const { graph, world, visible, random, targets } = input
  const knowledge = knowledgeOf(graph, visible)
  const limits = world.environments.flatMap(({ definition }) => definition.conversation?.limits ?? [])
  for (const { tool, code, candidates } of shuffle(random.fork('limits'), limits)) {
    if (targets && !targets.has(tool)) continue
    const context = proposalsFrom(input, knowledge, `limit:${tool}`)
    for (const request of requestsOneByOne(toolNamed(graph, tool), context, REQUESTS, candidates)) {
      if (alreadyAsked(request, visible)) continue
      const { trace } = walk(graph, world.fork(), knowledge, [request], random.fork('refused'), 'refused')
      if (trace?.calls.at(-1)?.result.error?.code === code) return trace
    }
  }
  return undefined
}

/** A trace with calls that are ready at the same time: this one, or this one with a wish beside it. */
export function traceParallel(input: SamplerInput, trace: Trace): Trace | undefined {
  if (batchesOf(input, trace.requests) > 1) return trace
  const { graph, world, visible, random } = input
  const knowledge = knowledgeOf(graph, visible)
  const [first] = trace.requests
  if (!first) return undefined
  const context = proposalsFrom({ ...input, world: world.fork() }, knowledge, 'beside')
  const same = chance(random.fork('same'), 2, 3) ? [toolNamed(graph, first.tool)] : []
  const others = shuffle(
    random.fork('others'),
    companionsOf(graph, first.tool).filter(({ spec }) => spec.effect === 'read'),
  )
  for (const tool of [...same, ...others].slice(0, PARTNERS)) {
    for (const request of requestsOneByOne(tool, context, REQUESTS)) {
      const requests = [first, request]
      if (JSON.stringify(first) === JSON.stringify(request) || alreadyAsked(request, visible)) continue
      if (batchesOf(input, requests) < 2) continue
      const { trace: both } = walk(graph, world.fork(), knowledge, requests, random.fork('beside-walk'))
      if (both) return both
    }
  }
  return undefined
}

/** How many calls the largest step makes of somebody who makes all at once that can be made at once; moves do not count. */
function batchesOf({ graph, world, visible }: SamplerInput, requests: readonly Request[]): number {
  const start = world.fork()
  let knowledge = knowledgeOf(graph, visible)
  let [largest, index] = [0, 0]
  for (let step = 0; step < 14; step++) {
    const next = nextCalls(graph, requests, knowledge)
    if (next.kind !== 'calls') return next.kind === 'done' ? largest : 0
    if (!next.ordered) largest = Math.max(largest, next.calls.length)
    const made = next.calls.map(({ tool, arguments: args }): VisibleCall => {
      const call = { id: `p${index}`, name: tool, arguments: args }
      return { turn: visible.turn, index: index++, call, result: start.call(call) }
    })
    if (made.some(({ result }) => result.error)) return 0
    knowledge = learn(graph, knowledge, made)
  }
  return 0
}

/** Samples tried for one in which a value stands among many of its kind. */
const SAMPLES = 5

/** A trace that takes a value from results which show at least `competitors` others of its type. */
export function traceCrowded(sampler: Sampler, input: SamplerInput, competitors: number): Sampled {
  const { graph, visible } = input
  const suits = (trace: Trace): boolean =>
    rivalsIn(graph, knowledgeOf(graph, visible), visible.turn, trace) >= competitors
  const promises = (tool: GraphTool, request?: Request): boolean => mayHaveRivals(graph, tool, request?.arguments)
  let calls = 0
  for (let i = 0; i < SAMPLES; i++) {
    const sampled = sampler.sample({ ...input, suits, promises, random: input.random.fork(`crowded${i}`) })
    calls += sampled.calls
    if (!sampled.trace) break
    if (suits(sampled.trace)) return { ...sampled, calls }
  }
  return { calls }
}
