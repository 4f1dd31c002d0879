import { describe, expect, it } from 'vitest'
import { lfSharegpt, lfV1, trlSft } from '../../../src/exporters/index.js'
import { sampleTrajectories } from '../../../src/testing/index.js'
import { present } from '../../support/rows.js'
import { servedRows } from '../../support/server.js'

const rows = await servedRows()
const [first] = sampleTrajectories()
const row = present(first)

interface Turn {
  readonly from: string
  readonly value: string
}

describe('trl-sft', () => {
  it('is a row split at each response, with what stands before it as the prompt', () => {
    const records = trlSft.rows(row) as { prompt: { role: string }[]; completion: { role: string }[] }[]
    expect(records.map(({ prompt }) => prompt.length)).toEqual([2, 5, 7, 9, 11])
    for (const { prompt, completion } of records) {
      expect(['user', 'tool']).toContain(prompt.at(-1)?.role)
      expect(completion.map(({ role }) => role)).toEqual(['assistant'])
    }
  })

  it('learns no step that erred, and reads it before the ones that come after', () => {
    const erring = rows.filter(({ messages }) =>
      messages.some((message) => message.role === 'assistant' && message.train === false),
    )
    expect(erring.length).toBeGreaterThan(0)
    for (const { messages, ...rest } of erring) {
      const records = trlSft.rows({ messages, ...rest }) as { prompt: object[]; completion: object[] }[]
      const texts = records.map(({ completion }) => JSON.stringify(completion))
      for (const [i, message] of messages.entries()) {
        if (message.role !== 'assistant' || message.train !== false) continue
        const { train: _, ...plain } = message
        expect(texts).not.toContain(JSON.stringify([plain]))
        expect(records.some(({ prompt }) => JSON.stringify(prompt[i]) === JSON.stringify(plain))).toBe(true)
      }
      expect(texts.join('')).not.toContain('"train"')
    }
  })
})

describe('lf-sharegpt', () => {
  it('alternates, ends with the response that is learned, and holds calls that parse', () => {
    for (const made of [row, ...rows]) {
      const records = lfSharegpt.rows(made) as unknown as { conversations: Turn[]; tools: string }[]
      expect(records.length).toBe(trlSft.rows(made).length)
      for (const { conversations, tools } of records) {
        expect(conversations.length % 2).toBe(0)
        conversations.forEach(({ from }, i) => {
          expect(i % 2 === 0 ? ['human', 'observation'] : ['gpt', 'function_call']).toContain(from)
        })
        for (const { value } of conversations.filter(({ from }) => from === 'function_call')) {
          const words = /<tool_call>(.*)<\/tool_call>/s.exec(value)?.[1]
          expect(() => JSON.parse(words ?? value.replace(/^<think>\n.*?\n<\/think>\n\n/s, '')) as unknown).not.toThrow()
        }
        expect(Array.isArray(JSON.parse(tools))).toBe(true)
      }
    }
  })

  it('names every tag of its file, since LLaMA-Factory unsets those that are not', () => {
    const [entry] = Object.values(lfSharegpt.datasetInfo ?? {}) as { file_name: string; tags: object }[]
    expect(entry?.file_name).toBe('lf-sharegpt.jsonl')
    expect(Object.keys(entry?.tags ?? {})).toHaveLength(7)
  })
})

describe('lf-v1', () => {
  it('weighs what is to be learned, in blocks', () => {
    const [record] = lfV1.rows(row) as {
      messages: { role: string; content: { type: string; value: string }[]; loss_weight: number }[]
    }[]
    expect(record?.messages.map(({ loss_weight: weight }) => weight)).toEqual([0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1])
    expect(record?.messages[2]?.content.map(({ type }) => type)).toEqual(['reasoning', 'tool_call', 'tool_call'])
    expect(record?.messages[2]?.content[1]?.value).toBe('{"name":"find_note","arguments":{"word":"café"}}')
  })

  it('weighs nothing where a step erred', () => {
    for (const made of rows) {
      const learned = (lfV1.rows(made) as { messages: { loss_weight: number }[] }[]).flatMap(({ messages }) => messages)
      expect(learned.filter(({ loss_weight: weight }) => weight === 1)).toHaveLength(trlSft.rows(made).length)
    }
  })
})
