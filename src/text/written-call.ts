/** A call as a model wrote it into its text: `arguments` is JSON text, so that `5.0` stays what it was. */
export interface WrittenCall {
  readonly name: string
  readonly arguments: string
}

/** A text with calls in it, taken apart. */
export interface WithCalls {
  /** What is left of the text. */
  readonly content: string
  readonly calls: readonly WrittenCall[]
}

/** A text holds something that was meant as a call and is none. */
export class UnreadableCallError extends Error {
  override readonly name = 'UnreadableCallError'
}

/** Calls between `<tool_call>` and `</tool_call>`; the last closing tag may be missing. */
export function takeCalls(text: string, read: (body: string) => WrittenCall): WithCalls {
  const calls: WrittenCall[] = []
  const content = text.replaceAll(/<tool_call>([\s\S]*?)(?:<\/tool_call>|$)/g, (_, body: string) => {
    calls.push(read(body.trim()))
    return ''
  })
  return { content: content.trim(), calls }
}
