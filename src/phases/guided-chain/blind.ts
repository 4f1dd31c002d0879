import type { ReasoningAgent } from '../../agents/index.js'
import { BLIND_TRIES, type BlindCount, countBlind, isClear } from '../../verifiers/index.js'
import type { Trace } from '../../core/trace.js'
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
 * The first of them is attempt 0.
 */
export async function tryBlindly(reasoning: ReasoningAgent, input: RefineInput, trace: Trace): Promise<BlindTries> {
  const start = (trial: number): Promise<Tried> => attemptTurn(reasoning, input, { attempt: 0, trial, hints: [] })
  const count = (tries: readonly Tried[]): BlindCount =>
    countBlind(
      input.start,
      trace,
      tries.map(({ steps }) => steps.flatMap(({ calls }) => calls)),
    )
  const first = await all(Array.from({ length: BLIND_TRIES - 1 }, (_, trial) => start(trial)))
  const sofar = count(first)
  if (isClear(sofar) || !mayBecomeClear(sofar)) return { tries: first, count: sofar, clear: isClear(sofar) }
  const tries = [...first, await start(BLIND_TRIES - 1)]
  return { tries, count: count(tries), clear: isClear(count(tries)) }
}

/** One more try that reaches the outcome would settle it. */
function mayBecomeClear({ tried, reached, otherwise }: BlindCount): boolean {
  return isClear({ tried: tried + 1, reached: reached + 1, otherwise })
}

/** Waits for all of them even where one fails, so that none goes on behind the back of its turn. */
async function all(tries: readonly Promise<Tried>[]): Promise<Tried[]> {
  await Promise.allSettled(tries)
  return await Promise.all(tries)
}
