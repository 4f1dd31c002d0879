import type { ReasoningAgent } from '../../agents/index.js'
import { BLIND_TRIES, type BlindCount, type BlindTry, countBlind, countTries, isClear } from '../../verifiers/index.js'
import { attemptTurn, type Tried } from './attempt.js'
import type { RefineInput } from './refine-input.js'

/** Tries that had nothing but the user's words. */
export interface BlindTries {
  readonly tries: readonly Tried[]
  readonly count: BlindCount
  readonly clear: boolean
}

/**
 * What a model's words lead to when nothing else is known: all tries but the last at once, the last only where it decides.
 * The first of them is attempt 0, unless they had something in the way that was taken out of theirs.
 */
export async function tryBlindly(reasoning: ReasoningAgent, input: RefineInput): Promise<BlindTries> {
  const open = withoutHindrance(input)
  const first = open === input ? 0 : 1
  const start = (trial: number): Promise<Tried> =>
    attemptTurn(reasoning, open, { attempt: 0, trial: first + trial, hints: [] })
  const expected = input.expecting?.task.expected
  const tries = await all(Array.from({ length: BLIND_TRIES - 1 }, (_, trial) => start(trial)))
  const sofar = countOf(input, tries)
  if (isClear(sofar, expected) || !isClear(oneMore(sofar), expected))
    return { tries, count: sofar, clear: isClear(sofar, expected) }
  tries.push(await start(BLIND_TRIES - 1))
  const count = countOf(input, tries)
  return { tries, count, clear: isClear(count, expected) }
}

function withoutHindrance(input: RefineInput): RefineInput {
  const { unhindered, expecting } = input
  if (!unhindered || !expecting) return input
  return { ...input, messages: unhindered.messages, expecting: { ...expecting, tools: unhindered.tools } }
}

function countOf({ start, trace, expecting, messages, turn }: RefineInput, tried: readonly Tried[]): BlindCount {
  const tries = tried.map(blindTryOf)
  if (expecting) {
    const { task, query, semantics } = expecting
    return countTries({ ...semantics, turn, start, messages: messages.slice(0, -1), query, task, steps: [] }, tries)
  }
  if (!trace) throw new Error('refine: a turn without a trace must say what it expects.')
  return countBlind(
    start,
    trace,
    tries.map(({ calls }) => calls),
  )
}

/** A try as it is kept: what it called, and what it said at its end. */
export function blindTryOf({ steps }: Tried): Required<BlindTry> {
  return { calls: steps.flatMap(({ calls }) => calls), answer: steps.at(-1)?.content ?? '' }
}

/** One more try that reaches the outcome. */
function oneMore({ tried, reached, otherwise }: BlindCount): BlindCount {
  return { tried: tried + 1, reached: reached + 1, otherwise }
}

/** Waits for all of them even where one fails, so that none goes on behind the back of its turn. */
async function all(tries: readonly Promise<Tried>[]): Promise<Tried[]> {
  await Promise.allSettled(tries)
  return await Promise.all(tries)
}
