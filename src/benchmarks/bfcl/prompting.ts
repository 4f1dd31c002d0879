import type { ChatTool } from '../../model/index.js'
import { formatExpression, parseBracketedCalls, ParseError } from '../../text/index.js'
import type { CallStyle } from './style.js'

const INSTRUCTION =
  'You help the user by calling functions. In every message you either call functions or answer in words.\n' +
  'To call, write nothing but a list in square brackets: [name(parameter=value), other_name(parameter=value)]. Values are Python literals.\n' +
  'You get the results and may call again. When nothing is left to call for the current request, or a function or a value you need is missing, answer in words.\n'

/** Calls as bracketed Python in the text, for models or servers without a tool-call parser (SEMANTICS section 2). */
export const prompting: CallStyle = {
  opening: (tools) => [{ role: 'system', content: `${INSTRUCTION}\nThe functions, as JSON:\n${listed(tools)}` }],
  offersTools: false,
  release: (tools) => `${listed(tools)}\n`,
  decode({ content }) {
    try {
      return parseBracketedCalls(withoutThoughts(content)).map(formatExpression)
    } catch (error) {
      if (error instanceof ParseError) return undefined
      throw error
    }
  },
  remember: (answer) => ({ ...answer, content: withoutThoughts(answer.content) }),
  results: (_, calls, texts) => [
    { role: 'user', content: calls.map((call, i) => `${call} -> ${texts[i] ?? ''}`).join('\n') },
  ],
}

const listed = (tools: readonly ChatTool[]): string => JSON.stringify(tools, null, 1)

/** The text after a block of visible reasoning. */
function withoutThoughts(text: string): string {
  const end = text.lastIndexOf('</think>')
  return end < 0 ? text : text.slice(end + '</think>'.length)
}
