import { type Json, sameJson } from '../../core/json.js'
import { chance, pickWeighted, type Rng } from '../../core/random.js'
import type { Reference, Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import { type ApiGraph, type GraphTool, hiddenSteps, type Knowledge, toolNamed } from '../../graph/index.js'
import { hasName, proposeBackwards, proposeRequests } from './proposals.js'
import type { SamplerInput } from './sampler.js'
import { isOneMessage, losesPlace } from './one-message.js'
import { isRelated, mayBeRelated } from './related.js'
import { walk, walkOn, type Way, wayTo } from './walk.js'
import { alreadyAsked, companionsOf, inAnyOrder, isOutOfPlace, proposalsFrom, takesFound } from './wishes.js'

/** Tools tried for a second wish, and traces to choose among. */
const TOOLS = 8
const ENOUGH = 4

/** Of a hundred second wishes that have nothing to do with the first, how many are left out: fewer where they hide steps. */
const UNRELATED_LEFT = { plain: 75, hiding: 10 }

/** The first wish with a second one in the same message, where one goes with it: about its result or in the same environment. */
export function withSecondWish(first: Trace, before: Knowledge, input: SamplerInput): Trace | undefined {
  const { graph, visible, random } = input
  const way = wayTo(first)
  if (!way) return undefined
  const { world, knowledge } = way
  const asked = new Set([...(input.asked ?? []), ...first.requests.map(({ tool }) => `${visible.turn}:${tool}`)])
  const context = proposalsFrom({ ...input, world, asked }, knowledge, 'second-proposals')
  const subject = toolNamed(graph, first.target)
  const weight = (tool: GraphTool): number =>
    (takesFound(graph, tool) ? 3 : 1) * (mayBeRelated(subject, tool, graph) ? 5 : 1)
  const traces: Trace[] = []
  let tried = 0
  for (const tool of inAnyOrder(companionsOf(graph, first.target), input, weight)) {
    if (tried++ >= TOOLS) break
    for (const request of [...proposeBackwards(tool, context, 1), ...proposeRequests(tool, context, 1)]) {
      if (
        alreadyAsked(request, visible) ||
        first.requests.some((other) => isDescribedAgain(tool, request, other, graph))
      )
        continue
      const from = random.fork(`second-walk${traces.length}`)
      const trace = walked(way, [...first.requests, request], before, input, from)
      if (trace && !isOutOfPlace(trace, input)) traces.push(trace)
    }
    if (traces.length >= ENOUGH && traces.some((trace) => isRelated(trace, graph))) break
  }
  return chosenFrom(traces, input)
}

/** Is a thing without a name described twice in one message in the same words, or a list counted twice? Whoever has just spoken of it says "it". */
function isDescribedAgain({ parameters }: GraphTool, request: Request, before: Request, graph: ApiGraph): boolean {
  const said = Object.values(before.arguments)
  return Object.entries(request.arguments).some(([parameter, reference]) => {
    const { entity = '' } = parameters.find(({ name }) => name === parameter) ?? {}
    if (isCounted(reference)) return said.some(isCounted)
    return (
      reference.by === 'field' &&
      !hasName(graph.entity(entity)) &&
      said.some((other) => sameJson(other as unknown as Json, reference))
    )
  })
}

/** Is a thing meant by its place on a list? Once in a message is enough. */
function isCounted(reference: Reference): boolean {
  return reference.by === 'earlier' && typeof reference.which === 'number'
}

/**
 * The wishes in this order, the first ones on the way that was found for them; the last one first where it is about the place
 * that the way to the others leaves.
 */
function walked(
  way: Way,
  requests: readonly Request[],
  before: Knowledge,
  { graph, world }: SamplerInput,
  random: Rng,
): Trace | undefined {
  const { trace } = way.byChance
    ? walk(graph, world.fork(), before, requests, random)
    : walkOn(graph, { ...way, world: way.world.fork() }, requests, random)
  if (!trace || !losesPlace(graph, trace)) return trace
  return walk(graph, world.fork(), before, [...requests.slice(-1), ...requests.slice(0, -1)], random).trace
}

/** A trace whose wishes fit one message, the more linked the likelier. */
function chosenFrom(traces: readonly Trace[], input: SamplerInput): Trace | undefined {
  if (traces.length === 0) return undefined
  const chosen = pickWeighted(input.random.fork(`second-choice${traces.length}`), traces, (trace) =>
    linkedness(trace, input.graph),
  )
  const left = UNRELATED_LEFT[hiddenSteps(input.graph, chosen).length > 0 ? 'hiding' : 'plain']
  if (!isRelated(chosen, input.graph) && chance(input.random.fork('unrelated'), left, 100)) {
    const related = traces.filter((trace) => isRelated(trace, input.graph))
    return related.length > 0 ? chosenFrom(related, input) : undefined
  }
  if (isOneMessage(input.graph, chosen, input.world)) return chosen
  return chosenFrom(
    traces.filter((trace) => trace !== chosen),
    input,
  )
}

/** Second wishes that need what the first found out, or steps of their own, make the better message. */
function linkedness(trace: Trace, graph: ApiGraph): number {
  const { calls } = trace
  const hidden = Math.min(3, hiddenSteps(graph, trace).length)
  const linked = calls.filter(({ needs }) => needs.length > 0).length
  return (isRelated(trace, graph) ? 6 : 1) * (2 + 60 * hidden + 6 * Math.min(3, linked))
}
