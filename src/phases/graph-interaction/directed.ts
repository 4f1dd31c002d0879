import { chance, pickWeighted } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import {
  type ApiGraph,
  type GraphTool,
  hiddenSteps,
  type Knowledge,
  knowledgeOf,
  nextCalls,
  toolNamed,
} from '../../graph/index.js'
import { proposeBackwards, proposeRequests, requestsOneByOne } from './proposals.js'
import { createSampler, type Sampler, type SamplerInput } from './sampler.js'
import { withSecondWish } from './second-wish.js'
import { walk } from './walk.js'
import { alreadyAsked, inAnyOrder, isOutOfPlace, proposalsFrom, repeats, takesFound, wishable } from './wishes.js'

/** Targets with a trace of the wanted shape to choose among. */
const ENOUGH = 4

/** Assignments tried per tool, and when none of these led anywhere. */
const ASSIGNMENTS = 2
const MORE_ASSIGNMENTS = 40

/**
 * The directed sampler: picks a target, walks the graph to it by execution, and returns the trace. More than half of the later turns
 * point back at what an earlier one found out, where something can; few take one call, of the first ones more (families add others),
 * and most ask for two things.
 */
export const directed: Sampler = createSampler('directed', (input) => {
  const trace = reach(input)
  return trace ? { trace } : {}
})

/** One call, or several that lead to one another. */
type Shape = 'short' | 'chain'

function reach(input: SamplerInput): Trace | undefined {
  const { graph, visible, random } = input
  const before = knowledgeOf(graph, visible)
  const shape = chance(random.fork('shape'), 1, visible.turn === 0 ? 9 : 40) ? 'short' : 'chain'
  const traces = tracesFor(shape, before, input)
  if (traces.length === 0) return undefined
  const shaped = traces.filter((trace) => hasShape(trace, shape))
  const chosen = pickWeighted(
    random.fork('choice'),
    shaped.length > 0 ? shaped : traces,
    (trace) => appeal(trace, input) * likelihoodOf(shape, toolNamed(graph, trace.target), input),
  )
  const isRare = shape === 'chain' && shaped.length < ENOUGH
  if (staysAlone(chosen, shape, isRare, input)) return chosen
  return withSecondWish(chosen, before, input) ?? chosen
}

/**
 * Is a wish the only one of its message? Where few targets take a chain, each alone would come again and again; with a second wish they
 * differ.
 */
function staysAlone(chosen: Trace, shape: Shape, isRare: boolean, { random, targets }: SamplerInput): boolean {
  if (shape === 'short') return true
  return !isShort(chosen) && chance(random.fork('alone'), targets ? 7 : isRare ? 1 : 2, 10)
}

function tracesFor(shape: Shape, before: Knowledge, input: SamplerInput): Trace[] {
  const { visible, random } = input
  const context = proposalsFrom(input, before, 'proposals')
  const tools = inAnyOrder(wishable(input), input, (tool) => likelihoodOf(shape, tool, input))
  const search = { tools, before, input }
  const proposed = (tool: GraphTool): Iterable<Request> => requestsOneByOne(tool, context, ASSIGNMENTS)
  if (input.suits) return explore(search, 'walk', proposed, isEnough)
  if (visible.turn > 0 && chance(random.fork('back'), 46, 50)) {
    const backwards = explore(search, 'back', (tool) => proposeBackwards(tool, context, ASSIGNMENTS), isEnough)
    const using = backwards.filter((trace) => usesEarlier(trace, visible))
    if (using.length > 0) return using
  }
  const isOfShape = (request: Request): boolean => isOneCall(request, before, input) === (shape === 'short')
  const shaped = explore({ ...search, isOfShape }, 'walk', proposed, isEnough)
  if (shaped.length > 0) return shaped
  const traces = explore(search, 'walk', proposed, isEnough)
  if (traces.length > 0) return traces
  const others = (tool: GraphTool): Request[] => proposeRequests(tool, context, MORE_ASSIGNMENTS).slice(ASSIGNMENTS)
  const any = (found: readonly Trace[]): boolean => found.length > 0
  const last = explore(search, 'last-resort', others, any)
  return last.length > 0 || !input.targets ? last : explore({ ...search, insists: true }, 'insisted', proposed, any)
}

/**
 * How well a tool suits a wish of one call: best what nobody wishes for or asks about later on, as being signed in, which the
 * first wish that needs it brings about; well what takes no words but its name; worst what mostly takes more.
 */
function likelihoodOf(shape: Shape, tool: GraphTool, { graph, visible }: SamplerInput): number {
  if (shape === 'chain') return 1
  if (visible.turn === 0 && tool.establishes.length > 0) return 200
  if (visible.turn === 0 && tool.tells !== undefined) return 40
  if (mayStandAlone(tool, graph)) return visible.turn === 0 ? 40 : 20
  if (tool.parameters.length === 0) return 16
  return takesFound(graph, tool) ? 1 : 3
}

/** Does a tool only tell the name that a thing goes by elsewhere, or read an instrument? Other wishes bring that about unasked. */
function mayStandAlone({ spec, parameters, outputs, answers }: GraphTool, graph: ApiGraph): boolean {
  const named = outputs.some(({ entity, collection }) => !collection && graph.entity(entity)?.mentions !== undefined)
  const isInstrument = spec.effect === 'draws' && parameters.length === 0
  return answers.length > 0 && ((spec.effect === 'read' && outputs.length === 1 && named) || isInstrument)
}

/** Is the wished tool itself the first call to make, so that a walk would take no other? Told without executing anything. */
function isOneCall(request: Request, before: Knowledge, { graph }: SamplerInput): boolean {
  const next = nextCalls(graph, [request], before)
  return next.kind === 'calls' && next.calls.every(({ purpose }) => purpose.kind === 'goal')
}

interface Search {
  readonly tools: Iterable<GraphTool>
  readonly before: Knowledge
  readonly input: SamplerInput
  /** Is a target wanted even where nobody would wish for it just now: cancelled as soon as it was booked? */
  readonly insists?: boolean
  /** Told of a wish before it is walked; any will do where absent. */
  readonly isOfShape?: (request: Request) => boolean
}

/** One trace for each tool that what is proposed for it leads to, until there are enough. */
function explore(
  { tools, before, input, insists = false, isOfShape = () => true }: Search,
  label: string,
  propose: (tool: GraphTool) => Iterable<Request>,
  suffices: (traces: readonly Trace[]) => boolean,
): Trace[] {
  const { graph, world, visible, random, suits = () => true, promises = () => true } = input
  const traces: Trace[] = []
  for (const tool of tools) {
    for (const request of promises(tool) ? propose(tool) : []) {
      if (alreadyAsked(request, visible) || !promises(tool, request) || !isOfShape(request)) continue
      const { trace } = walk(graph, world.fork(), before, [request], random.fork(`${label}:${tool.spec.name}`))
      const isOdd = trace && (insists ? repeats(trace, visible) : isOutOfPlace(trace, { graph, visible }))
      if (!trace || isOdd || !suits(trace)) continue
      traces.push(trace)
      break
    }
    if (suffices(traces)) break
  }
  return traces
}

function isEnough(traces: readonly Trace[]): boolean {
  return traces.length >= ENOUGH
}

function hasShape(trace: Trace, shape: Shape): boolean {
  return isShort(trace) === (shape === 'short')
}

function isShort({ calls }: Trace): boolean {
  return calls.length <= 1
}

function appeal(trace: Trace, { graph, visible, used }: SamplerInput): number {
  const { calls, requests, target } = trace
  const hidden = Math.min(3, hiddenSteps(graph, trace).length)
  const routine = calls.some((call) => call.hidden) ? 30 : 0
  const pointsBack = requests.some(({ arguments: args }) => Object.values(args).some(({ by }) => by === 'earlier'))
  const worth = 20 + routine + 125 * hidden + (usesEarlier(trace, visible) ? 50 : 0) + (pointsBack ? 20 : 0)
  return Math.floor(worth / (1 + 2 * (used.get(target) ?? 0)))
}

function usesEarlier({ calls }: Trace, { turn }: Visible): boolean {
  return calls.some(({ bindings }) => bindings.some(({ source }) => source.from === 'result' && source.turn < turn))
}
