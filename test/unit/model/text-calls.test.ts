import { describe, expect, it } from 'vitest'
import {
  type CallStyleName,
  type ChatAnswer,
  type ChatModel,
  type ChatRequest,
  readingCalls,
} from '../../../src/model/index.js'

const TOOL = {
  name: 'find_note',
  description: 'Find a note.',
  parameters: { type: 'object', properties: { word: { type: 'string' }, limit: { type: 'integer' } } },
}

/** A model that says this, and keeps what it was asked. */
function saying(content: string): ChatModel & { asked?: ChatRequest } {
  const model: ChatModel & { asked?: ChatRequest } = {
    name: 'm',
    answer(request): Promise<ChatAnswer> {
      model.asked = request
      return Promise.resolve({
        message: { role: 'assistant', content, toolCalls: [] },
        usage: { tokensIn: 1, tokensOut: 1 },
      })
    },
  }
  return model
}

const SAID: { readonly [style in CallStyleName]: string } = {
  hermes: '<tool_call>\n{"name": "find_note", "arguments": {"word": "5", "limit": 2}}\n</tool_call>',
  'qwen-xml':
    '<tool_call>\n<function=find_note>\n<parameter=word>\n5\n</parameter>\n<parameter=limit>\n2\n</parameter>\n</function>\n</tool_call>',
  bracketed: '[find_note(word="5", limit=2)]',
}

describe('calls in a text', () => {
  for (const style of ['hermes', 'qwen-xml', 'bracketed'] as const) {
    it(`are read and told in ${style}`, async () => {
      const model = saying(SAID[style])
      const { message } = await readingCalls(model, style).answer({
        tools: [TOOL],
        messages: [
          { role: 'system', content: 'S' },
          { role: 'user', content: 'U' },
          { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'find_note', arguments: '{"word":"x"}' }] },
          { role: 'tool', callId: 'a', toolName: 'find_note', content: 'none' },
        ],
      })
      expect(message.toolCalls.map(({ name, arguments: json }) => [name, JSON.parse(json)])).toEqual([
        ['find_note', { word: '5', limit: 2 }],
      ])
      expect(message.content).toBe('')
      expect(model.asked?.tools).toBeUndefined()
      expect(model.asked?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
      expect(model.asked?.messages[0]?.content).toContain('find_note')
      expect(model.asked?.messages[3]?.content).toContain('none')
    })
  }

  it('are read where a server that should take them out leaves them in', async () => {
    for (const style of ['hermes', 'qwen-xml'] as const) {
      const { message } = await readingCalls(saying(SAID[style]), 'native').answer({ messages: [], tools: [TOOL] })
      expect(message.toolCalls).toHaveLength(1)
    }
  })

  it('that cannot be read are said to be so', async () => {
    for (const text of ['<tool_call>{"name": "find_note", "arg', '<tool_call>find_note()</tool_call>'])
      expect(await readingCalls(saying(text), 'native').answer({ messages: [], tools: [TOOL] })).toHaveProperty(
        'unreadable',
      )
    expect(
      await readingCalls(saying('[find_note(word=open("x"))]'), 'bracketed').answer({ messages: [], tools: [TOOL] }),
    ).toHaveProperty('unreadable')
  })

  it('are not looked for where no tool is offered', async () => {
    const { message } = await readingCalls(saying(SAID.hermes), 'native').answer({ messages: [] })
    expect(message).toMatchObject({ content: SAID.hermes, toolCalls: [] })
  })

  it('come after visible thoughts, which are taken out', async () => {
    const { message } = await readingCalls(saying(`<think>Let me look.</think>\n${SAID.hermes}`), 'hermes').answer({
      messages: [],
      tools: [TOOL],
    })
    expect(message).toMatchObject({ reasoning: 'Let me look.', content: '', toolCalls: [{ name: 'find_note' }] })
  })
})
