import type { JsonSchema } from '../../core/json.js'

/** What an OpenAI-compatible endpoint is asked, as far as it is read here. */
export interface WireRequest {
  readonly model?: string
  readonly messages: readonly WireMessage[]
  readonly tools?: readonly { readonly function: { readonly name: string; readonly parameters?: JsonSchema } }[]
  readonly stream?: boolean
  readonly stream_options?: { readonly include_usage?: boolean }
  readonly seed?: number
  readonly max_tokens?: number
}

export interface WireMessage {
  readonly role: string
  readonly content?: string | readonly { readonly text?: string }[] | null
  readonly reasoning_content?: string
  readonly tool_calls?: readonly {
    readonly id: string
    readonly function: { readonly name: string; readonly arguments: string }
  }[]
  readonly tool_call_id?: string
}

/** An answer before it is put on the wire. */
export interface Answer {
  readonly content: string
  readonly reasoning?: string
  readonly calls?: readonly { readonly name: string; readonly arguments: string; readonly id?: string }[]
}

/** What an answer is said to have used. */
export interface WireUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
}

/** The text of a message, whichever way it is written. */
export function textOf({ content }: WireMessage): string {
  if (typeof content === 'string') return content
  return (content ?? []).map(({ text = '' }) => text).join('')
}

/** A token for every four characters, and as few as the request allows. */
export function usageOf(request: WireRequest, answer: Answer): WireUsage {
  const tokens = (value: unknown): number => Math.ceil(JSON.stringify(value).length / 4)
  const prompt = tokens(request.messages) + tokens(request.tools ?? [])
  const answered = Math.min(tokens(answer), request.max_tokens ?? Number.MAX_SAFE_INTEGER)
  return { prompt_tokens: prompt, completion_tokens: answered, total_tokens: prompt + answered }
}

/** The body of a whole answer. */
export function completion(id: string, model: string, answer: Answer, usage: WireUsage | undefined): string {
  return JSON.stringify({
    id,
    object: 'chat.completion',
    created: 0,
    model,
    choices: [{ index: 0, finish_reason: finishOf(answer), message: { role: 'assistant', ...messageOf(id, answer) } }],
    ...(usage ? { usage } : {}),
  })
}

/** The same answer as server-sent events, piece by piece. */
export function events(id: string, model: string, answer: Answer, usage: WireUsage | undefined): string[] {
  const chunk = (delta: object, finish: string | null): string =>
    event({
      id,
      object: 'chat.completion.chunk',
      created: 0,
      model,
      choices: [{ index: 0, delta, finish_reason: finish }],
    })
  const { content, reasoning_content: reasoning, tool_calls: calls = [] } = messageOf(id, answer)
  return [
    chunk({ role: 'assistant', content: '' }, null),
    ...pieces(reasoning ?? '').map((text) => chunk({ reasoning_content: text }, null)),
    ...pieces(content).map((text) => chunk({ content: text }, null)),
    ...calls.map((call, index) => chunk({ tool_calls: [{ index, ...call }] }, null)),
    chunk({}, finishOf(answer)),
    ...(usage ? [event({ id, object: 'chat.completion.chunk', created: 0, model, choices: [], usage })] : []),
    'data: [DONE]\n\n',
  ]
}

const event = (body: object): string => `data: ${JSON.stringify(body)}\n\n`

const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,24}/g) ?? []

const finishOf = ({ calls = [] }: Answer): string => (calls.length > 0 ? 'tool_calls' : 'stop')

interface WrittenMessage {
  readonly content: string
  readonly reasoning_content?: string
  readonly tool_calls?: readonly object[]
}

function messageOf(id: string, { content, reasoning, calls = [] }: Answer): WrittenMessage {
  return {
    content,
    ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
    ...(calls.length === 0
      ? {}
      : {
          tool_calls: calls.map(({ name, arguments: json, id: own }, i) => ({
            id: own ?? `${id}-${i}`,
            type: 'function',
            function: { name, arguments: json },
          })),
        }),
  }
}
