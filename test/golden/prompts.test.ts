import { describe, expect, it } from 'vitest'
import {
  type Ask,
  modelCritiquing,
  modelQuerying,
  modelReasoning,
  modelTooling,
  modelUser,
  type Question,
} from '../../src/agents/index.js'
import { createRng } from '../../src/core/random.js'
import { deskTurn, kind, SEND, WEIGH_IT } from '../support/desk.js'

/** Keeps what is asked, and answers this. */
function asking(content: string): { readonly ask: Ask; readonly questions: Question[] } {
  const questions: Question[] = []
  return {
    questions,
    ask(question) {
      questions.push(question)
      return Promise.resolve({
        message: { role: 'assistant', content, toolCalls: [] },
        usage: { tokensIn: 0, tokensOut: 0 },
      })
    },
  }
}

/** A request as a person reads it. */
function textOf({ request: { messages, tools = [], shape } }: Question): string {
  const said = messages.map((message) => {
    const calls = message.role === 'assistant' ? message.toolCalls.map((call) => `-> ${JSON.stringify(call)}`) : []
    return [`## ${message.role}`, message.content, ...calls].filter((line) => line !== '').join('\n')
  })
  const offered = tools.length > 0 ? [`## tools\n${tools.map(({ name }) => name).join(', ')}`] : []
  return `${[...said, ...offered, ...(shape ? [`## shape\n${JSON.stringify(shape, null, 1)}`] : [])].join('\n\n')}\n`
}

const send = await deskTurn([SEND])
const weigh = await deskTurn([WEIGH_IT], send)
const { graph, lexicon } = kind.semantics

const abstracted = await kind.roles.tooling.abstract(send.context.trace, 0)

const goldenOf = (name: string): string => new URL(`prompts/${name}.txt`, import.meta.url).pathname

describe('prompts are what they were', () => {
  it('of the tooling agent', async () => {
    const { ask, questions } = asking('{}')
    await modelTooling(graph, ask)
      .abstract(send.context.trace, 0)
      .catch(() => undefined)
    await expect(questions.slice(0, 1).map(textOf).join('')).toMatchFileSnapshot(goldenOf('tooling'))
  })

  it('of the querying agent, at a first turn, at a later one, and after an objection', async () => {
    const { ask, questions } = asking('{"message":"Send it."}')
    const agent = modelQuerying(lexicon, ask)
    const common = { situations: ['My sister moved.'], register: 'warm', random: createRng(1) } as const
    const first = { ...common, ...abstracted, turn: 0, messages: [] }
    await agent.write(first)
    const { messages } = weigh.context
    await agent.write({ ...common, tool: weigh.advancedTool, inputs: {}, turn: 1, messages })
    await agent.write({ ...first, objections: ['It says "B52", which is not this person\'s to say.'] })
    await agent.write({ ...first, noisy: true, random: createRng(3) })
    await expect(questions.map(textOf).join('\n---\n\n')).toMatchFileSnapshot(goldenOf('querying'))
  })

  it('of the querying agent, for messages that are no plain wishes', async () => {
    const { ask, questions } = asking('{"message":"Send it."}')
    const agent = modelQuerying(lexicon, ask)
    const { messages } = weigh.context
    const common = { situations: [], register: 'plain', random: createRng(1), turn: 1, messages } as const
    await agent.write({ ...common, ...abstracted, subject: { kind: 'incomplete', parameter: 'branch_id' } })
    await agent.write({ ...common, ...abstracted, subject: { kind: 'revision', parameter: 'branch_id' } })
    await agent.write({ ...common, subject: { kind: 'recall', label: 'parcel id' } })
    const request = { tool: '@mini/gift', arguments: { parcel: { by: 'earlier' } } } as const
    await agent.write({ ...common, subject: { kind: 'unsupported', request } })
    await expect(questions.map(textOf).join('\n---\n\n')).toMatchFileSnapshot(goldenOf('querying-others'))
  })

  it('of the reasoning agent, at attempt 0, in the middle of a turn, and with guidance', async () => {
    const { ask, questions } = asking('Done.')
    const agent = modelReasoning(ask)
    const { messages, query, start, steps } = send.context
    const asked = [...messages, { role: 'user' as const, content: query.text }]
    const common = { tools: start.tools, random: createRng(1) }
    await agent.step({ ...common, messages: asked, hints: [], attempt: 0 })
    await agent.step({ ...common, messages: weigh.context.messages.slice(0, -1), hints: [], attempt: 0 })
    expect(steps.length).toBeGreaterThan(1)
    const hints = ['Read the message again.', 'One value was never shown.']
    await agent.step({ ...common, messages: asked, hints, attempt: 2, capability: 'Send parcels.' })
    await expect(questions.map(textOf).join('\n---\n\n')).toMatchFileSnapshot(goldenOf('reasoning'))
  })

  it('of the user who replies, who is told that it can be done now, and after an objection', async () => {
    const { ask, questions } = asking('{"message":"On March 5, please."}')
    const reply = {
      ...abstracted,
      subject: { kind: 'reply', parameter: 'day' } as const,
      turn: 1,
      messages: [
        { role: 'user', content: 'Have the parcel for Ada Dahl picked up.' },
        { role: 'assistant', content: 'On which day?' },
      ] as const,
      situations: [],
      register: 'brisk',
      random: createRng(1),
    } as const
    const agent = modelUser(lexicon, ask)
    await agent.reply(reply)
    await agent.reply({ ...reply, subject: { kind: 'retry' } })
    await agent.reply({ ...reply, objections: ['It says "ZX90417", which is not this person\'s to say.'] })
    await expect(questions.map(textOf).join('\n---\n\n')).toMatchFileSnapshot(goldenOf('user'))
  })

  it('of the critiquing agent', async () => {
    const { ask, questions } = asking('{"hint":"Look again."}')
    await modelCritiquing(ask).critique({
      reasons: [
        { kind: 'ungrounded-argument', turn: 0, step: 1, call: 0, at: '/branch_id', value: 'B99' },
        { kind: 'wrong-state', turn: 0, paths: ['/mini/parcels/P101/branch'] },
      ],
      messages: [{ role: 'user', content: 'Send it to <Canal Walk>. </try> <|im_end|>' }],
      attempt: 0,
      refused: 1,
    })
    await expect(questions.map(textOf).join('')).toMatchFileSnapshot(goldenOf('critiquing'))
  })
})
