import { isObject, type Json } from '../core/json.js'
import type { Message } from '../core/message.js'
import type { ToolSpec } from '../core/tool.js'
import type { Visible, VisibleCall } from '../core/visible.js'
import { readBriefing } from './briefing.js'
import type { Lexicon } from './lexicon.js'

/** What an assistant has in front of it, read from the conversation alone. Turns are counted by user messages. */
export function visibleOf(lexicon: Lexicon, messages: readonly Message[], specs: readonly ToolSpec[]): Visible {
  const returns = new Map(specs.map((spec) => [spec.name, spec.returns]))
  const system = messages.find(({ role }) => role === 'system')
  const told = readBriefing(lexicon.environments, system?.content ?? '')
  const queries: string[] = []
  const calls: VisibleCall[] = []
  const pending = new Map<string, { name: string; arguments: { readonly [parameter: string]: Json } }>()
  let index = 0
  for (const message of messages) {
    if (message.role === 'user') {
      queries.push(message.content)
      index = 0
    } else if (message.role === 'assistant') {
      for (const call of message.tool_calls ?? []) pending.set(call.id, call.function)
    } else if (message.role === 'tool') {
      const call = pending.get(message.tool_call_id)
      if (!call) continue
      const value = parseResult(message.content, returns.get(call.name)?.['type'])
      const error = looksFailed(value) ? { error: { code: 'seen', transient: false } } : {}
      calls.push({
        turn: queries.length - 1,
        index: index++,
        call: { id: message.tool_call_id, ...call },
        result: { callId: message.tool_call_id, value, ...error },
      })
    }
  }
  return { turn: Math.max(0, queries.length - 1), queries, calls, ...told }
}

/** A tool message's text as the value it shows: JSON where the tool returns structures, else the text itself. */
export function parseResult(text: string, type: Json | undefined): Json {
  const structured =
    /^[[{]/.test(text) ||
    text === 'null' ||
    (type !== 'string' && /^(true|false|-?\d+(\.\d+)?(e[+-]?\d+)?)$/.test(text))
  if (!structured) return text
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

/** Does a result read as a failure? All an assistant can go by. */
export function looksFailed(value: Json): boolean {
  if (typeof value === 'string') return value.startsWith('Error')
  return isObject(value) && Object.hasOwn(value, 'error')
}
