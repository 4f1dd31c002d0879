import { describe, expect, it } from 'vitest'
import { type BfclCase, evaluateCases, loadClasses, toolCalling } from '../../../src/benchmarks/bfcl/index.js'
import { type ChatModel, ModelError } from '../../../src/model/index.js'

const cases: BfclCase[] = Array.from({ length: 5 }, (_, i) => ({
  id: `c_${i}`,
  category: 'base',
  turns: [[{ role: 'user', content: 'look' }]],
  configuration: {},
  involved: ['GorillaFileSystem'],
  heldOut: {},
  truth: [[]],
}))

async function play(model: ChatModel, signal?: AbortSignal): Promise<{ done: string[]; error: unknown }> {
  const done: string[] = []
  const classes = await loadClasses(['GorillaFileSystem'])
  const evaluation = {
    model,
    style: toolCalling,
    classes,
    documents: {},
    constants: () => ({}),
    clock: '2026-01-05T10:00:00',
    concurrency: 2,
    ...(signal ? { signal } : {}),
  }
  const error: unknown = await evaluateCases(cases, evaluation, ({ id }) => done.push(id)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return { done, error }
}

const silent = {
  message: { role: 'assistant' as const, content: '', toolCalls: [] },
  usage: { tokensIn: 0, tokensOut: 0 },
}

describe('evaluateCases', () => {
  it('stops when the endpoint is gone, with what was finished handed over', async () => {
    let answers = 0
    const { done, error } = await play({
      name: 'm',
      answer: async () => {
        answers += 1
        if (answers > 3) throw new ModelError('unreachable', 'gone')
        return silent
      },
    })
    expect(error).toBeInstanceOf(ModelError)
    expect(done).toEqual(['c_0', 'c_1', 'c_2'])
  })

  it('takes no further case once it is interrupted', async () => {
    const interrupt = new AbortController()
    const { done, error } = await play({ name: 'm', answer: async () => (interrupt.abort(), silent) }, interrupt.signal)
    expect(error).toBeUndefined()
    expect(done).toEqual(['c_0'])
  })
})
