import type { CritiquingAgent, ReasoningAgent } from '../../agents/index.js'
import type { ToolCall } from '../../core/tool.js'
import type { Attempt, Step } from '../../core/trajectory.js'
import { type BlindCount, carriedOut } from '../../verifiers/index.js'
import { attemptTurn, type Tried } from './attempt.js'
import { blindTryOf, tryBlindly } from './blind.js'
import { critiqueAttempt } from './critique.js'
import type { RefineInput } from './refine-input.js'

export interface Refined {
  /** Failed attempts, in order. */
  readonly attempts: readonly Attempt[]
  /** The first attempt that passed; absent when none did. */
  readonly accepted?: readonly Step[]
  /** The calls of each blind try. */
  readonly blind?: readonly (readonly ToolCall[])[]
  /** What each of them said, where nothing is to be carried out. */
  readonly blindAnswers?: readonly string[]
  /** Blind tries did not agree on what the user's words mean. */
  readonly unclear?: BlindCount
  /** Hints that gave something away and were not used. */
  readonly refusedHints: number
  /** What every try came to: `passed`, or the first thing wrong with it. */
  readonly tries: readonly { readonly attempt: number; readonly outcome: string }[]
}

/** Phase III: reason, validate by outcome, critique, again; at most Kmax critiques. Only passing attempts become data. */
export async function refine(
  { reasoning, critiquing }: { readonly reasoning: ReasoningAgent; readonly critiquing: CritiquingAgent },
  input: RefineInput,
): Promise<Refined> {
  const blind = input.blind === true ? await tryBlindly(reasoning, input) : undefined
  const attempts: Attempt[] = []
  const hints: string[] = []
  let refusedHints = 0
  const isFirst = blind && !input.unhindered
  let tried: readonly Tried[] = isFirst
    ? blind.tries
    : blind?.clear === false
      ? []
      : [await attemptTurn(reasoning, input, { attempt: 0, trial: 0, hints })]
  const tries = tried.map((one) => ({ attempt: 0, outcome: outcomeOf(one) }))
  const refined = (more: Pick<Refined, 'accepted' | 'unclear'>): Refined => ({
    attempts: attempts.filter(isPrintable),
    ...more,
    ...(blind ? evidenceOf(input, blind.tries) : {}),
    refusedHints,
    tries,
  })
  if (blind && !blind.clear) return refined({ unclear: blind.count })
  for (let attempt = 0; ; attempt++) {
    const accepted = tried.findIndex(({ verdict }) => verdict.pass)
    const hint = hints.at(-1)
    // Where no blind try passes, the first of them is attempt 0; where one does, those before it have failed.
    for (const { steps, verdict } of tried.slice(0, accepted < 0 ? 1 : accepted))
      attempts.push({ steps, verdict, ...(hint === undefined ? {} : { hint }) })
    if (accepted >= 0) return refined({ accepted: markErring(input, (tried[accepted] as Tried).steps) })
    if (attempt === input.kmax) return refined({})
    const critique = await critiqueAttempt(critiquing, input, tried[0] as Tried, attempt)
    refusedHints += critique.refused
    hints.push(critique.text)
    const next = await attemptTurn(reasoning, input, { attempt: attempt + 1, trial: 0, hints })
    tried = [next]
    tries.push({ attempt: attempt + 1, outcome: outcomeOf(next) })
  }
}

/** What is kept of blind tries: their calls, and what they said where that is what they came to. */
function evidenceOf({ expecting }: RefineInput, tries: readonly Tried[]): Pick<Refined, 'blind' | 'blindAnswers'> {
  const kept = tries.map(blindTryOf)
  const blind = kept.map(({ calls }) => calls)
  return expecting && !carriedOut(expecting.task.expected)
    ? { blind, blindAnswers: kept.map(({ answer }) => answer) }
    : { blind }
}

function outcomeOf({ verdict }: Tried): string {
  return verdict.pass ? 'passed' : (verdict.reasons[0]?.kind ?? 'failed')
}

/** Steps that erred on the way to what was to be carried out stay in the conversation but are not to be learned. */
function markErring({ expecting }: RefineInput, steps: readonly Step[]): readonly Step[] {
  if (expecting?.task.expected.kind !== 'act') return steps
  return steps.map((step) => (step.results.some(({ error }) => error) ? { ...step, train: false as const } : step))
}

/** No text with a special token of a chat template gets into a row, not even as a failed attempt. */
function isPrintable({ verdict }: Attempt): boolean {
  return !verdict.reasons.some(({ kind }) => kind === 'special-token')
}
