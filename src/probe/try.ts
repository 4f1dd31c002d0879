import { chatMessages, chatTools } from '../agents/index.js'
import type { Message } from '../core/message.js'
import type { ChatAnswer, ChatMessage, ChatModel } from '../model/index.js'
import { Session, type Task } from '../server/index.js'
import { parseArguments } from '../text/index.js'

/** One try of a model at a task, as it is kept. */
export interface Tried {
  readonly schema: 1
  readonly task: string
  /** Which try at it, from 0. */
  readonly attempt: number
  readonly passed: boolean
  /** What was wrong, in the words of `turnsmith verify`; and `unreadable`, `cut`, `refused` for answers that came to nothing. */
  readonly reasons: readonly string[]
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
}

/** How a model is asked. */
export interface Sampling {
  readonly temperature: number
  /** Tokens that an answer may have. */
  readonly maxTokens: number
  readonly signal?: AbortSignal
}

/** Plays the task with the model as a trainer would: the row's own prompt and tools, and no word of ours. */
export async function tryTask(task: Task, attempt: number, model: ChatModel, sampling: Sampling): Promise<Tried> {
  const session = new Session(`${task.id} ${attempt}`, task)
  const messages: ChatMessage[] = [...systemOf(task.messages), ...chatMessages(task.messages)]
  const tools = chatTools(task.tools.map((tool) => tool.function))
  const tokens = { tokensIn: 0, tokensOut: 0 }
  const ended = (reasons: readonly string[]): Tried => ({
    schema: 1,
    task: task.id,
    attempt,
    passed: reasons.length === 0,
    reasons: [...new Set(reasons)],
    calls: session.calls,
    ...tokens,
  })
  while (!session.outcome) {
    const answer = await model.answer({ messages, tools, ...sampling })
    tokens.tokensIn += answer.usage.tokensIn
    tokens.tokensOut += answer.usage.tokensOut
    const lost = lostBy(answer)
    if (lost !== undefined) return ended([lost])
    messages.push(answer.message, ...carriedOut(answer, session))
  }
  return ended(session.outcome.reasons.map(({ kind }) => kind))
}

function systemOf([first]: readonly Message[]): ChatMessage[] {
  return first?.role === 'system' ? [{ role: 'system', content: first.content }] : []
}

/** Why nothing can be made of an answer. */
function lostBy({ message, cut, unreadable }: ChatAnswer): 'unreadable' | 'cut' | undefined {
  if (cut) return 'cut'
  const isBroken = message.toolCalls.some((call) => parseArguments(call.arguments) === undefined)
  return unreadable !== undefined || isBroken ? 'unreadable' : undefined
}

/** Makes the calls of an answer, as far as the session goes; an answer without any ends it. */
function carriedOut({ message }: ChatAnswer, session: Session): ChatMessage[] {
  if (message.toolCalls.length === 0) session.answer(message.content)
  return message.toolCalls.flatMap(({ id, name, arguments: json }): ChatMessage[] => {
    if (session.outcome) return []
    const { text } = session.call(name, parseArguments(json) ?? {})
    return [{ role: 'tool', callId: id, toolName: name, content: text }]
  })
}
