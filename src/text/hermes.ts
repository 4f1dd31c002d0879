import { isObject, type Json } from '../core/json.js'
import { formatJson } from './python-json.js'
import { parseTaggedJson } from './tagged-json.js'
import { takeCalls, UnreadableCallError, type WithCalls, type WrittenCall } from './written-call.js'

/** Calls in the Hermes form, `<tool_call>{"name": ..., "arguments": {...}}</tool_call>`; throws `UnreadableCallError`. */
export function parseHermes(text: string): WithCalls {
  return takeCalls(text, readCall)
}

export function formatHermes({ name, arguments: args }: WrittenCall): string {
  return `<tool_call>\n{"name": ${JSON.stringify(name)}, "arguments": ${args}}\n</tool_call>`
}

function readCall(body: string): WrittenCall {
  const call = parsed(body)
  const args = isObject(call) ? (call['arguments'] ?? call['parameters'] ?? {}) : undefined
  if (!isObject(call) || typeof call['name'] !== 'string' || !isObject(args))
    throw new UnreadableCallError(`a tool call needs "name" and "arguments": ${body.slice(0, 120)}`)
  return { name: call['name'], arguments: formatJson(args) ?? '{}' }
}

function parsed(body: string): Json {
  try {
    return parseTaggedJson(body)
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnreadableCallError(`a tool call is no JSON: ${body.slice(0, 120)}`)
    throw error
  }
}
