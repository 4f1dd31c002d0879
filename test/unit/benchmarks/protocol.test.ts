import { beforeAll, describe, expect, it } from 'vitest'
import {
  type BenchmarkClasses,
  type BfclCase,
  createStart,
  loadClasses,
  playCase,
  prompting,
  toolCalling,
} from '../../../src/benchmarks/bfcl/index.js'
import type { ChatAnswer, ChatModel, ChatRequest } from '../../../src/model/index.js'

let classes: BenchmarkClasses

beforeAll(async () => {
  classes = await loadClasses(['GorillaFileSystem'])
})

const user = (content: string): BfclCase['turns'][number] => [{ role: 'user', content }]
const CASE: BfclCase = {
  id: 'c_0',
  category: 'miss_func',
  turns: [user('make a'), [], user('list')],
  configuration: {},
  involved: ['GorillaFileSystem'],
  heldOut: { '1': ['touch'] },
  truth: [],
}
const documents = ['ls', 'touch'].map((name) => ({
  name,
  description: `${name}.`,
  parameters: { type: 'dict', properties: { size: { type: 'float' } } },
}))

type Script = readonly ((request: ChatRequest) => Partial<ChatAnswer['message']>)[]

function scripted(script: Script): ChatModel & { readonly requests: ChatRequest[] } {
  const requests: ChatRequest[] = []
  return {
    name: 'm',
    requests,
    async answer(request) {
      requests.push({ ...request, messages: [...request.messages] })
      const say = script[requests.length - 1] ?? (() => ({}))
      return {
        message: { role: 'assistant', content: '', toolCalls: [], ...say(request) },
        usage: { tokensIn: 2, tokensOut: 1 },
      }
    },
  }
}

function play(model: ChatModel, style = toolCalling): ReturnType<typeof playCase> {
  const start = createStart(classes, {
    involved: CASE.involved,
    configuration: {},
    longContext: false,
    extension: {},
    clock: '2026-01-05T10:00:00',
  })
  return playCase(CASE, { model, style, documents, start })
}

const call = (name: string, args: string): Partial<ChatAnswer['message']> => ({
  toolCalls: [{ id: 'i1', name, arguments: args }],
})

describe('a played case', () => {
  it('offers held-out functions at their turn, with the words of the original', async () => {
    const model = scripted([
      () => ({ content: 'I cannot.' }),
      () => call('touch', '{"file_name": "a"}'),
      () => ({}),
      () => call('ls', '{}'),
      () => ({}),
    ])
    const { turns, forced, usage, requests } = await play(model)
    expect(model.requests.map(({ tools }) => tools?.map(({ name }) => name))).toEqual([
      ['ls'],
      ['ls', 'touch'],
      ['ls', 'touch'],
      ['ls', 'touch'],
      ['ls', 'touch'],
    ])
    expect(model.requests[1]?.messages.at(-1)).toEqual({
      role: 'user',
      content: 'I have updated some more functions you can choose from. What about now?',
    })
    expect(model.requests[2]?.messages.at(-1)).toEqual({
      role: 'tool',
      callId: 'i1',
      toolName: 'touch',
      content: 'None',
    })
    expect(turns.map(({ steps }) => steps.map(({ calls, results }) => [calls, results]))).toEqual([
      [],
      [[["touch(file_name='a')"], ['None']]],
      [[['ls()'], ['{"current_directory_content": ["a"]}']]],
    ])
    expect({ forced, usage, requests }).toEqual({ forced: false, usage: { tokensIn: 10, tokensOut: 5 }, requests: 5 })
  })

  it('gives JSON Schema types to the tools', async () => {
    const model = scripted([])
    await play(model)
    expect(model.requests[0]?.tools?.[0]?.parameters).toEqual({
      type: 'object',
      properties: { size: { type: 'number' } },
    })
  })

  it('ends a turn at arguments that are no JSON object, and does not send them back', async () => {
    const model = scripted([() => call('ls', '{"a": '), () => call('ls', '[1]'), () => ({})])
    const { turns } = await play(model)
    expect(turns.map(({ steps }) => steps.length)).toEqual([0, 0, 0])
    expect(model.requests[1]?.messages.filter(({ role }) => role === 'assistant')).toEqual([
      { role: 'assistant', content: '', toolCalls: [] },
    ])
  })

  it('keeps 5.0 and true as Python has them', async () => {
    const { turns } = await play(scripted([() => call('ls', '{"a": true, "b": 5.0, "c": null, "d": "it\'s"}')]))
    expect(turns[0]?.steps[0]?.calls).toEqual(['ls(a=True,b=5.0,c=None,d="it\'s")'])
  })

  it('stops the whole case after the 21st step of a turn', async () => {
    const endless = Array.from({ length: 30 }, () => () => call('ls', '{}'))
    const { turns, forced } = await play(scripted(endless))
    expect(turns.map(({ steps }) => steps.length)).toEqual([21])
    expect(forced).toBe(true)
  })

  it('reads bracketed calls from text and lists released functions there', async () => {
    const model = scripted([
      () => ({ content: 'no' }),
      () => ({ content: "<think>[x]</think>[touch(file_name='a'), ls()]" }),
      () => ({ content: 'done' }),
    ])
    const { turns } = await play(model, prompting)
    expect(turns[1]?.steps[0]).toMatchObject({
      calls: ["touch(file_name='a')", 'ls()'],
      results: ['None', '{"current_directory_content": ["a"]}'],
    })
    expect(model.requests.every(({ tools }) => tools === undefined)).toBe(true)
    expect(model.requests[0]?.messages[0]?.content).toContain('"name": "ls"')
    expect(model.requests[0]?.messages[0]?.content).not.toContain('"name": "touch"')
    expect(model.requests[1]?.messages.at(-1)?.content).toMatch(/"name": "touch"[^]*What about now\?$/)
    expect(model.requests[2]?.messages.at(-1)).toEqual({
      role: 'user',
      content: 'touch(file_name=\'a\') -> None\nls() -> {"current_directory_content": ["a"]}',
    })
  })
})
