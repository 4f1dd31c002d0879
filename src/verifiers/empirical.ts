import { untag } from '../core/number.js'
import type { ToolCall } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Discrepancy } from '../core/verdict.js'
import { checkArguments, type World } from '../environment/index.js'
import { unsaid } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { goldOf, reaches } from './outcome.js'
import { usersOf } from './reading.js'
import { wholeWish } from './said.js'

/** Blind tries at a model's words, at most, and how many must come to the outcome of the trace. */
export const BLIND_TRIES = 4
const ENOUGH = 2

/** What blind tries came to. */
export interface BlindCount {
  readonly tried: number
  readonly reached: number
  /** How often the commonest other end was reached. */
  readonly otherwise: number
}

/** Carries the calls of each try out again, and counts where they end. */
export function countBlind(start: World, trace: Trace, tries: readonly (readonly ToolCall[])[]): BlindCount {
  const gold = goldOf(start, trace)
  const others = new Map<string, number>()
  let reached = 0
  for (const calls of tries) {
    const world = start.fork()
    const made = calls.filter((call) => isAccepted(world, call))
    const results = made.map((call) => world.call(call))
    if (reaches(gold, world, made, results)) reached += 1
    else others.set(world.digest(), (others.get(world.digest()) ?? 0) + 1)
  }
  return { tried: tries.length, reached, otherwise: Math.max(0, ...others.values()) }
}

/** Two tries agree on the outcome, and no two on another; three that agree need no fourth. */
export function isClear({ tried, reached, otherwise }: BlindCount): boolean {
  return reached >= ENOUGH && otherwise < ENOUGH && (tried === BLIND_TRIES || reached === BLIND_TRIES - 1)
}

/** Parameters whose values only the user can say, and which a model's words do not. */
export function unsaidIn({ lexicon, messages, trace, query }: ActingTurn): string[] {
  return unsaid(lexicon, trace.requests, wholeWish(query, usersOf(messages))).map((input) =>
    input.slice(input.indexOf('/') + 1),
  )
}

/** A model's words say every value that only the user can say, and blind tries agree on what they mean. */
export function verifyEmpirically(context: ActingTurn): Discrepancy[] {
  const { turn, start, trace, query, blind = [] } = context
  if (unsaidIn(context).length > 0) return [{ kind: 'incomplete-query', turn, text: query.text }]
  const count = countBlind(start, trace, blind)
  return isClear(count) ? [] : [{ kind: 'unclear-query', turn, ...count }]
}

function isAccepted(world: World, { name, arguments: args }: ToolCall): boolean {
  const spec = world.tools.find((tool) => tool.name === name)
  return spec !== undefined && checkArguments(spec.parameters, untag(args)).length === 0
}
