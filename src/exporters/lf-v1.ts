import type { Json, JsonObject } from '../core/json.js'
import type { Message } from '../core/message.js'
import type { Exporter } from './exporter.js'
import { offersOf } from './offers.js'

/** Whole conversations as the v1 engine of LLaMA-Factory reads them (formats 1.6): each message says whether it is learned. */
export const lfV1: Exporter = {
  name: 'lf-v1',
  description:
    'Whole conversations for the v1 engine of LLaMA-Factory (USE_V1=1), with a loss weight on every message.',
  fileName: 'lf-v1.jsonl',
  lost: { call_ids: 'the format tells results apart by their order alone' },
  rows: (trajectory) =>
    offersOf(trajectory).map(({ messages, tools }) => ({
      messages: messages.map(({ message, learned }) => ({
        role: message.role,
        content: blocksOf(message),
        loss_weight: message.role === 'assistant' && learned ? 1 : 0,
      })),
      tools: JSON.stringify(tools),
    })),
}

function blocksOf(message: Message): Json[] {
  const text = message.content === '' ? [] : [block('text', message.content)]
  if (message.role !== 'assistant') return text
  const { reasoning_content: thought = '', tool_calls: calls = [] } = message
  return [
    ...(thought === '' ? [] : [block('reasoning', thought)]),
    ...text,
    ...calls.map(({ function: { name, arguments: args } }) =>
      block('tool_call', JSON.stringify({ name, arguments: args })),
    ),
  ]
}

function block(type: 'text' | 'reasoning' | 'tool_call', value: string): JsonObject {
  return { type, value }
}
