import { UnreadableCallError } from '../text/index.js'
import { CALL_STYLES, type CallStyle, type CallStyleName } from './call-style.js'
import type { AssistantMessage, ChatAnswer, ChatMessage, ChatModel, ChatRequest } from './chat-model.js'

/**
 * A model whose calls and thoughts come out of its text where the server leaves them there. `native`: tools are offered to
 * the server, and Hermes or XML calls that it passes through unparsed are read all the same. Any other style: tools are
 * described in the prompt, and calls and results travel as text.
 */
export function readingCalls(model: ChatModel, style: 'native' | CallStyleName): ChatModel {
  const written = style === 'native' ? undefined : CALL_STYLES[style]
  return {
    name: model.name,
    async answer(request) {
      const answer = await model.answer(written ? asText(request, written) : request)
      return withCalls(withThoughts(answer), request, written)
    },
  }
}

/** Takes a block of visible reasoning out of the text. */
function withThoughts(answer: ChatAnswer): ChatAnswer {
  const { content, reasoning } = answer.message
  const match = /^\s*(?:<think>)?([\s\S]*?)<\/think>([\s\S]*)$/.exec(content)
  if (!match) return answer
  const thoughts = [reasoning, match[1]?.trim()].filter((text) => text).join('\n')
  const message = { ...answer.message, content: (match[2] ?? '').trim() }
  return { ...answer, message: thoughts === '' ? message : { ...message, reasoning: thoughts } }
}

function withCalls(answer: ChatAnswer, { tools = [] }: ChatRequest, written: CallStyle | undefined): ChatAnswer {
  const { content, toolCalls } = answer.message
  const style = written ?? passedThrough(content)
  if (tools.length === 0 || toolCalls.length > 0 || !style) return answer
  const schemaOf = (name: string): (typeof tools)[number]['parameters'] | undefined =>
    tools.find((tool) => tool.name === name)?.parameters
  try {
    const { content: rest, calls } = style.parse(content, schemaOf)
    const read = calls.map((call, i) => ({ id: `text${i}`, ...call }))
    return { ...answer, message: { ...answer.message, content: rest, toolCalls: read } }
  } catch (error) {
    if (error instanceof UnreadableCallError) return { ...answer, unreadable: error.message }
    throw error
  }
}

function passedThrough(content: string): CallStyle | undefined {
  if (!content.includes('<tool_call>')) return undefined
  return /<tool_call>\s*<function=/.test(content) ? CALL_STYLES['qwen-xml'] : CALL_STYLES.hermes
}

/** The request without tools: they are described first, and what was called and came of it is told in words. */
function asText({ tools = [], messages, ...rest }: ChatRequest, style: CallStyle): ChatRequest {
  if (tools.length === 0) return { ...rest, messages: messages.flatMap((message) => told([message], style)) }
  const listed = tools.map((tool) => JSON.stringify({ type: 'function', function: tool })).join('\n')
  const described = `${style.instruction}\n\nThe tools, one a line:\n<tools>\n${listed}\n</tools>`
  const [first, ...others] = messages
  const opening: ChatMessage[] =
    first?.role === 'system'
      ? [{ role: 'system', content: `${first.content}\n\n${described}` }, ...told(others, style)]
      : [{ role: 'system', content: described }, ...told(messages, style)]
  return { ...rest, messages: opening }
}

/** Results of one step become one user message: most templates want the roles to take turns. */
function told(messages: readonly ChatMessage[], style: CallStyle): ChatMessage[] {
  const all: ChatMessage[] = []
  let results: string[] = []
  const flush = (): void => {
    if (results.length > 0) all.push({ role: 'user', content: results.join('\n') })
    results = []
  }
  for (const message of messages) {
    if (message.role === 'tool') results.push(style.result(message.toolName, message.content))
    else {
      flush()
      all.push(message.role === 'assistant' ? withoutCalls(message, style) : message)
    }
  }
  flush()
  return all
}

function withoutCalls({ content, toolCalls }: AssistantMessage, style: CallStyle): AssistantMessage {
  const parts = [content, toolCalls.length > 0 ? style.format(toolCalls) : ''].filter((part) => part !== '')
  return { role: 'assistant', content: parts.join('\n'), toolCalls: [] }
}
