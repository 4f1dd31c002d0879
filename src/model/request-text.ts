import type { ChatRequest, ChatTool } from './chat-model.js'

const texts = new WeakMap<ChatTool, string>()

/** Tools as JSON: requests differ in their messages, and offer the same tools over and over. */
export function textOfTools(tools: readonly ChatTool[]): string {
  return `[${tools.map(textOfTool).join(',')}]`
}

function textOfTool(tool: ChatTool): string {
  const text = texts.get(tool) ?? JSON.stringify(tool)
  texts.set(tool, text)
  return text
}

/** The JSON text of a request. */
export function textOfRequest(request: ChatRequest): string {
  const fields = Object.entries(request).map(
    ([name, value]) =>
      `${JSON.stringify(name)}:${name === 'tools' ? textOfTools(request.tools ?? []) : JSON.stringify(value)}`,
  )
  return `{${fields.join(',')}}`
}
