import * as z from 'zod'
import type { JsonSchema } from '../core/json.js'
import type { ChatAnswer, ChatMessage, ChatModel, ChatRequest } from './chat-model.js'
import { ModelError } from './model-error.js'

/** The one JSON object of a text: code fences, thoughts and words around it are dropped; undefined where there is none. */
export function jsonIn(text: string): unknown {
  for (let from = text.indexOf('{'); from >= 0; from = text.indexOf('{', from + 1)) {
    const to = endOfObject(text, from)
    if (to < 0) return undefined
    try {
      return JSON.parse(text.slice(from, to)) as unknown
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

/** Where the object that opens at `from` closes; -1 where it never does. */
function endOfObject(text: string, from: number): number {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') depth += 1
    else if (character === '}' && --depth === 0) return at + 1
  }
  return -1
}

/** What an answer holds, or why it is not of the shape that was asked for. */
export type Shaped<T> = { readonly value: T } | { readonly wrong: string }

/** Reads an answer as a value of a shape. */
export function readShaped<T>(schema: z.ZodType<T>, { message, cut }: ChatAnswer): Shaped<T> {
  const found = jsonIn(message.content)
  if (found === undefined)
    return { wrong: cut ? 'the answer was cut off before its object closed' : 'there is no JSON object in the answer' }
  const parsed = schema.safeParse(found)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  return { wrong: `${issue?.path.join('.') || 'the object'}: ${issue?.message ?? 'not of the shape'}` }
}

const shapes = new WeakMap<z.ZodType, JsonSchema>()

/** The shape that a request asks for, from a zod schema. */
export function shapeOf(name: string, schema: z.ZodType): NonNullable<ChatRequest['shape']> {
  const known = shapes.get(schema) ?? documentOf(schema)
  shapes.set(schema, known)
  return { name, schema: known }
}

/** Lengths stay out of it: some endpoints refuse them, others are slow at them, and answers are checked anyway. */
function documentOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...document } = z.toJSONSchema(schema, {
    io: 'input',
    override({ jsonSchema }) {
      delete jsonSchema.minLength
      delete jsonSchema.maxLength
    },
  })
  return document as JsonSchema
}

/** The conversation after an answer of the wrong shape: the answer, and what is wrong with it. */
export function repairing(messages: readonly ChatMessage[], { message }: ChatAnswer, wrong: string): ChatMessage[] {
  return [
    ...messages,
    { role: 'assistant', content: message.content.slice(0, 4000) || '(nothing)', toolCalls: [] },
    { role: 'user', content: `That cannot be used: ${wrong}. Answer again with the JSON object alone.` },
  ]
}

/**
 * A model that is asked for shapes by `response_format` where the endpoint knows it, and in the prompt where it refuses
 * it; a shape that was refused once is not tried again.
 */
export function shaping(model: ChatModel, inPrompt = false): ChatModel {
  const refused = new Set<string>()
  return {
    name: model.name,
    async answer(request) {
      if (!request.shape) return await model.answer(request)
      if (inPrompt || refused.has(request.shape.name)) return await model.answer(described(request))
      try {
        return await model.answer(request)
      } catch (error) {
        const about = error instanceof ModelError && error.failure === 'refused' && error.status !== 401
        if (!about || !/response_format|json_schema|schema|structured|grammar/i.test(error.message)) throw error
        refused.add(request.shape.name)
        return await model.answer(described(request))
      }
    },
  }
}

/** Another request, with a key of its own: one key stands for one body. */
function described({ shape, messages, key, ...others }: ChatRequest): ChatRequest {
  const rest = key === undefined ? others : { ...others, key: `${key}-described` }
  const words = `Answer with one JSON object and nothing else. Its JSON Schema: ${JSON.stringify(shape?.schema)}`
  const [first, ...later] = messages
  return first?.role === 'system'
    ? { ...rest, messages: [{ role: 'system', content: `${first.content}\n\n${words}` }, ...later] }
    : { ...rest, messages: [{ role: 'system', content: words }, ...messages] }
}
