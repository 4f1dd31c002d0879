import { untag } from '../core/number.js'
import type { Request } from '../core/reference.js'
import type { ToolCall } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Step } from '../core/trajectory.js'
import type { Expectation } from '../core/turn-task.js'
import type { Discrepancy } from '../core/verdict.js'
import { checkArguments, replay, type World } from '../environment/index.js'
import { unsaid } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { goldOf, reaches } from './gold.js'
import { usersOf } from './reading.js'
import { wholeWish } from './said.js'
import { type Task, validateTask } from './unfinished.js'

/** Blind tries at a model's words, at most. */
export const BLIND_TRIES = 4

/** How many of them must come to the outcome: one more where the state does not tell tries apart that came to something else. */
const ENOUGH = { carriedOut: 2, said: 3 } as const

/** What blind tries came to. */
export interface BlindCount {
  readonly tried: number
  readonly reached: number
  /** How often the commonest other end was reached. */
  readonly otherwise: number
}

/** Tries that had nothing but a model's words. */
export interface BlindTry {
  readonly calls: readonly ToolCall[]
  /** What it said at its end. */
  readonly answer?: string
}

/**
 * What the words ask to be carried out, be it that something stands in the way of it; nothing where what is said is the
 * outcome.
 */
export function carriedOut(expected: Expectation): Trace | undefined {
  return expected.kind === 'ask' || !('trace' in expected) ? undefined : expected.trace
}

/** Carries the calls of each try out again, and counts where they end. */
export function countBlind(start: World, trace: Trace, tries: readonly (readonly ToolCall[])[]): BlindCount {
  const gold = goldOf(start, trace)
  const others = new Map<string, number>()
  let reached = 0
  for (const calls of tries) {
    const world = start.fork()
    const made = acceptedBy(world, calls)
    if (reaches(gold, world, made, replay(world, made))) reached += 1
    else others.set(world.digest(), (others.get(world.digest()) ?? 0) + 1)
  }
  return { tried: tries.length, reached, otherwise: Math.max(0, ...others.values()) }
}

/** Counts the tries at a turn that came to what its words ask for: carried out, or said where nothing is to be carried out. */
export function countTries(task: Task, tries: readonly BlindTry[]): BlindCount {
  const trace = carriedOut(task.task.expected)
  if (trace)
    return countBlind(
      task.start,
      trace,
      tries.map(({ calls }) => calls),
    )
  const right = tries.filter((one) => validateTask({ ...task, steps: stepsOf(task.start, one) }).pass)
  return { tried: tries.length, reached: right.length, otherwise: 0 }
}

function stepsOf(start: World, { calls, answer = '' }: BlindTry): Step[] {
  const world = start.fork()
  const made = acceptedBy(world, calls)
  const end = { content: answer, calls: [], results: [] }
  return made.length === 0 ? [end] : [{ content: '', calls: made, results: replay(world, made) }, end]
}

/** Enough tries agree on the outcome, and no two on another; where all before the last agree it is not needed. */
export function isClear({ tried, reached, otherwise }: BlindCount, expected?: Expectation): boolean {
  const enough = expected && !carriedOut(expected) ? ENOUGH.said : ENOUGH.carriedOut
  return reached >= enough && otherwise < 2 && (tried === BLIND_TRIES || reached === BLIND_TRIES - 1)
}

/** Parameters of these wishes whose values only the user can say, and which a model's words do not. */
export function unsaidIn(
  { lexicon, messages, query }: Pick<ActingTurn, 'lexicon' | 'messages' | 'query'>,
  requests: readonly Request[],
): string[] {
  return unsaid(lexicon, requests, wholeWish(query, usersOf(messages))).map((input) =>
    input.slice(input.indexOf('/') + 1),
  )
}

/** A model's words say every value that only the user can say, and blind tries agree on what they mean. */
export function verifyEmpirically(context: ActingTurn): Discrepancy[] {
  const { turn, start, trace, query, blind = [] } = context
  if (unsaidIn(context, trace.requests).length > 0) return [{ kind: 'incomplete-query', turn, text: query.text }]
  const count = countBlind(start, trace, blind)
  return isClear(count) ? [] : [{ kind: 'unclear-query', turn, ...count }]
}

function acceptedBy({ tools }: World, calls: readonly ToolCall[]): ToolCall[] {
  return calls.filter(({ name, arguments: args }) => {
    const spec = tools.find((tool) => tool.name === name)
    return spec !== undefined && checkArguments(spec.parameters, untag(args)).length === 0
  })
}
