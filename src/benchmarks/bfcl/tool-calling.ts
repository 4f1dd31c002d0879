import type { ChatToolCall } from '../../model/index.js'
import { formatCall, parseArguments } from '../../text/index.js'
import type { CallStyle } from './style.js'

/** Calls as the server's tool-call parser delivers them (SEMANTICS section 2). */
export const toolCalling: CallStyle = {
  opening: () => [],
  offersTools: true,
  release: () => '',
  decode({ toolCalls }) {
    const texts = toolCalls.map(callText)
    return texts.every((text) => text !== undefined) ? texts : undefined
  },
  remember: (answer, decoded) => (decoded ? answer : { ...answer, toolCalls: [] }),
  results: ({ toolCalls }, _, texts) =>
    toolCalls.map(({ id, name }, i) => ({ role: 'tool', callId: id, toolName: name, content: texts[i] ?? '' })),
}

function callText({ name, arguments: json }: ChatToolCall): string | undefined {
  const args = parseArguments(json)
  return args && formatCall(name, args)
}
