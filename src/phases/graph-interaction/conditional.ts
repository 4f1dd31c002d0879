import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at } from '../../core/pointer.js'
import { chance, pick, pickWeighted, type Rng, shuffle } from '../../core/random.js'
import { type Condition, holds, type Reference } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import type { Conditional } from '../../environment/index.js'
import { knowledgeOf, toolNamed } from '../../graph/index.js'
import { candidatesFor } from './candidates.js'
import { isWorded, type ProposalContext, requestsOneByOne } from './proposals.js'
import type { Sampled, SamplerInput } from './sampler.js'
import { counting } from './counting.js'
import { walk } from './walk.js'
import { alreadyAsked, isOutOfPlace, proposalsFrom } from './wishes.js'

/** Wishes tried for what decides, and for what hangs on it. */
const DECIDING = 3
const HANGING = 6

/** Traces to choose among. */
const ENOUGH = 3

/** A trace of two wishes of which the second hangs on what the first finds out, whichever way that turns out. */
export function traceConditional(input: SamplerInput): Sampled {
  const { world, calls } = counting(input.world)
  const trace = chosenFrom({ ...input, world })
  return { calls: calls(), ...(trace ? { trace } : {}) }
}

/** Of the first few that are possible, those with hidden steps the likelier. */
function chosenFrom(input: SamplerInput): Trace | undefined {
  const declared = input.world.environments.flatMap(({ definition }) => definition.conversation?.conditionals ?? [])
  const traces: Trace[] = []
  for (const conditional of shuffle(input.random.fork('conditionals'), declared)) {
    const trace = traceOf(conditional, input, input.random.fork(conditional.name))
    if (trace) traces.push(trace)
    if (traces.length >= ENOUGH) break
  }
  const weight = ({ calls }: Trace): number => (calls.some(({ hidden }) => hidden) ? 6 : 1)
  return traces.length === 0 ? undefined : pickWeighted(input.random.fork('chosen'), traces, weight)
}

function traceOf(conditional: Conditional, input: SamplerInput, random: Rng): Trace | undefined {
  const { graph, world, visible } = input
  const knowledge = knowledgeOf(graph, visible)
  const context = proposalsFrom({ ...input, random }, knowledge, 'proposals')
  const { tool, does, same } = conditional
  for (const first of requestsOneByOne(toolNamed(graph, tool), context, DECIDING)) {
    if (alreadyAsked(first, visible)) continue
    const { trace: alone } = walk(graph, world.fork(), knowledge, [first], random.fork('deciding'))
    const leaf = alone && at(untag(alone.calls[alone.goal.calls[0] ?? -1]?.result.value ?? null), conditional.at)
    const only = leaf === undefined ? undefined : conditionOn(conditional, leaf, random.fork('limit'))
    if (!alone || !only) continue
    const free = { ...context, sayable: () => true }
    const about = aboutTheSame(conditional, alone, free)
    for (const proposed of requestsOneByOne(toolNamed(graph, does), free, HANGING, () => about)) {
      const shared = Object.entries(same).flatMap(([parameter, from]): [string, Reference][] => {
        const reference = first.arguments[from]
        return reference ? [[parameter, reference]] : []
      })
      const second = { tool: does, arguments: { ...proposed.arguments, ...Object.fromEntries(shared) }, only }
      if (!input.sayable(second)) continue
      const { trace } = walk(graph, world.fork(), knowledge, [first, second], random.fork('pair'))
      if (trace && !isOutOfPlace(trace, input)) return trace
    }
  }
  return undefined
}

/** What may be done to the very thing that was looked at; else to any, as far as it says nothing of the one it was meant for. */
function aboutTheSame(
  { does, same }: Conditional,
  { calls, goal }: Trace,
  context: ProposalContext,
): readonly JsonObject[] {
  const looked = calls[goal.calls[0] ?? -1]?.call.arguments ?? {}
  const all = candidatesFor(toolNamed(context.graph, does), context)
  const fitting = all.filter((assignment) =>
    Object.entries(same).every(([parameter, from]) => sameJson(assignment[parameter] ?? null, looked[from] ?? null)),
  )
  return fitting.length > 0 ? fitting : all.filter((assignment) => !isWorded(assignment))
}

/** A condition that people would set for such a leaf: round numbers near by, or the word declared. */
function conditionOn({ at: place, test, limit }: Conditional, leaf: Json, random: Rng): Condition | undefined {
  if (test === 'is') return limit === undefined ? undefined : { of: 0, at: place, test, limit }
  if (typeof leaf !== 'number' || leaf <= 0) return undefined
  const met = chance(random.fork('met'), 2, 3)
  const limits = roundNumbers(leaf).filter((round) => holds({ test, limit: round }, leaf) === met)
  return limits.length === 0 ? undefined : { of: 0, at: place, test, limit: pick(random, limits) }
}

/** Round numbers on both sides of one, which is none of them. */
function roundNumbers(value: number): number[] {
  let unit = 1
  while (unit * 10 <= value) unit *= 10
  const step = unit === 1 || value >= 5 * unit ? unit : unit / 2
  const under = Math.ceil(value / step - 1) * step
  const over = Math.floor(value / step + 1) * step
  return [under, under - step, over, over + step].filter((limit) => limit > 0)
}
