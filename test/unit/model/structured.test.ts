import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  type ChatAnswer,
  type ChatModel,
  type ChatRequest,
  jsonIn,
  ModelError,
  readShaped,
  shapeOf,
  shaping,
} from '../../../src/model/index.js'

const schema = z.strictObject({ hint: z.string() })

const saying = (content: string, cut?: true): ChatAnswer => ({
  message: { role: 'assistant', content, toolCalls: [] },
  usage: { tokensIn: 1, tokensOut: 1 },
  ...(cut ? { cut } : {}),
})

describe('the JSON object of an answer', () => {
  it('is found whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
        fc.string().filter((text) => !/[{}"]/.test(text)),
        (object, words) => {
          const text = JSON.stringify(object)
          const value: unknown = JSON.parse(text)
          for (const around of [text, `${words}${text}`, `\`\`\`json\n${text}\n\`\`\`\n${words}{so}`])
            expect(jsonIn(around)).toEqual(value)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('is not there in words, in half an object, or in an aside', () => {
    for (const text of ['', 'no', '{"hint": "half', '{so}']) expect(jsonIn(text)).toBeUndefined()
  })
})

describe('readShaped', () => {
  it('says what is wrong', () => {
    expect(readShaped(schema, saying('{"hint":"look"}'))).toEqual({ value: { hint: 'look' } })
    expect(readShaped(schema, saying('look'))).toEqual({ wrong: 'there is no JSON object in the answer' })
    expect(readShaped(schema, saying('{"hint":', true))).toMatchObject({ wrong: expect.stringMatching(/cut off/) })
    expect(readShaped(schema, saying('{"answer":1}'))).toMatchObject({ wrong: expect.stringMatching(/^hint: /) })
  })
})

describe('asking for a shape', () => {
  const shape = shapeOf('hint', schema)

  it('gives endpoints the schema as a document', () => {
    expect(shape).toEqual({
      name: 'hint',
      schema: {
        type: 'object',
        properties: { hint: { type: 'string' } },
        required: ['hint'],
        additionalProperties: false,
      },
    })
  })

  it('falls back to the prompt where the endpoint refuses, and remembers it', async () => {
    const asked: ChatRequest[] = []
    const model: ChatModel = {
      name: 'm',
      answer(request) {
        asked.push(request)
        return request.shape
          ? Promise.reject(new ModelError('refused', 'HTTP 400: response_format is not supported', { status: 400 }))
          : Promise.resolve(saying('{"hint":"x"}'))
      },
    }
    const shaped = shaping(model)
    for (let i = 0; i < 2; i++) await shaped.answer({ messages: [{ role: 'system', content: 'S' }], shape })
    expect(asked.map(({ shape: asks }) => asks !== undefined)).toEqual([true, false, false])
    expect(asked[2]?.messages[0]?.content).toContain('"hint"')
  })

  it('lets any other refusal through', async () => {
    const model: ChatModel = {
      name: 'm',
      answer: () => Promise.reject(new ModelError('refused', 'HTTP 400: too long', { status: 400 })),
    }
    await expect(shaping(model).answer({ messages: [], shape })).rejects.toThrow('too long')
  })
})
