import type { ChatAnswer, ChatMessage } from '../../model/index.js'
import { parseArguments } from '../../text/index.js'
import { type Ask } from '../ask.js'
import { chatTools } from '../conversation.js'
import type { ReasonedStep, ReasoningAgent, ReasoningInput } from './agent.js'
import { reasoningMessages } from './prompt.js'

/** Requests for one step: the first, and two after answers that cannot be read. */
const TRIES = 3

/** A reasoning agent played by a model: one step per request, calls as the model makes them. */
export function modelReasoning(ask: Ask): ReasoningAgent {
  const made = new Map<string, number>()
  return {
    async step(input) {
      const [role, attempt] = input.trial ? ['blind', input.trial] : ['reasoning', input.attempt]
      const place = `${role} ${attempt}`
      const request = { messages: reasoningMessages(input), tools: chatTools(input.tools) }
      let messages: readonly ChatMessage[] = request.messages
      let unread: Unread = { wrong: '', step: { content: '', calls: [] } }
      for (let tries = 0; tries < TRIES; tries++) {
        const step = made.get(place) ?? 0
        made.set(place, step + 1)
        const answer = await ask({ role, attempt, step, request: { ...request, messages } })
        const read = readStep(answer, input)
        if (!('wrong' in read)) return read
        unread = read
        messages = [...request.messages, ...objecting(answer, read.wrong)]
      }
      return unread.step
    },
  }
}

interface Unread {
  readonly wrong: string
  /** What can be made of it all the same, for the record of failed attempts. */
  readonly step: ReasonedStep
}

function readStep({ message, cut, unreadable }: ChatAnswer, { tools }: ReasoningInput): ReasonedStep | Unread {
  const { reasoning, content } = message
  const said = { ...(reasoning ? { reasoning: reasoning.trim() } : {}), content: content.trim() }
  const step = { ...said, calls: [] }
  if (unreadable !== undefined) return { wrong: unreadable, step: { content: '', calls: [] } }
  if (cut) return { wrong: 'the answer was cut off because it is too long', step: { content: '', calls: [] } }
  if (message.toolCalls.length === 0) return said.content === '' ? { wrong: 'the answer is empty', step } : step
  const calls = message.toolCalls.map((call) => ({ name: call.name, arguments: parseArguments(call.arguments) }))
  const bad = calls.find((call) => call.arguments === undefined)
  if (bad) return { wrong: `the arguments of ${bad.name} are no JSON object`, step }
  const unknown = calls.find(({ name }) => !tools.some((tool) => tool.name === name))
  const read = { ...said, calls: calls.map(({ name, arguments: args = {} }) => ({ name, arguments: args })) }
  return unknown ? { wrong: `there is no tool '${unknown.name}'`, step: read } : read
}

/** The answer in words, since a call that cannot be read cannot be sent back as one. */
function objecting({ message }: ChatAnswer, wrong: string): ChatMessage[] {
  return [
    { role: 'assistant', content: message.content.slice(0, 2000) || '(a call)', toolCalls: [] },
    { role: 'user', content: `That step cannot be used: ${wrong}. Take it again.` },
  ]
}
