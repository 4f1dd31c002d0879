import type { Json, JsonObject } from '../core/json.js'
import type { Message } from '../core/message.js'
import type { Exporter } from './exporter.js'
import { offersOf } from './offers.js'

/** Chat messages as the OpenAI API and its fine-tuning files take them: arguments as JSON text (formats 6.1). */
export const openai: Exporter = {
  name: 'openai',
  description: 'OpenAI chat messages with tools, one conversation per line (fine-tuning files, chat completions).',
  fileName: 'openai.jsonl',
  lost: { reasoning_content: 'the format has no field for a chain of thought' },
  rows: (trajectory) =>
    offersOf(trajectory).map(({ messages, tools }) => ({
      messages: messages.map(({ message, learned }) => weighed(wireMessage(message), message, learned)),
      tools: tools as unknown as Json,
      parallel_tool_calls: true,
    })),
}

/** `weight: 0` keeps an assistant message out of the loss. */
function weighed(wire: JsonObject, { role }: Message, learned: boolean): Json {
  return role === 'assistant' && !learned ? { ...wire, weight: 0 } : wire
}

function wireMessage(message: Message): JsonObject {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.tool_call_id, content: message.content }
  if (message.role !== 'assistant') return { ...message }
  if (!message.tool_calls) return { role: 'assistant', content: message.content }
  return {
    role: 'assistant',
    content: message.content,
    tool_calls: message.tool_calls.map(({ id, type, function: { name, arguments: args } }) => ({
      id,
      type,
      function: { name, arguments: JSON.stringify(args) },
    })),
  }
}
