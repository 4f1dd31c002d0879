import {
  formatCall,
  formatHermes,
  formatQwenXml,
  parseBracketedCalls,
  ParseError,
  parseHermes,
  parseQwenXml,
  parseTaggedJson,
  type SchemaOf,
  UnreadableCallError,
  type WithCalls,
  type WrittenCall,
  formatJson,
} from '../text/index.js'
import type { Json, JsonObject } from '../core/json.js'

/** How a model writes calls where the server does not take them out of the text. */
export type CallStyleName = 'hermes' | 'qwen-xml' | 'bracketed'

/** One way of writing calls and results into a text. */
export interface CallStyle {
  /** Told to the model, before the list of tools. */
  readonly instruction: string
  format(calls: readonly WrittenCall[]): string
  result(name: string, content: string): string
  /** Throws `UnreadableCallError`. */
  parse(text: string, schemaOf: SchemaOf): WithCalls
}

const RESULT = (_: string, content: string): string => `<tool_response>\n${content}\n</tool_response>`

export const CALL_STYLES: { readonly [name in CallStyleName]: CallStyle } = {
  hermes: {
    instruction:
      'To call tools, write each call as a JSON object between tags, and nothing after the last one:\n<tool_call>\n{"name": "tool", "arguments": {"parameter": "value"}}\n</tool_call>',
    format: (calls) => calls.map(formatHermes).join('\n'),
    result: RESULT,
    parse: (text) => parseHermes(text),
  },
  'qwen-xml': {
    instruction:
      'To call tools, write each call in this form, and nothing after the last one:\n<tool_call>\n<function=tool>\n<parameter=parameter>\nvalue\n</parameter>\n</function>\n</tool_call>',
    format: (calls) => calls.map(formatQwenXml).join('\n'),
    result: RESULT,
    parse: parseQwenXml,
  },
  bracketed: {
    instruction:
      'To call tools, write nothing but a list of calls in square brackets, with Python literals for values:\n[tool(parameter="value"), other_tool()]',
    format: (calls) =>
      `[${calls.map(({ name, arguments: json }) => formatCall(name, parseTaggedJson(json) as JsonObject)).join(', ')}]`,
    result: (name, content) => `${name} -> ${content}`,
    parse: parseBracketed,
  },
}

/** A text that is a list of calls as a whole; any other text holds none. */
function parseBracketed(text: string): WithCalls {
  const bare = text.trim()
  if (!/^`*\s*\[\s*[A-Za-z_][\w.]*\s*\(/.test(bare)) return { content: text, calls: [] }
  try {
    const calls = parseBracketedCalls(bare).map(({ callee, positional, keywords }): WrittenCall => {
      if (callee.kind !== 'name' || positional.length > 0)
        throw new UnreadableCallError('calls need a plain name and named parameters')
      const args = keywords.map(({ name, value }): [string, Json] => {
        if (value.kind !== 'literal') throw new UnreadableCallError(`the value of ${name} is no literal`)
        return [name, value.value]
      })
      return { name: callee.name, arguments: formatJson(Object.fromEntries(args)) ?? '{}' }
    })
    return { content: '', calls }
  } catch (error) {
    if (error instanceof ParseError) throw new UnreadableCallError(`the list of calls cannot be read: ${error.message}`)
    throw error
  }
}
