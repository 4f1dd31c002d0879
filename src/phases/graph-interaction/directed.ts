import { chance, pickWeighted } from '../../core/random.js'
import type { Trace } from '../../core/trace.js'
import { type GraphTool, type Knowledge, knowledgeOf, learn } from '../../graph/index.js'
import { type ProposalContext, proposeRequests } from './proposals.js'
import { createSampler, type Sampler, type SamplerInput } from './sampler.js'
import { walk } from './walk.js'
import { alreadyAsked, companionsOf, proposalsFrom, wishable } from './wishes.js'

/** Targets with a trace of the wanted shape to choose among, and tools tried for a second wish. */
const ENOUGH = 5
const SECOND_TOOLS = 6

/** Assignments tried per tool, and when none of these led anywhere. */
const ASSIGNMENTS = 2
const MORE_ASSIGNMENTS = 40

/**
 * The directed sampler: picks a target, walks the graph to it by execution, and returns the trace. Targets that take hidden
 * steps, use earlier turns and have not been used yet are likelier; about a quarter of the turns take one call.
 */
export const directed: Sampler = createSampler('directed', (input) => {
  const trace = reach(input)
  return trace ? { trace } : {}
})

function reach(input: SamplerInput): Trace | undefined {
  const { graph, world, visible, random } = input
  const knowledge = knowledgeOf(graph, visible)
  const context = proposalsFrom(input, knowledge, 'proposals')
  const short = chance(random.fork('shape'), 1, 4)
  const tools = chooseTools(wishable(input), input)
  const traces: Trace[] = []
  let shaped: Trace[] = []
  for (const tool of tools) {
    for (const request of proposeRequests(tool, context, ASSIGNMENTS)) {
      if (alreadyAsked(request, visible)) continue
      const { trace } = walk(
        graph,
        world.fork(),
        knowledge,
        [request],
        random.fork(`walk${traces.length}:${tool.spec.name}`),
      )
      if (trace) traces.push(trace)
    }
    shaped = traces.filter(({ calls }) => calls.length <= 1 === short)
    if (new Set(shaped.map(({ target }) => target)).size >= ENOUGH) break
  }
  if (traces.length === 0) traces.push(...lastResort(tools, knowledge, context, input))
  if (traces.length === 0) return undefined
  const chosen = pickWeighted(random.fork('choice'), shaped.length > 0 ? shaped : traces, (trace) =>
    appeal(trace, input),
  )
  if (!chance(random.fork('second'), 1, 3)) return chosen
  return extend(chosen, knowledge, input) ?? chosen
}

/** The first trace that any of the remaining assignments leads to. */
function lastResort(
  tools: readonly GraphTool[],
  knowledge: Knowledge,
  context: ProposalContext,
  { graph, world, visible, random }: SamplerInput,
): Trace[] {
  for (const tool of tools) {
    for (const request of proposeRequests(tool, context, MORE_ASSIGNMENTS).slice(ASSIGNMENTS)) {
      if (alreadyAsked(request, visible)) continue
      const { trace } = walk(graph, world.fork(), knowledge, [request], random.fork(`last-resort:${tool.spec.name}`))
      if (trace) return [trace]
    }
  }
  return []
}

/** A second wish in the same message, where one goes with the first: about its result or in the same environment. */
function extend(first: Trace, before: Knowledge, input: SamplerInput): Trace | undefined {
  const { graph, visible, random } = input
  const world = input.world.fork()
  const calls = first.calls.map(({ call }, index) => ({ turn: visible.turn, index, call, result: world.call(call) }))
  const knowledge = learn(graph, before, calls)
  const context = proposalsFrom({ ...input, world }, knowledge, 'second-proposals')
  const tools = chooseTools(companionsOf(graph, first.target), input)
  const traces = tools
    .slice(0, SECOND_TOOLS)
    .flatMap((tool) => proposeRequests(tool, context, 1))
    .filter((request) => !alreadyAsked(request, visible))
    .flatMap((request, i): Trace[] => {
      const { trace } = walk(
        graph,
        input.world.fork(),
        before,
        [...first.requests, request],
        random.fork(`second-walk${i}`),
      )
      return trace ? [trace] : []
    })
  if (traces.length === 0) return undefined
  return pickWeighted(random.fork('second-choice'), traces, (trace) => appeal(trace, input))
}

function chooseTools(tools: readonly GraphTool[], { random, used }: SamplerInput): GraphTool[] {
  const left = [...tools]
  const chosen: GraphTool[] = []
  while (left.length > 0) {
    const tool = pickWeighted(random.fork(`tool${chosen.length}`), left, ({ spec }) =>
      Math.floor(12 / (1 + 3 * (used.get(spec.name) ?? 0))),
    )
    chosen.push(tool)
    left.splice(left.indexOf(tool), 1)
  }
  return chosen
}

function appeal({ calls, requests, target }: Trace, { visible, used }: SamplerInput): number {
  const hidden = Math.min(3, calls.filter((call) => call.hidden).length)
  const earlier = calls.some(({ bindings }) =>
    bindings.some(({ source }) => source.from === 'result' && source.turn < visible.turn),
  )
  const pointsBack = requests.some(({ arguments: args }) => Object.values(args).some(({ by }) => by === 'earlier'))
  return Math.floor((20 + 4 * hidden + (earlier ? 30 : 0) + (pointsBack ? 20 : 0)) / (1 + 2 * (used.get(target) ?? 0)))
}
