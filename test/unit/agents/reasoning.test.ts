import { describe, expect, it } from 'vitest'
import type { ReasonedStep } from '../../../src/agents/index.js'
import type { Message } from '../../../src/core/message.js'
import { createRng } from '../../../src/core/random.js'
import { messagesOfStep } from '../../../src/core/trajectory.js'
import type { World } from '../../../src/environment/index.js'
import { DESK, deskTurn, type DeskTurn, deskWorld, kind, SEND, WEIGH, WEIGH_IT } from '../../support/desk.js'

const send = await deskTurn([SEND])
const weigh = await deskTurn([WEIGH])
const weighIt = await deskTurn([WEIGH_IT], send)
const both = await deskTurn([WEIGH, SEND])

const ask = (messages: readonly Message[], attempt = 1, seed = 1): Promise<ReasonedStep> =>
  kind.roles.reasoning.step({ messages, tools: deskWorld().tools, hints: [], attempt, random: createRng(seed) })

/** The agent's whole turn in this world, from the messages before it. */
async function play({ context: { messages, query } }: DeskTurn, world: World): Promise<ReasonedStep[]> {
  const seen: Message[] = [...messages, { role: 'user', content: query.text }]
  const steps: ReasonedStep[] = []
  for (let s = 0; s < 10; s++) {
    const step = await ask(seen)
    steps.push(step)
    if (step.calls.length === 0) return steps
    const calls = step.calls.map((call, c) => ({ id: `c${s}${c}`, ...call }))
    seen.push(...messagesOfStep({ ...step, calls, results: calls.map((call) => world.call(call)) }))
  }
  throw new Error('play: the agent does not come to an end')
}

/** The same desk with every id renamed. */
const RENAMED = JSON.parse(
  JSON.stringify(DESK)
    .replaceAll(/"P1(\d\d)"/g, '"P7$1"')
    .replaceAll(/"B(\d\d)"/g, '"B9$1"'),
) as typeof DESK

describe('the procedural reasoning agent', () => {
  it('carries out what the words ask for, and answers', async () => {
    const world = deskWorld()
    const steps = await play(send, world)
    expect(world.observe()).toMatchObject({ mini: { parcels: { P101: { branch: 'B52' } } } })
    expect(steps.at(-1)?.content).not.toBe('')
    expect((await play(weigh, deskWorld())).at(-1)?.content).toContain('820')
  })

  it('knows only what it was shown: in a world with other ids it finds those', async () => {
    const world = deskWorld(RENAMED)
    const steps = await play(send, world)
    expect(steps.flatMap(({ calls }) => calls).at(-1)).toEqual({
      name: 'send_to_branch',
      arguments: { parcel_id: 'P701', branch_id: 'B952' },
    })
    expect(JSON.stringify(steps)).not.toMatch(/P101|"B52"/)
  })

  it('takes the same first step whatever the world holds', async () => {
    const first = async (state: typeof DESK): Promise<ReasonedStep | undefined> =>
      (await play(send, deskWorld(state)))[0]
    expect(await first(RENAMED)).toEqual(await first(DESK))
  })

  it('uses what earlier turns showed instead of looking it up again', async () => {
    const { messages, query } = weighIt.context
    const { calls } = await ask([...messages, { role: 'user', content: query.text }])
    expect(calls).toEqual([{ name: 'get_parcel', arguments: { parcel_id: 'P101' } }])
  })

  it('says so when it does not understand, and calls nothing', async () => {
    const { calls, content } = await ask([{ role: 'user', content: 'Blue is a colour.' }])
    expect(calls).toEqual([])
    expect(content).toMatch(/another way\?$/)
  })

  it('says so when it has no way on, and calls nothing', async () => {
    const [system] = weigh.context.messages
    const { calls, content } = await ask([
      ...(system ? [system] : []),
      { role: 'user', content: weighIt.context.query.text },
    ])
    expect(calls).toEqual([])
    expect(content).toMatch(/^I could not do that/)
  })

  it('stops after a failure instead of guessing', async () => {
    const steps = await play(weigh, deskWorld({ ...DESK, parcels: {} }))
    expect(steps.map(({ calls }) => calls.length)).toEqual([1, 0])
    expect(steps.at(-1)?.content).toMatch(/^I could not do that/)
  })

  it('overlooks a second wish at times, at the first attempt only', async () => {
    const wishes = async (attempt: number): Promise<string[]> => {
      const messages: Message[] = [
        ...both.context.messages,
        { role: 'user', content: both.context.query.text },
        ...both.context.steps.slice(0, -1).flatMap(messagesOfStep),
      ]
      const steps = await Promise.all(Array.from({ length: 40 }, (_, seed) => ask(messages, attempt, seed)))
      return steps.map(({ content }) => content)
    }
    const short = (answers: readonly string[]): number =>
      answers.filter((answer) => !answer.includes('Canal Walk') && !/branch|day/i.test(answer)).length
    expect(short(await wishes(0))).toBeGreaterThan(0)
    expect(short(await wishes(1))).toBe(0)
  })

  it('does not change with hints: its reading is its own', async () => {
    const messages: Message[] = [...send.context.messages, { role: 'user', content: send.context.query.text }]
    const hinted = await kind.roles.reasoning.step({
      messages,
      tools: deskWorld().tools,
      capability: 'It can send.',
      hints: ['Look again.'],
      attempt: 1,
      random: createRng(1),
    })
    expect(hinted).toEqual(await ask(messages))
    expect(JSON.stringify(hinted)).not.toMatch(/Look again|It can send/)
  })
})
