import { beliefOf, imagineGain, noveltyOf, type Policy } from '../../core/policy.js'
import { chance, type Rng } from '../../core/random.js'
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
 * Reward alone leaves out what is easy: a login comes to no trap, and is asked for in a first turn or never. So chance calls for a tool
 * that no turn asked for yet in this many percent of turns, as the first wish or, where the first keeps the turn hard, as the second
 * one; half as often after one turn, a third as often after two. A tool that is called for is worth more by what most wishes are apart.
 */
const CALLED_FOR = { target: 3, second: 15 }
const CALLED = 3

/** What a trace is worth more where one call needs another that no turn's needed yet: relations are covered for their own sake. */
const UNLINKED = 1.5

/**
 * The learned sampler: it weighs every wish that could be asked by what a policy has learned of its tool and of the traps it
 * promises, without executing anything, walks to the most promising ones and takes the best of what it then sees; the same
 * for a second wish. Now and then it attends to a tool that few turns asked for. It only reads the policy: the pipeline trains it by
 * the choices named here.
 */
export function learned(policy: Policy): Sampler {
  return createSampler('learned', (input): Omit<Sampled, 'calls'> => {
    const search = {
      input,
      policy,
      before: knowledgeOf(input.graph, input.visible),
      gain: gainUnder(policy, input.random),
      attention: attentionUnder(policy, input.random),
    }
    const first = firstWish(search)
    if (!first) return {}
    const [best = first] = byWorth([first, ...(input.alone ? [] : secondWish(first, search))])
    return { trace: best.trace, choices: best.choices }
  })
}

type Role = keyof typeof CALLED_FOR

/** One turn's search: the policy, the gain it imagines of every choice, drawn when first asked for, and what it attends to. */
interface Search {
  readonly input: SamplerInput
  readonly policy: Policy
  readonly before: Knowledge
  readonly gain: (choice: string) => number
  readonly attention: (role: Role, tool: string) => number
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

/** What a tool is worth more in this turn where it is called for, the less often the more turns asked for it. */
function attentionUnder(policy: Policy, random: Rng): Search['attention'] {
  const turns = (role: Role, tool: string): number => beliefOf(policy, `${role}:${tool}`).plays
  return (role, tool) => {
    const asked = turns('target', tool) + turns('second', tool)
    return chance(random.fork(`called:${role}:${tool}`), CALLED_FOR[role], 100 * (1 + asked)) ? CALLED : 0
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
  role: Role,
  tools: readonly GraphTool[],
  { input, before, gain, attention }: Search,
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
      const due = attention(role, request.tool) - USED * (used.get(request.tool) ?? 0)
      return [{ request, worth: sum(choices, gain) + due }]
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

function weighed(trace: Trace, way: Way, { input, policy, before, gain, attention }: Search): Found {
  const wished = trace.requests.map(({ tool }, i) => [i === 0 ? 'target' : 'second', tool] as const)
  const choices = [
    ...wished.map(([role, tool]) => `${role}:${tool}`),
    ...trapsOf(input.graph, trace, before).map(asChoice),
  ]
  const links = linksOf(trace)
  const due = wished.reduce(
    (total, [role, tool]) => total + attention(role, tool) - USED * (input.used.get(tool) ?? 0),
    links.some((link) => beliefOf(policy, link).plays === 0) ? UNLINKED : 0,
  )
  const worth = sum(choices, gain) + noveltyOf(policy, trace.signature) + due
  return { trace, way, choices: [...choices, ...links], worth }
}

/** Which calls of a trace need which: choices that are counted and, adding nothing to a reward, are never learned from. */
function linksOf({ calls }: Trace): string[] {
  const links = calls.flatMap(({ call, needs }) =>
    needs.flatMap((need) => (calls[need] ? `link:${calls[need].call.name}>${call.name}` : [])),
  )
  return [...new Set(links)]
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
