import type { Json } from '../core/json.js'
import type { Message } from '../core/message.js'

/** A turn as LLaMA-Factory reads it with `formatting: sharegpt` (formats 1.2). */
export interface LfTurn {
  readonly [key: string]: string
  readonly from: 'human' | 'observation' | 'function_call' | 'gpt'
  readonly value: string
}

const BETWEEN_RESULTS = '\n</tool_response>\n<tool_response>\n'

/** Messages as turns that alternate: results of one step are joined, and the system prompt has a column of its own. */
export function lfTurns(messages: readonly Message[]): LfTurn[] {
  const turns: LfTurn[] = []
  for (const message of messages) {
    if (message.role === 'system') continue
    const turn = lfTurn(message)
    const last = turns.at(-1)
    if (last?.from === 'observation' && turn.from === 'observation')
      turns[turns.length - 1] = { from: 'observation', value: `${last.value}${BETWEEN_RESULTS}${turn.value}` }
    else turns.push(turn)
  }
  return turns
}

/** One message: a thought stands before the calls. */
export function lfTurn(message: Message): LfTurn {
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

/** The system prompt of a conversation; empty where there is none. */
export function systemOf([first]: readonly Message[]): string {
  return first?.role === 'system' ? first.content : ''
}

/** An entry of `dataset_info.json`: every tag has to be named, since those that are not are unset (formats 1.1). */
export function datasetInfo(name: string, fileName: string, ranking: boolean): { readonly [name: string]: Json } {
  return {
    [name]: {
      file_name: fileName,
      formatting: 'sharegpt',
      ...(ranking ? { ranking } : {}),
      columns: {
        messages: 'conversations',
        ...(ranking ? { chosen: 'chosen', rejected: 'rejected' } : {}),
        system: 'system',
        tools: 'tools',
      },
      tags: {
        role_tag: 'from',
        content_tag: 'value',
        user_tag: 'human',
        assistant_tag: 'gpt',
        observation_tag: 'observation',
        function_tag: 'function_call',
        system_tag: 'system',
      },
    },
  }
}
