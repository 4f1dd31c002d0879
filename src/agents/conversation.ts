import type { Json, JsonSchema } from '../core/json.js'
import type { Message } from '../core/message.js'
import { withoutSpecialTokens } from '../core/special-tokens.js'
import type { ToolSpec } from '../core/tool.js'
import type { ChatMessage, ChatTool } from '../model/index.js'

/** A conversation as a model gets it, but for its system prompt; thoughts of earlier turns are left out. */
export function chatMessages(messages: readonly Message[]): ChatMessage[] {
  const current = messages.findLastIndex(({ role }) => role === 'user')
  return messages.flatMap((message, i): ChatMessage[] => {
    switch (message.role) {
      case 'system':
        return []
      case 'user':
        return [{ role: 'user', content: message.content }]
      case 'tool':
        return [
          {
            role: 'tool',
            callId: message.tool_call_id,
            toolName: message.name,
            content: withoutSpecialTokens(message.content),
          },
        ]
      case 'assistant':
        return [
          {
            role: 'assistant',
            content: message.content,
            ...(message.reasoning_content && i > current ? { reasoning: message.reasoning_content } : {}),
            toolCalls: (message.tool_calls ?? []).map(({ id, function: { name, arguments: args } }) => ({
              id,
              name,
              arguments: JSON.stringify(args),
            })),
          },
        ]
    }
  })
}

type Described = Pick<ToolSpec, 'name' | 'description' | 'parameters'>

const tools = new WeakMap<Described, ChatTool>()

/** Tools as a model gets them; whoever wrote a description, it cannot end the message it stands in. */
export function chatTools(specs: readonly Described[]): ChatTool[] {
  return specs.map((spec) => {
    const tool = tools.get(spec) ?? chatTool(spec)
    tools.set(spec, tool)
    return tool
  })
}

function chatTool({ name, description, parameters }: Described): ChatTool {
  return {
    name,
    description: withoutSpecialTokens(description),
    parameters: JSON.parse(withoutSpecialTokens(JSON.stringify(parameters))) as JsonSchema,
  }
}

/** Characters of a tool result that are shown to an agent that does not work with it. */
const RESULT = 400

/** What was said and done, for an agent that looks on: results cut short, no thoughts. */
export function excerpt(messages: readonly Message[]): Json {
  return messages.flatMap((message): Json[] => {
    switch (message.role) {
      case 'system':
        return []
      case 'user':
        return [{ user: message.content }]
      case 'tool':
        return [{ result: message.content.slice(0, RESULT), of: message.name }]
      case 'assistant': {
        const calls = message.tool_calls ?? []
        return [
          ...(message.content === '' ? [] : [{ assistant: message.content }]),
          ...calls.map(({ function: { name, arguments: args } }) => ({ call: name, arguments: args })),
        ]
      }
    }
  })
}
