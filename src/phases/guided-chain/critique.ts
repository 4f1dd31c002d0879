import { AgentFailure, type CritiqueInput, type CritiquingAgent, proceduralCritiquing } from '../../agents/index.js'
import { messagesOfStep } from '../../core/trajectory.js'
import { leaksOfHint } from '../../verifiers/index.js'
import { specialTokenIn } from '../../core/special-tokens.js'
import type { Tried } from './attempt.js'
import type { RefineInput } from './refine-input.js'

/** Hints that are asked for before one is made without a model. */
const TRIES = 2

/** A hint for the next attempt, and how many before it gave something away. */
export interface Hint {
  readonly text: string
  readonly refused: number
}

/** Asks for a hint until one gives nothing away; after that the procedural critic speaks, which knows nothing to give away. */
export async function critiqueAttempt(
  critiquing: CritiquingAgent,
  input: RefineInput,
  { steps, verdict }: Tried,
  attempt: number,
): Promise<Hint> {
  const made = steps.flatMap(messagesOfStep)
  const messages = [...input.messages.slice(-1), ...made]
  const visible = [...input.messages, ...made].map(({ content }) => content).join('\n')
  const asked: CritiqueInput = { reasons: verdict.reasons, messages, attempt }
  for (let refused = 0; refused < TRIES; refused++) {
    const text = await hintOf(critiquing, { ...asked, ...(refused === 0 ? {} : { refused }) })
    if (text === undefined || specialTokenIn(text) !== undefined) continue
    const leaks = input.trace ? leaksOfHint(text, input.trace, input.start, visible) : []
    if (leaks.length === 0) return { text, refused }
  }
  return { text: await proceduralCritiquing().critique(asked), refused: TRIES }
}

/** Undefined where a model's answer is no hint at all. */
async function hintOf(critiquing: CritiquingAgent, input: CritiqueInput): Promise<string | undefined> {
  try {
    return await critiquing.critique(input)
  } catch (error) {
    if (error instanceof AgentFailure) return undefined
    throw error
  }
}
