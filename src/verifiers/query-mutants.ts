import { canonicalJson } from '../core/digest.js'
import type { HardQuery } from '../core/hard-query.js'
import { type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { createRng } from '../core/random.js'
import { extremeIn, type Reference, type Request } from '../core/reference.js'
import type { ToolCall } from '../core/tool.js'
import type { TracedCall } from '../core/trace.js'
import { type Lexicon, onTheDayAfter, realise, todayOf } from '../language/index.js'
import { actOn, type BlindRun } from './blind.js'
import { otherBranchOf } from './condition.js'
import type { ActingTurn } from './context.js'
import { goldOf, reaches } from './gold.js'
import { readNext } from './reading.js'

export interface QueryMutant {
  readonly operator: 'drop-goal' | 'swap-values' | 'sibling-verb' | 'other-query' | 'other-end' | 'other-day'
  readonly text: string
}

/** Wrong queries: the text without a goal, with two values exchanged, asking for another tool, another day or from the other end, or another turn's words. */
export function queryMutants({ query, turn, messages, lexicon, trace }: ActingTurn): QueryMutant[] {
  const dropped = query.spans.map(([from, to]): QueryMutant => ({
    operator: 'drop-goal',
    text: `${query.text.slice(0, from)}${query.text.slice(to)}`,
  }))
  const swapped = swaps(query).map((text): QueryMutant => ({ operator: 'swap-values', text }))
  const siblings = trace.requests.flatMap(({ tool }, i): QueryMutant[] => {
    const span = query.spans[i]
    const others = plainAsks(lexicon).filter((ask) => ask.tool !== tool)
    const other = others[(query.text.length + i) % Math.max(1, others.length)]
    if (!span || !other) return []
    const words = other.variant.parts
      .map((part) => (typeof part === 'string' ? part : Array.isArray(part) ? part[0] : ''))
      .join('')
    return [{ operator: 'sibling-verb', text: `${query.text.slice(0, span[0])}${words}${query.text.slice(span[1])}` }]
  })
  const users = messages.filter(({ role }) => role === 'user').map(({ content }) => content)
  // A message that asks for the same again means what the one before it says.
  const again = readNext(lexicon, messages, query.text).follows === 'retry'
  const others = turn > 0 && !again ? users.slice(-1) : ['Thanks, that is all for today.']
  return [
    ...dropped,
    ...swapped,
    ...siblings,
    ...otherEnds(lexicon, trace.requests),
    ...otherDays(query, todayOf(messages)),
    ...others.map((text): QueryMutant => ({ operator: 'other-query', text })),
  ]
}

/** The text with the day after in place of a day that is said by where it lies from today. */
function otherDays({ text, mentions }: HardQuery, today: string | undefined): QueryMutant[] {
  if (today === undefined || mentions.every(({ form }) => form !== 'relative-date')) return []
  return onTheDayAfter(text, today).map((other): QueryMutant => ({ operator: 'other-day', text: other }))
}

/** The wishes in plain words, with "the most" for "the least" and the other way round. */
function otherEnds(lexicon: Lexicon, requests: readonly Request[]): QueryMutant[] {
  const flipped = requests.map(({ arguments: args, ...request }): Request => ({
    ...request,
    arguments: Object.fromEntries(Object.entries(args).map(([name, reference]) => [name, atOtherEnd(reference)])),
  }))
  if (sameJson(flipped as unknown as Json, requests as unknown as Json)) return []
  const wording = realise(lexicon, flipped, { voice: { register: 'plain' } }, createRng('other-end'))
  return wording ? [{ operator: 'other-end', text: wording.text }] : []
}

function atOtherEnd(reference: Reference): Reference {
  const extreme = extremeIn(reference)
  return extreme ? { by: 'earlier', which: { ...extreme, end: extreme.end === 'most' ? 'least' : 'most' } } : reference
}

const plain = new WeakMap<Lexicon, Lexicon['asks']>()

/** Verb phrases that say no value. */
function plainAsks(lexicon: Lexicon): Lexicon['asks'] {
  const asks =
    plain.get(lexicon) ?? lexicon.asks.filter(({ variant, sentence }) => variant.slots.length === 0 && !sentence)
  plain.set(lexicon, asks)
  return asks
}

/** The text with the words of two mentions of different values in like places exchanged. */
function swaps({ text, mentions }: HardQuery): string[] {
  return mentions.flatMap((a, i) =>
    mentions.slice(i + 1).flatMap((b) => {
      if (
        a.form !== 'literal' ||
        b.form !== 'literal' ||
        typeof a.value !== typeof b.value ||
        sameJson(a.value, b.value)
      )
        return []
      const [first, second] = a.span[0] < b.span[0] ? [a, b] : [b, a]
      const words = (span: readonly [number, number]): string => text.slice(span[0], span[1])
      return [
        `${text.slice(0, first.span[0])}${words(second.span)}${text.slice(first.span[1], second.span[0])}${words(first.span)}${text.slice(second.span[1])}`,
      ]
    }),
  )
}

/**
 * Does the mutant, acted on blindly, still reach the outcome of the trace? Then it has survived, unless the exchanged values
 * are proved to commute: the goal calls got the same values in another order and answered the same.
 */
export function judge(context: ActingTurn, mutant: QueryMutant): 'killed' | 'survived' | 'commutes' {
  const { start, messages, trace } = context
  const run = actOn(context, start, messages, mutant.text)
  if (!run.done || !reaches(goldOf(start, trace), run.world, run.calls, run.results)) return 'killed'
  // Where something hangs on what turned out otherwise, words that leave it out do no harm here; they do in the other world.
  const other = otherBranchOf(context)
  const there = other && actOn(context, other.world, messages, mutant.text)
  if (there && !(there.done && reaches(other.gold, there.world, there.calls, there.results))) return 'killed'
  const goals = trace.goal.calls.map((goal) => trace.calls[goal] as TracedCall)
  return mutant.operator === 'swap-values' &&
    goals.every((goal) => isRepeated(goal, run) || commutes(goal, run)) &&
    goals.some((goal) => commutes(goal, run))
    ? 'commutes'
    : 'survived'
}

function isRepeated({ call }: TracedCall, run: BlindRun): boolean {
  return run.calls.some((made) => made.name === call.name && sameJson(untag(made.arguments), untag(call.arguments)))
}

function commutes({ call, result }: TracedCall, run: BlindRun): boolean {
  const values = ({ arguments: args }: ToolCall): string =>
    canonicalJson(
      Object.values(untag(args) as JsonObject)
        .map((value) => canonicalJson(value))
        .toSorted(),
    )
  return run.calls.some(
    (made, i) =>
      made.name === call.name &&
      !sameJson(untag(made.arguments), untag(call.arguments)) &&
      values(made) === values(call) &&
      sameJson(run.results[i]?.value, result.value),
  )
}
