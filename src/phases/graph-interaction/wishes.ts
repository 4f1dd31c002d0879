import { sameJson } from '../../core/json.js'
import { pickWeighted } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import { type ApiGraph, type GraphTool, type Knowledge } from '../../graph/index.js'
import { comesToNothing } from './comes-to-nothing.js'
import { isForeseen } from './foreseen.js'
import type { ProposalContext } from './proposals.js'
import type { SamplerInput } from './sampler.js'
import { isSettled } from './settled.js'
import { isTold } from './told.js'
import { searchesInVain } from './vain-search.js'

/** The tools that a turn may be about. */
export function wishable({ graph, targets }: Pick<SamplerInput, 'graph' | 'targets'>): GraphTool[] {
  return [...graph.tools.values()].filter(({ wishable: can, deadEnd, spec }) =>
    targets ? can && targets.has(spec.name) : can && deadEnd === undefined,
  )
}

/** The tools that a second wish in the same message may be about: others of its environment, and what takes its results. */
export function companionsOf(graph: ApiGraph, tool: string): GraphTool[] {
  const first = graph.tools.get(tool)
  const shown = new Set(first?.outputs.map(({ entity }) => entity))
  const takes = ({ parameters }: GraphTool): boolean =>
    parameters.some(({ entity }) => entity !== undefined && shown.has(entity))
  return wishable({ graph }).filter(
    (other) => other.spec.name !== tool && (other.spec.environment === first?.spec.environment || takes(other)),
  )
}

/**
 * All tools in an order that chance decides; those that a conversation was about already come later, likelier ones earlier. The order is drawn as
 * far as it is asked for, and stays the same when it is asked for again.
 */
export function inAnyOrder(
  tools: readonly GraphTool[],
  { random, used }: Pick<SamplerInput, 'random' | 'used'>,
  likelihood: (tool: GraphTool) => number = () => 1,
): Iterable<GraphTool> {
  const left = tools.map((tool) => ({
    tool,
    weight: Math.floor((12 * likelihood(tool)) / (1 + 3 * (used.get(tool.spec.name) ?? 0))),
  }))
  const drawn: GraphTool[] = []
  const draw = (): GraphTool => {
    const one = pickWeighted(random.fork(`tool${drawn.length}`), left, ({ weight }) => weight)
    const { tool } = one
    left.splice(left.indexOf(one), 1)
    drawn.push(tool)
    return tool
  }
  return {
    *[Symbol.iterator]() {
      for (let i = 0; i < tools.length; i++) yield drawn[i] ?? draw()
    },
  }
}

/** Does a tool take what only other tools know? */
export function takesFound(graph: ApiGraph, { parameters, requires }: GraphTool): boolean {
  return requires.length > 0 || parameters.some(({ entity }) => entity !== undefined && graph.entity(entity)?.opaque)
}

/** Would the wishes of a trace be odd where the conversation stands: heard before, ahead of itself, about something done with, or worth nothing? */
export function isOutOfPlace(trace: Trace, { graph, visible }: Pick<SamplerInput, 'graph' | 'visible'>): boolean {
  return (
    repeats(trace, visible) ||
    isForeseen(trace, graph) ||
    isSettled(trace, graph, visible) ||
    comesToNothing(trace, graph, visible) ||
    searchesInVain(trace, graph, visible) ||
    isTold(trace, graph, visible)
  )
}

/** Is a goal call of the trace one that the conversation has had already? */
export function repeats({ calls, goal }: Trace, visible: Visible): boolean {
  const goals = goal.calls.flatMap((index) => calls[index]?.call ?? [])
  return goals.some(({ name, arguments: args }) =>
    visible.calls.some(({ call }) => call.name === name && sameJson(call.arguments, args)),
  )
}

/** What wishes are proposed from when this much is known. */
export function proposalsFrom(input: SamplerInput, knowledge: Knowledge, label: string): ProposalContext {
  const { graph, world, known, sayable, random, asked, targets } = input
  const context = {
    graph,
    world,
    known,
    knowledge,
    random: random.fork(label),
    sayable,
    insists: targets !== undefined,
  }
  return asked ? { ...context, asked } : context
}

/** The same wish twice in a conversation owes nothing new. */
export function alreadyAsked({ tool, arguments: args }: Request, visible: Visible): boolean {
  const said = Object.values(args).flatMap((reference) => (reference.by === 'value' ? [reference.value] : []))
  return (
    visible.calls.some(
      ({ call }) =>
        call.name === tool &&
        said.every((value) => Object.values(call.arguments).includes(value)) &&
        Object.keys(args).length === 0,
    ) ||
    visible.calls.some(
      ({ call }) =>
        call.name === tool &&
        said.length > 0 &&
        said.length === Object.keys(call.arguments).length &&
        said.every((value) => Object.values(call.arguments).includes(value)),
    )
  )
}
