import type { Json } from '../core/json.js'
import type { Message } from '../core/message.js'
import type { PairExporter } from './pair-exporter.js'

/**
 * Step-level pairs as LLaMA-Factory reads them with `formatting: sharegpt` and `ranking: true` (formats 1.2): turns alternate,
 * results of one step are joined, a thought stands before the calls, and tools are a JSON text.
 */
export const lfDpo: PairExporter = {
  name: 'lf-dpo',
  description: 'Preference pairs for LLaMA-Factory (dataset_info: formatting sharegpt, ranking true).',
  fileName: 'lf-dpo.jsonl',
  lost: { call_ids: 'the format tells results apart by their order alone' },
  records: ({ messages, tools }, { chosen, rejected, context }) => [
    {
      conversations: turnsOf(messages.slice(0, context)),
      chosen: turnOf(chosen),
      rejected: turnOf(rejected),
      system: messages[0]?.role === 'system' ? messages[0].content : '',
      tools: JSON.stringify(tools.map(({ function: spec }) => spec)),
    },
  ],
}

interface LfTurn {
  readonly [key: string]: string
  readonly from: 'human' | 'observation' | 'function_call' | 'gpt'
  readonly value: string
}

const BETWEEN_RESULTS = '\n</tool_response>\n<tool_response>\n'

function turnsOf(messages: readonly Message[]): LfTurn[] {
  const turns: LfTurn[] = []
  for (const message of messages) {
    if (message.role === 'system') continue
    const turn = turnOf(message)
    const last = turns.at(-1)
    if (last?.from === 'observation' && turn.from === 'observation')
      turns[turns.length - 1] = { from: 'observation', value: `${last.value}${BETWEEN_RESULTS}${turn.value}` }
    else turns.push(turn)
  }
  return turns
}

function turnOf(message: Message): LfTurn {
  if (message.role === 'tool') return { from: 'observation', value: message.content }
  if (message.role !== 'assistant') return { from: 'human', value: message.content }
  const { content, reasoning_content: thought = '', tool_calls: calls = [] } = message
  const before = thought === '' ? '' : `<think>\n${thought}\n</think>\n\n`
  if (calls.length === 0) return { from: 'gpt', value: `${before}${content}` }
  const made: Json[] = calls.map(({ function: { name, arguments: args } }) => ({ name, arguments: args }))
  const text = JSON.stringify(made.length === 1 ? made[0] : made)
  return {
    from: 'function_call',
    value: content === '' ? `${before}${text}` : `${before}${content}<tool_call>${text}</tool_call>`,
  }
}
