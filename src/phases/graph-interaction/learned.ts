import { imagineGain, noveltyOf, type Policy } from '../../core/policy.js'
import type { Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import { type GraphTool, type Knowledge, knowledgeOf } from '../../graph/index.js'
import { proposeBackwards, proposeRequests } from './proposals.js'
import { createSampler, type Sampled, type Sampler, type SamplerInput } from './sampler.js'
import { promisedTraps, type Trap, trapsOf } from './traps.js'
import { isOneMessage } from './one-message.js'
import { walk, type Walked, walkOn, type Way } from './walk.js'
import { alreadyAsked, companionsOf, isOutOfPlace, proposalsFrom, wishable } from './wishes.js'

/** Wishes weighed per tool, also such as point back; how many more when none of them leads anywhere. */
const WISHES = 6
const BACKWARDS = 2
const MORE_WISHES = 40

/** Walks of each of the two wishes, and traces to choose among. */
const WALKS = 12
const ENOUGH = 4

/** How much more than its wish promises a trace may turn out to be worth: a new plan, traps that only results show. */
const HOPE = 2.5

/** What a tool is worth less for each time that the conversation was about it. */
const USED = 1

/**
 * The learned sampler: it weighs every wish that could be asked by what a policy has learned of its tool and of the traps it
 * promises, without executing anything, walks to the most promising ones and takes the best of what it then sees; the same
 * for a second wish. It only reads the policy: the pipeline trains it by the choices named here.
 */
export function learned(policy: Policy): Sampler {
  return createSampler('learned', (input): Omit<Sampled, 'calls'> => {
    const search = {
      input,
      policy,
      before: knowledgeOf(input.graph, input.visible),
      gain: gainUnder(policy, input.random),
    }
    const first = firstWish(search)
    if (!first) return {}
    const [best = first] = byWorth([first, ...(input.alone ? [] : secondWish(first, search))])
    return { trace: best.trace, choices: best.choices }
  })
}

/** One turn's search: the policy, and the gain it imagines of every choice, drawn when first asked for. */
interface Search {
  readonly input: SamplerInput
  readonly policy: Policy
  readonly before: Knowledge
  readonly gain: (choice: string) => number
}

interface Wish {
  readonly request: Request
  readonly worth: number
}

interface Found {
  readonly trace: Trace
  readonly way: Way
  readonly choices: readonly string[]
  readonly worth: number
}

function gainUnder(policy: Policy, random: Rng): Search['gain'] {
  const imagined = new Map<string, number>()
  return (choice) => {
    const gain = imagined.get(choice) ?? imagineGain(policy, choice, random.fork(`imagine:${choice}`))
    imagined.set(choice, gain)
    return gain
  }
}

function firstWish(search: Search): Found | undefined {
  const { input, before } = search
  const toWalk = (request: Request, random: Rng): Walked =>
    walk(input.graph, input.world.fork(), before, [request], random)
  for (const limit of [WISHES, MORE_WISHES]) {
    const wishes = wishesFor('target', wishable(input), search, limit)
    const found = explore(wishes, toWalk, search, input.suits)
    if (found.length > 0) return byWorth(found)[0]
  }
  return undefined
}

/** The first wish with another in the same message, from where the first one's walk came to. */
function secondWish(first: Found, search: Search): Found[] {
  const { input } = search
  const { way, trace } = first
  const asked = new Set([...(input.asked ?? []), ...trace.requests.map(({ tool }) => `${input.visible.turn}:${tool}`)])
  const then = { ...search, before: way.knowledge, input: { ...input, world: way.world, asked } }
  const wishes = wishesFor('second', companionsOf(input.graph, trace.target), then, WISHES, first)
  const toWalk = (request: Request, random: Rng): Walked =>
    walkOn(input.graph, { ...way, world: way.world.fork() }, [...trace.requests, request], random)
  return explore(wishes, toWalk, search, (both) => isOneMessage(input.graph, both, input.world))
}

/** What could be wished of these tools, the most promising first. */
function wishesFor(
  role: 'target' | 'second',
  tools: readonly GraphTool[],
  { input, before, gain }: Search,
  limit: number,
  first?: Found,
): Wish[] {
  const { graph, visible, used } = input
  const context = proposalsFrom(input, before, `${role}-proposals`)
  const begun = first ? [...first.choices, asChoice('wishes')] : []
  return tools
    .flatMap((tool) => [...proposeBackwards(tool, context, BACKWARDS), ...proposeRequests(tool, context, limit)])
    .filter((request) => !alreadyAsked(request, visible))
    .flatMap((request): Wish[] => {
      const traps = promisedTraps(graph, request, before)
      if (!traps) return []
      const choices = new Set([...begun, `${role}:${request.tool}`, ...traps.map(asChoice)])
      return [{ request, worth: sum(choices, gain) - USED * (used.get(request.tool) ?? 0) }]
    })
    .toSorted((a, b) => b.worth - a.worth)
}

/** Traces for the most promising wishes, one for each tool, until there are enough or no wish promises to beat them. */
function explore(
  wishes: readonly Wish[],
  toWalk: (request: Request, random: Rng) => Walked,
  search: Search,
  suits: (trace: Trace) => boolean = () => true,
): Found[] {
  const { targets, random } = search.input
  const found: Found[] = []
  let walks = 0
  for (const { request, worth: promise } of wishes) {
    if (found.some(({ trace }) => trace.target === request.tool)) continue
    if (found.length >= ENOUGH || found.some(({ worth }) => worth >= promise + HOPE)) break
    if (walks >= WALKS && !targets) break
    const { trace, way } = toWalk(request, random.fork(`walk${walks}`))
    walks += 1
    if (trace && !isOutOfPlace(trace, search.input) && suits(trace)) found.push(weighed(trace, way, search))
  }
  return found
}

function weighed(trace: Trace, way: Way, { input, policy, before, gain }: Search): Found {
  const [first, second] = trace.requests
  const choices = [
    `target:${first?.tool ?? ''}`,
    ...(second ? [`second:${second.tool}`] : []),
    ...trapsOf(input.graph, trace, before).map(asChoice),
  ]
  const used = trace.requests.reduce((times, { tool }) => times + (input.used.get(tool) ?? 0), 0)
  return { trace, way, choices, worth: sum(choices, gain) + noveltyOf(policy, trace.signature) - USED * used }
}

function asChoice(trap: Trap): string {
  return `trap:${trap}`
}

function sum(choices: Iterable<string>, gain: Search['gain']): number {
  let total = 0
  for (const choice of choices) total += gain(choice)
  return total
}

function byWorth(found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => b.worth - a.worth)
}
