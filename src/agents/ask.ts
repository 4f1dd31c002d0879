import type * as z from 'zod'
import { specialTokenIn } from '../core/special-tokens.js'
import { type ChatAnswer, type ChatMessage, type ChatRequest, readShaped, repairing, shapeOf } from '../model/index.js'

/** A request of a role, and which one it is of those that the role makes in its turn. */
export interface Question {
  readonly role: string
  readonly attempt: number
  readonly step: number
  readonly request: Pick<ChatRequest, 'messages' | 'tools' | 'shape'>
}

/** Asks the model that plays a role; what is sent with every request (temperature, limits, seed) is whoever answers' business. */
export type Ask = (question: Question) => Promise<ChatAnswer>

/** Why nothing came of asking a model; data for the run, like any other rejection. */
export type AgentFailureCause = 'off-schema' | 'wrong-abstraction' | 'special-token'

/** A model answered, and nothing can be made of its answers. */
export class AgentFailure extends Error {
  override readonly name = 'AgentFailure'
  readonly failure: AgentFailureCause

  constructor(failure: AgentFailureCause, message: string) {
    super(message)
    this.failure = failure
  }
}

/** What is asked for, in the shape of a schema. */
export interface ShapedQuestion<T> {
  readonly role: string
  readonly attempt: number
  /** Requests that the role has made at this attempt before. */
  readonly step: number
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly messages: readonly ChatMessage[]
}

/** Requests that one shaped question may take: the question, and one repair. */
export const SHAPED_STEPS = 2

/** Asks for a value of a shape; an answer that is none is sent back once. Throws `AgentFailure`. */
export async function askShaped<T>(
  ask: Ask,
  { role, attempt, step, name, schema, messages }: ShapedQuestion<T>,
): Promise<T> {
  const shape = shapeOf(name, schema)
  let asked = messages
  let wrong = ''
  for (let tries = 0; tries < SHAPED_STEPS; tries++) {
    const answer = await ask({ role, attempt, step: step + tries, request: { messages: asked, shape } })
    const read = readShaped(schema, answer)
    if ('value' in read) {
      refuseSpecialTokens(JSON.stringify(read.value))
      return read.value
    }
    wrong = read.wrong
    asked = repairing(messages, answer, wrong)
  }
  throw new AgentFailure('off-schema', wrong)
}

/** Throws `AgentFailure` where a text holds what only a chat template may write. */
function refuseSpecialTokens(text: string): void {
  const token = specialTokenIn(text)
  if (token !== undefined) throw new AgentFailure('special-token', token)
}
