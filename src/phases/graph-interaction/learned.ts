import { imagineReward, type Policy } from '../../core/policy.js'
import { chance, pickWeighted, type Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import { type ApiGraph, type GraphTool, type Knowledge, knowledgeOf, learn } from '../../graph/index.js'
import { proposeRequests } from './proposals.js'
import { createSampler, type Sampled, type Sampler, type SamplerInput } from './sampler.js'
import { walk } from './walk.js'
import { alreadyAsked, companionsOf, proposalsFrom, wishable } from './wishes.js'

/** Wishes proposed per tool, tools with a trace to choose among, tools tried for the first and for the second wish. */
const PROPOSED = 40
const ENOUGH = 2

/** What each argument that has to be found adds to the worth of a trace. */
const LINK = 1
const FIRST_TOOLS = 8
const SECOND_TOOLS = 3

/**
 * The learned sampler: the directed walk under a policy that chooses the target, how long and how linked its chain is, and
 * whether a second wish goes with it and which. Tools that promise more are likelier, one that was used already less so;
 * one turn in six goes to the tools that were tried least. It only reads the policy: the pipeline trains it by the choices
 * named here.
 */
export function learned(policy: Policy): Sampler {
  return createSampler('learned', (input): Omit<Sampled, 'calls'> => {
    const chooser = chooserOf(policy, input)
    const before = knowledgeOf(input.graph, input.visible)
    const first = firstWish(chooser, before, input)
    if (!first) return {}
    const second =
      chooser.worth('wishes:2') > chooser.worth('wishes:1') ? secondWish(chooser, first, before, input) : undefined
    const trace = second ?? first
    return { trace, choices: choicesOf(input.graph, trace, input) }
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
      const exploring = chance(random.fork(`explore:${role}`), 1, 6)
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

function firstWish(chooser: Chooser, knowledge: Knowledge, input: SamplerInput): Trace | undefined {
  const { graph, world, visible, random } = input
  const context = proposalsFrom(input, knowledge, 'proposals')
  const traces: Trace[] = []
  for (const tool of chooser.order(wishable(input), 'target', FIRST_TOOLS)) {
    const requests = proposeRequests(tool, context, PROPOSED).filter((request) => !alreadyAsked(request, visible))
    for (const request of dependent(requests)) {
      const { trace } = walk(graph, world.fork(), knowledge, [request], random.fork(`walk:${tool.spec.name}`))
      if (!trace) continue
      traces.push(trace)
      break
    }
    if (traces.length >= ENOUGH) break
  }
  return worthiest(chooser, traces, input)
}

function secondWish(chooser: Chooser, first: Trace, before: Knowledge, input: SamplerInput): Trace | undefined {
  const { graph, visible, random } = input
  const world = input.world.fork()
  const calls = first.calls.map(({ call }, index) => ({ turn: visible.turn, index, call, result: world.call(call) }))
  const context = proposalsFrom({ ...input, world }, learn(graph, before, calls), 'second-proposals')
  const traces = chooser.order(companionsOf(graph, first.target), 'second', SECOND_TOOLS).flatMap((tool) => {
    const requests = dependent(
      proposeRequests(tool, context, PROPOSED).filter((request) => !alreadyAsked(request, visible)),
    )
    return requests
      .slice(0, 1)
      .flatMap(
        (request) =>
          walk(
            graph,
            input.world.fork(),
            before,
            [...first.requests, request],
            random.fork(`second-walk:${tool.spec.name}`),
          ).trace ?? [],
      )
  })
  return worthiest(chooser, traces, input)
}

/** Requests whose arguments point back or describe come first: their values have to be found or remembered. */
function dependent(requests: readonly Request[]): Request[] {
  const links = ({ arguments: args }: Request): number =>
    Object.values(args).reduce((sum, { by }) => sum + (by === 'earlier' ? 2 : by === 'field' ? 1 : 0), 0)
  return requests.toSorted((a, b) => links(b) - links(a))
}

function worthiest(chooser: Chooser, traces: readonly Trace[], input: SamplerInput): Trace | undefined {
  const worth = (trace: Trace): number =>
    choicesOf(input.graph, trace, input).reduce((sum, choice) => sum + chooser.worth(choice), LINK * linksOf(trace))
  return traces.toSorted((a, b) => worth(b) - worth(a))[0]
}

/** Arguments that a chain finds for itself: nobody says them. */
function linksOf({ calls }: Trace): number {
  return calls.flatMap(({ bindings }) => bindings).filter(({ source }) => source.from === 'result').length
}

/** The choices that lead to a trace: its tools, and the shape of its chain. */
function choicesOf(graph: ApiGraph, { calls, requests }: Trace, { visible }: SamplerInput): string[] {
  const bindings = calls.flatMap((call) => call.bindings)
  const hidden = calls.filter((call) => call.hidden).length
  const remembers = bindings.some(({ source }) => source.from === 'result' && source.turn < visible.turn)
  const chooses = bindings.some(({ source }) => source.from === 'result' && source.selected)
  const prepares = calls.some(({ needs, bindings: own }) =>
    needs.some(
      (need) =>
        !own.some(({ source }) => source.from === 'result' && source.turn === visible.turn && source.call === need),
    ),
  )
  const narrows = requests.some(({ tool, arguments: args }) =>
    graph.tools
      .get(tool)
      ?.parameters.some(
        ({ name, required }) => !required && Object.keys(args).some((key) => key.split('/')[0] === name),
      ),
  )
  const [first, second] = requests
  return [
    `target:${first?.tool ?? ''}`,
    ...(second ? [`second:${second.tool}`] : []),
    `wishes:${requests.length}`,
    `hidden:${Math.min(hidden, 4)}`,
    `remembers:${remembers}`,
    `chooses:${chooses}`,
    `prepares:${prepares}`,
    `narrows:${narrows}`,
  ]
}
