import type { CritiquingAgent, ReasoningAgent } from '../../agents/index.js'
import type { ToolCall } from '../../core/tool.js'
import type { Attempt, Step } from '../../core/trajectory.js'
import type { BlindCount } from '../../verifiers/index.js'
import { attemptTurn, type Tried } from './attempt.js'
import { type BlindTries, tryBlindly } from './blind.js'
import { critiqueAttempt } from './critique.js'
import type { RefineInput } from './refine-input.js'

export interface Refined {
  /** Failed attempts, in order. */
  readonly attempts: readonly Attempt[]
  /** The first attempt that passed; absent when none did. */
  readonly accepted?: readonly Step[]
  /** The calls of each blind try. */
  readonly blind?: readonly (readonly ToolCall[])[]
  /** Blind tries did not agree on what the user's words mean. */
  readonly unclear?: BlindCount
  /** Hints that gave something away and were not used. */
  readonly refusedHints: number
}

/** Phase III: reason, validate by outcome, critique, again; at most Kmax critiques. Only passing attempts become data. */
export async function refine(
  { reasoning, critiquing }: { readonly reasoning: ReasoningAgent; readonly critiquing: CritiquingAgent },
  input: RefineInput,
): Promise<Refined> {
  const blind = input.blind === true ? await tryBlindly(reasoning, input) : undefined
  const known = blind ? { blind: blind.tries.map(({ steps }) => steps.flatMap(({ calls }) => calls)) } : {}
  const first = blind ? firstOf(blind) : [await attemptTurn(reasoning, input, { attempt: 0, trial: 0, hints: [] })]
  const attempts: Attempt[] = []
  const hints: string[] = []
  let refusedHints = 0
  if (blind && !blind.clear) return { attempts: first.filter(isFailed), ...known, unclear: blind.count, refusedHints }
  for (let [attempt, tries] = [0, first]; ; attempt++) {
    const hint = hints.at(-1)
    for (const { steps, verdict } of tries) {
      if (verdict.pass) return { attempts: attempts.filter(isPrintable), accepted: steps, ...known, refusedHints }
      attempts.push({ steps, verdict, ...(hint === undefined ? {} : { hint }) })
    }
    if (attempt === input.kmax) return { attempts: attempts.filter(isPrintable), ...known, refusedHints }
    const critique = await critiqueAttempt(critiquing, input, tries[0] as Tried, attempt)
    refusedHints += critique.refused
    hints.push(critique.text)
    tries = [await attemptTurn(reasoning, input, { attempt: attempt + 1, trial: 0, hints })]
  }
}

/** Attempt 0 of blind tries: those up to the first that passes; where none does, the first of them. */
function firstOf({ tries }: BlindTries): readonly Tried[] {
  const passed = tries.findIndex(({ verdict }) => verdict.pass)
  return tries.slice(0, Math.max(0, passed) + 1)
}

function isFailed({ verdict }: Tried): boolean {
  return !verdict.pass
}

/** No text with a special token of a chat template gets into a row, not even as a failed attempt. */
function isPrintable({ verdict }: Attempt): boolean {
  return !verdict.reasons.some(({ kind }) => kind === 'special-token')
}
