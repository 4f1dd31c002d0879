import { imagineReward, type Policy } from '../../core/policy.js'
import { chance, pickWeighted, type Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import { type ApiGraph, type GraphTool, type Knowledge, knowledgeOf, learn } from '../../graph/index.js'
import { type ProposalContext, proposeBackwards, proposeRequests } from './proposals.js'
import { createSampler, type Sampled, type Sampler, type SamplerInput } from './sampler.js'
import { isOneMessage } from './one-message.js'
import { walk } from './walk.js'
import { alreadyAsked, companionsOf, proposalsFrom, repeats, wishable } from './wishes.js'

/** Wishes proposed per tool, tools with a trace to choose among, tools tried for the first and for the second wish. */
const PROPOSED = 12
const BACKWARDS = 2
const ENOUGH = 3

/** What each trap adds to the worth of a trace before anything is learned of it. */
const TRAP = 3
const FIRST_TOOLS = 10
const SECOND_TOOLS = 4

/**
 * The learned sampler: the directed walk under a policy that chooses the target, how long and how linked its chain is, and
 * whether a second wish goes with it and which. Tools that promise more are likelier, one that was used already less so;
 * one turn in eight goes to the tools that were tried least. It only reads the policy: the pipeline trains it by the choices
 * named here.
 */
export function learned(policy: Policy): Sampler {
  return createSampler('learned', (input): Omit<Sampled, 'calls'> => {
    const chooser = chooserOf(policy, input)
    const before = knowledgeOf(input.graph, input.visible)
    const first = firstWish(chooser, before, input)
    if (!first) return {}
    const second =
      chooser.worth('wishes:2') + TRAP > chooser.worth('wishes:1')
        ? secondWish(chooser, first, before, input)
        : undefined
    const trace = second ?? first
    return { trace, choices: choicesOf(trace, shapeOf(input.graph, trace, input)) }
  })
}

/** One turn's view of the policy: every choice has one imagined reward, drawn when first asked for. */
interface Chooser {
  readonly worth: (choice: string) => number
  /** Tools in the order in which to try them. */
  readonly order: (tools: readonly GraphTool[], role: 'target' | 'second', count: number) => GraphTool[]
}

function chooserOf(policy: Policy, { random, used }: SamplerInput): Chooser {
  const imagined = new Map<string, number>()
  const worth = (choice: string): number => {
    const reward = imagined.get(choice) ?? imagineReward(policy, choice, random.fork(`imagine:${choice}`))
    imagined.set(choice, reward)
    return reward
  }
  return {
    worth,
    order(tools, role, count) {
      const exploring = chance(random.fork(`explore:${role}`), 1, 8)
      const weight = ({ spec }: GraphTool): number => {
        const choice = `${role}:${spec.name}`
        const value = Math.max(0.1, worth(choice))
        const appeal = exploring ? 1000 / (1 + (policy.choices[choice]?.plays ?? 0)) : value * value * value * value
        return (100 * appeal) / (1 + 2 * (used.get(spec.name) ?? 0))
      }
      return withoutReplacement(random.fork(`order:${role}`), tools, weight, count)
    },
  }
}

function withoutReplacement<T>(random: Rng, items: readonly T[], weight: (item: T) => number, count: number): T[] {
  const left = [...items]
  const chosen: T[] = []
  while (left.length > 0 && chosen.length < count) {
    const item = pickWeighted(random.fork(`${chosen.length}`), left, weight)
    chosen.push(item)
    left.splice(left.indexOf(item), 1)
  }
  return chosen
}

function firstWish(chooser: Chooser, before: Knowledge, input: SamplerInput): Trace | undefined {
  const { visible, random } = input
  const context = proposalsFrom(input, before, 'proposals')
  const traces: Trace[] = []
  for (const tool of chooser.order(wishable(input), 'target', FIRST_TOOLS)) {
    const found = walked([], proposed(tool, context, visible), before, input, random.fork(`walk:${tool.spec.name}`))
    if (found) traces.push(found)
    if (traces.length >= ENOUGH) break
  }
  return worthiest(chooser, traces, input)
}

function secondWish(chooser: Chooser, first: Trace, before: Knowledge, input: SamplerInput): Trace | undefined {
  const { graph, visible, random } = input
  const world = input.world.fork()
  const calls = first.calls.map(({ call }, index) => ({ turn: visible.turn, index, call, result: world.call(call) }))
  const asked = new Set([...(input.asked ?? []), ...first.requests.map(({ tool }) => `${visible.turn}:${tool}`)])
  const context = proposalsFrom({ ...input, world, asked }, learn(graph, before, calls), 'second-proposals')
  const traces = chooser.order(companionsOf(graph, first.target), 'second', SECOND_TOOLS).flatMap((tool) => {
    const from = random.fork(`second-walk:${tool.spec.name}`)
    return walked(first.requests, proposed(tool, context, visible).slice(0, 2), before, input, from) ?? []
  })
  return worthiest(
    chooser,
    traces.filter((trace) => isOneMessage(graph, trace, input.world)),
    input,
  )
}

/** The first trace that these wishes lead to, asked for after others. */
function walked(
  others: readonly Request[],
  requests: readonly Request[],
  before: Knowledge,
  { graph, world, visible }: SamplerInput,
  random: Rng,
): Trace | undefined {
  for (const request of requests) {
    const { trace } = walk(graph, world.fork(), before, [...others, request], random)
    if (trace && !repeats(trace, visible)) return trace
  }
  return undefined
}

/** Wishes for a tool, those first whose values have to be found or remembered and that leave least to be assumed. */
function proposed(tool: GraphTool, context: ProposalContext, visible: Visible): Request[] {
  const demands = ({ arguments: args }: Request): number =>
    Object.values(args).reduce((sum, { by }) => sum + (by === 'earlier' ? 4 : by === 'field' ? 3 : 1), 0)
  return [...proposeBackwards(tool, context, BACKWARDS), ...proposeRequests(tool, context, PROPOSED)]
    .filter((request) => !alreadyAsked(request, visible))
    .toSorted((a, b) => demands(b) - demands(a))
}

function worthiest(chooser: Chooser, traces: readonly Trace[], input: SamplerInput): Trace | undefined {
  const worth = (trace: Trace): number => {
    const shape = shapeOf(input.graph, trace, input)
    const traps = Object.values(shape).reduce<number>((sum, value) => sum + Number(value), 0)
    return choicesOf(trace, shape).reduce((sum, choice) => sum + chooser.worth(choice), TRAP * traps)
  }
  return traces.toSorted((a, b) => worth(b) - worth(a))[0]
}

/** What a chain demands of whoever takes it: each is what one of the ladder's weak solvers lacks. */
interface Shape {
  readonly wishes: number
  readonly hidden: number
  readonly remembers: boolean
  readonly chooses: boolean
  readonly prepares: boolean
  readonly narrows: boolean
}

function shapeOf(graph: ApiGraph, { calls, requests }: Trace, { visible }: SamplerInput): Shape {
  const bindings = calls.flatMap((call) => call.bindings)
  return {
    wishes: requests.length,
    hidden: Math.min(calls.filter((call) => call.hidden).length, 4),
    remembers: bindings.some(({ source }) => source.from === 'result' && source.turn < visible.turn),
    chooses: bindings.some(({ source }) => source.from === 'result' && source.selected),
    prepares: calls.some(({ needs, bindings: own }) =>
      needs.some(
        (need) =>
          !own.some(({ source }) => source.from === 'result' && source.turn === visible.turn && source.call === need),
      ),
    ),
    narrows: requests.some(({ tool, arguments: args }) =>
      graph.tools
        .get(tool)
        ?.parameters.some(
          ({ name, required }) => !required && Object.keys(args).some((key) => key.split('/')[0] === name),
        ),
    ),
  }
}

/** The choices that lead to a trace: its tools, and the shape of its chain. */
function choicesOf({ requests: [first, second] }: Trace, shape: Shape): string[] {
  return [
    `target:${first?.tool ?? ''}`,
    ...(second ? [`second:${second.tool}`] : []),
    ...Object.entries(shape).map(([name, value]) => `${name}:${value}`),
  ]
}
