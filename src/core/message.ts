import type { JsonObject } from './json.js'
import type { ToolSpec } from './tool.js'

export interface MessageToolCall {
  readonly id: string
  readonly type: 'function'
  readonly function: { readonly name: string; readonly arguments: JsonObject }
}

/** A chat message in the canonical form of rows: arguments are objects, absent keys are left out. */
export type Message =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant'
      readonly content: string
      readonly reasoning_content?: string
      /** The conversation holds this step, but it is not to be learned. */
      readonly train?: false
      readonly tool_calls?: readonly MessageToolCall[]
    }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly name: string; readonly content: string }

export interface MessageTool {
  readonly type: 'function'
  readonly function: { readonly name: string; readonly description: string; readonly parameters: JsonObject }
}

export function messageTool({ name, description, parameters }: ToolSpec): MessageTool {
  return { type: 'function', function: { name, description, parameters } }
}
