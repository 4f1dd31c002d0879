import { isObject, type Json, type JsonObject, type JsonSchema } from '../core/json.js'
import { formatJson } from './python-json.js'
import { parseTaggedJson } from './tagged-json.js'
import { takeCalls, UnreadableCallError, type WithCalls, type WrittenCall } from './written-call.js'

/** The parameters of a tool, by its name. */
export type SchemaOf = (tool: string) => JsonSchema | undefined

/**
 * Calls in Qwen's XML form, `<tool_call><function=f><parameter=p>value</parameter></function></tool_call>`. A value is read
 * as its parameter's schema says: texts as they stand, all else as JSON. Throws `UnreadableCallError`.
 */
export function parseQwenXml(text: string, schemaOf: SchemaOf): WithCalls {
  return takeCalls(text, (body) => readCall(body, schemaOf))
}

export function formatQwenXml({ name, arguments: args }: WrittenCall): string {
  const parameters = Object.entries(parseTaggedJson(args) as JsonObject).map(
    ([parameter, value]) =>
      `<parameter=${parameter}>\n${typeof value === 'string' ? value : (formatJson(value) ?? 'null')}\n</parameter>\n`,
  )
  return `<tool_call>\n<function=${name}>\n${parameters.join('')}</function>\n</tool_call>`
}

function readCall(body: string, schemaOf: SchemaOf): WrittenCall {
  const match = /^<function=([^>\n]+)>([\s\S]*?)(?:<\/function>|$)/.exec(body)
  if (!match) throw new UnreadableCallError(`a tool call needs <function=name>: ${body.slice(0, 120)}`)
  const [, name = '', inside = ''] = match
  const properties = schemaOf(name)?.['properties']
  const args = [...inside.matchAll(/<parameter=([^>\n]+)>\n?([\s\S]*?)\n?(?:<\/parameter>|(?=<parameter=)|$)/g)].map(
    ([, parameter = '', value = '']): [string, Json] => [
      parameter,
      valueOf(value, isObject(properties) ? properties[parameter] : undefined),
    ],
  )
  return { name, arguments: formatJson(Object.fromEntries(args)) ?? '{}' }
}

function valueOf(text: string, schema: Json | undefined): Json {
  if (isObject(schema) && [schema['type']].flat().includes('string')) return text
  try {
    return parseTaggedJson(text.trim())
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
