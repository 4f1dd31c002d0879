import { describe, expect, it } from 'vitest'
import { type ChatAnswer, type ChatModel, type ChatRequest, ModelError } from '../../../src/model/index.js'
import { inBand, planTries, probe, profileOf, spreadOver, type Tried, weakTools } from '../../../src/probe/index.js'
import { mini } from '../../../src/environments/index.js'
import { tasksOfScenarios } from '../../../src/server/index.js'
import { fileOfRows, servedRows, tasksOf } from '../../support/server.js'

const usage = { tokensIn: 10, tokensOut: 2 }
const says = (content: string): ChatAnswer => ({ message: { role: 'assistant', content, toolCalls: [] }, usage })
const calls = (name: string, args: string): ChatAnswer => ({
  message: { role: 'assistant', content: '', toolCalls: [{ id: 'one', name, arguments: args }] },
  usage,
})

/** A model that answers so, and what it was asked. */
function answering(
  answer: (request: ChatRequest, n: number) => ChatAnswer,
): ChatModel & { readonly asked: ChatRequest[] } {
  const asked: ChatRequest[] = []
  return {
    name: 'scripted',
    asked,
    async answer(request) {
      asked.push({ ...request, messages: [...request.messages] })
      return answer(request, asked.length - 1)
    },
  }
}

const rows = await servedRows()
const tasks = await tasksOf(fileOfRows(rows))
const sampling = { temperature: 0.5, maxTokens: 100, concurrency: 1 }

async function tried(model: ChatModel, k = 1, ids = tasks.ids(0, 1)): Promise<Tried[]> {
  const made: Tried[] = []
  await probe(tasks, planTries(ids, k), model, sampling, (one) => made.push(one))
  return made
}

describe('a try', () => {
  it('shows the model what the row shows, and its results in their order', async () => {
    const [id = ''] = tasks.ids(0, 1)
    const task = await tasks.open(id)
    const tool = task.tools[0]?.function.name ?? ''
    const model = answering((_, n) => (n === 0 ? calls(tool, '{"nonsense":1}') : says('Done.')))
    const [one] = await tried(model)
    const [first, second] = model.asked
    expect(first).toMatchObject({ temperature: 0.5, maxTokens: 100 })
    expect(first?.messages[0]).toEqual({ role: 'system', content: task.messages[0]?.content })
    expect(first?.messages.at(-1)).toEqual({ role: 'user', content: task.messages.at(-1)?.content })
    expect(first?.tools?.map(({ name }) => name)).toEqual(task.tools.map((offered) => offered.function.name))
    expect(second?.messages.slice(-2)).toMatchObject([
      { role: 'assistant', toolCalls: [{ name: tool }] },
      { role: 'tool', callId: 'one', toolName: tool, content: expect.stringContaining('Invalid arguments') as string },
    ])
    expect(one).toMatchObject({ task: id, attempt: 0, passed: false, calls: 1, tokensIn: 20, tokensOut: 4 })
    expect(one?.reasons).toContain('invalid-arguments')
  })

  it('ends with an answer that is cut off or cannot be read, and with calls that have no end', async () => {
    const reasons = async (answer: ChatAnswer): Promise<readonly string[] | undefined> =>
      (await tried(answering(() => answer)))[0]?.reasons
    expect(await reasons({ ...says('And so'), cut: true })).toEqual(['cut'])
    expect(await reasons({ ...says('<tool_call>{'), unreadable: 'no JSON' })).toEqual(['unreadable'])
    expect(await reasons(calls('anything', '["a list"]'))).toEqual(['unreadable'])
    expect(await reasons(calls('anything', '{}'))).toEqual(['step-limit'])
  })

  it('passes where nothing is asked only if nothing is wrong, which is always', async () => {
    const free: Tried[] = []
    const scenarios = tasksOfScenarios([mini], () => 'You work at a parcel desk.')
    await probe(
      scenarios,
      planTries(['mini:4'], 1),
      answering(() => says('Hello.')),
      sampling,
      (one) => free.push(one),
    )
    expect(free).toMatchObject([{ passed: true, reasons: [] }])
  })
})

describe('a probe', () => {
  it('fails a try that the endpoint refuses, but not the first of all', async () => {
    const refused = new ModelError('refused', 'too long')
    const later = answering((_, n) => {
      if (n === 1) throw refused
      return says('Done.')
    })
    expect((await tried(later, 3)).map(({ reasons }) => reasons.includes('refused'))).toEqual([false, true, false])
    await expect(
      tried(
        answering(() => {
          throw refused
        }),
      ),
    ).rejects.toBe(refused)
  })

  it('stops when the endpoint is gone, with what is under way handed over', async () => {
    const made: Tried[] = []
    const model = answering((_, n) => {
      if (n > 4) throw new ModelError('unreachable', 'gone')
      return says('Done.')
    })
    const planned = planTries(tasks.ids(0, 20), 1)
    await expect(
      probe(tasks, planned, model, { ...sampling, concurrency: 3 }, (one) => made.push(one)),
    ).rejects.toThrow('gone')
    expect(made).toHaveLength(5)
    expect(model.asked.length).toBeLessThan(9)
  })

  it('begins nothing more when it is interrupted', async () => {
    const stop = new AbortController()
    const made: Tried[] = []
    const model = answering((_, n) => {
      if (n === 2) stop.abort()
      return says('Done.')
    })
    await probe(tasks, planTries(tasks.ids(0, 20), 1), model, { ...sampling, signal: stop.signal }, (one) =>
      made.push(one),
    )
    expect(made).toHaveLength(3)
  })

  it('spreads its tasks over the run', () => {
    const count = tasks.count ?? 0
    expect(spreadOver(tasks, count + 5)).toHaveLength(count)
    const some = spreadOver(tasks, 7)
    expect(new Set(some).size).toBe(7)
    expect(tasks.ids(0, count).indexOf(some.at(-1) ?? '')).toBeGreaterThan(count * 0.8)
  })
})

describe('a profile', () => {
  const one = (task: string, attempt: number, passed: boolean): Tried => ({
    schema: 1,
    task,
    attempt,
    passed,
    reasons: passed ? [] : ['wrong-state', 'missing-answer'],
    calls: 2,
    tokensIn: 1,
    tokensOut: 1,
  })
  const aspects = {
    families: ['base'],
    tools: ['get_parcel'],
    relations: ['find_parcel -> get_parcel'],
    hiddenSteps: '1',
    calls: '2',
  }
  const profile = profileOf(
    'm',
    2,
    [
      one('b', 0, true),
      one('a', 0, false),
      one('a', 1, true),
      one('b', 1, true),
      one('c', 0, false),
      one('c', 1, false),
    ],
    new Map([
      ['a', aspects],
      ['b', { ...aspects, tools: ['book_pickup'], relations: [], hiddenSteps: '0' }],
      ['c', { ...aspects, families: ['recall', 'single'], tools: [] }],
    ]),
  )

  it('counts tries and tasks, all and by what they ask for', () => {
    expect(profile.overall).toEqual({ tasks: 3, tries: 6, passRate: 0.5, passAtK: 0.6667 })
    expect(profile.byTool).toEqual({
      book_pickup: { tasks: 1, tries: 2, passRate: 1, passAtK: 1 },
      get_parcel: { tasks: 1, tries: 2, passRate: 0.5, passAtK: 1 },
    })
    expect(Object.keys(profile.byFamily)).toEqual(['base', 'recall', 'single'])
    expect(profile.byRelation['find_parcel -> get_parcel']).toMatchObject({ tasks: 2, passRate: 0.25 })
    expect(profile.byHiddenSteps).toMatchObject({ '0': { tasks: 1 }, '1': { tasks: 2 } })
    expect(profile.reasons).toEqual({ 'missing-answer': 3, 'wrong-state': 3 })
    expect(profile.tasks).toEqual({ a: 0.5, b: 1, c: 0 })
  })

  it('knows what a model is weak at, and which tasks lie between bounds', () => {
    const rate = (tries: number, passRate: number): Parameters<typeof weakTools>[0]['byTool'][string] => ({
      tasks: 1,
      tries,
      passRate,
      passAtK: 1,
    })
    const byTool = { strong: rate(8, 0.8), weak: rate(8, 0.79), weakest: rate(4, 0), unknown: rate(3, 0) }
    expect(weakTools({ byTool })).toEqual(['weakest', 'weak'])
    const between = inBand(profile, [0.1, 0.9])
    expect(['a', 'b', 'c', 'd'].map(between)).toEqual([true, false, false, false])
    expect(['a', 'b', 'c'].map(inBand(profile, [0, 1]))).toEqual([true, true, true])
  })
})
