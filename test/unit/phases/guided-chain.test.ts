import { describe, expect, it } from 'vitest'
import type { ReasonedStep } from '../../../src/agents/index.js'
import { createRng } from '../../../src/core/random.js'
import { type Refined, refine } from '../../../src/phases/guided-chain/index.js'
import { answerOf, deskTurn, kind, SEND } from '../../support/desk.js'
import { scriptedCritiquing, scriptedReasoning } from '../../support/scripted.js'

const send = await deskTurn([SEND])

const right: ReasonedStep[] = send.context.steps.map(({ reasoning, content, calls }) => ({
  ...(reasoning === undefined ? {} : { reasoning }),
  content,
  calls: calls.map(({ name, arguments: args }) => ({ name, arguments: args })),
}))
const lazy: ReasonedStep[] = [{ content: 'Done.', calls: [] }]
const wrong: ReasonedStep[] = [
  ...right.slice(0, -2),
  { content: '', calls: [{ name: 'send_to_branch', arguments: { parcel_id: 'P101', branch_id: 'B34' } }] },
  { content: answerOf(send), calls: [] },
]

async function play(
  attempts: readonly (readonly ReasonedStep[])[],
  kmax = 3,
): Promise<
  Refined & { reasoning: ReturnType<typeof scriptedReasoning>; critiquing: ReturnType<typeof scriptedCritiquing> }
> {
  const [reasoning, critiquing] = [scriptedReasoning(attempts), scriptedCritiquing()]
  const { start, trace, messages, query, turn } = send.context
  const asked = [...messages, { role: 'user' as const, content: query.text }]
  const refined = await refine(
    { reasoning, critiquing },
    {
      start,
      messages: asked,
      turn,
      trace,
      capability: 'It can send parcels.',
      kmax,
      label: 'test',
      random: createRng(1),
    },
  )
  return { ...refined, reasoning, critiquing }
}

describe('refine', () => {
  it('accepts a first attempt that passes, without a hint', async () => {
    const { attempts, accepted, critiquing } = await play([right])
    expect(attempts).toEqual([])
    expect(accepted?.map(({ content }) => content)).toEqual(right.map(({ content }) => content))
    expect(critiquing.seen).toEqual([])
  })

  it('gives the first attempt neither capability nor hint, and later ones both, hints in order', async () => {
    const { reasoning } = await play([lazy, wrong, right])
    const given = new Map(reasoning.inputs.map(({ attempt, capability, hints }) => [attempt, { capability, hints }]))
    expect([...given]).toEqual([
      [0, { capability: undefined, hints: [] }],
      [1, { capability: 'It can send parcels.', hints: ['hint 1'] }],
      [2, { capability: 'It can send parcels.', hints: ['hint 1', 'hint 2'] }],
    ])
  })

  it('keeps failed attempts with their verdicts and the hint they had', async () => {
    const { attempts, critiquing } = await play([lazy, wrong, right])
    expect(attempts.map(({ hint }) => hint)).toEqual([undefined, 'hint 1'])
    expect(attempts.map(({ verdict }) => [verdict.pass, verdict.reasons[0]?.kind])).toEqual([
      [false, 'no-call'],
      [false, 'wrong-state'],
    ])
    expect(critiquing.seen).toEqual(attempts.map(({ verdict }) => verdict.reasons))
  })

  it('has no hint in accepted steps', async () => {
    const { accepted } = await play([lazy, right])
    expect(JSON.stringify(accepted)).not.toMatch(/hint|can send parcels/)
  })

  it('gives up after Kmax critiques, of which none is made for the last attempt', async () => {
    for (const kmax of [0, 1, 3]) {
      const { attempts, accepted, critiquing } = await play([lazy], kmax)
      expect(accepted).toBeUndefined()
      expect(attempts).toHaveLength(kmax + 1)
      expect(critiquing.seen).toHaveLength(kmax)
    }
  })

  it('starts every attempt from the world before the turn, which it leaves alone', async () => {
    const before = send.context.start.stateOf('mini')
    const { accepted } = await play([wrong, wrong, right])
    expect(accepted).toBeDefined()
    expect(send.context.start.stateOf('mini')).toBe(before)
  })

  it('executes calls itself: results are the world’s, under ids that are unique and nine characters long', async () => {
    const { attempts, accepted = [] } = await play([wrong, right])
    const calls = [...attempts.flatMap(({ steps }) => steps), ...accepted].flatMap((step) =>
      step.calls.map((call, i) => ({ call, result: step.results[i] })),
    )
    expect(new Set(calls.map(({ call }) => call.id)).size).toBe(calls.length)
    for (const { call, result } of calls) {
      expect(call.id).toMatch(/^[a-z0-9]{9}$/)
      expect(result?.callId).toBe(call.id)
    }
  })

  it('shows the agent results of earlier steps only', async () => {
    const { reasoning } = await play([right])
    const shown = reasoning.inputs.map(({ messages }) => messages.filter(({ role }) => role === 'tool').length)
    expect(shown[0]).toBe(0)
    expect(shown).toEqual(right.map((_, s) => right.slice(0, s).flatMap(({ calls }) => calls).length))
  })

  it('refuses an attempt that calls a tool nobody offers, without running it', async () => {
    const { attempts } = await play([[{ content: '', calls: [{ name: 'teleport', arguments: {} }] }]], 0)
    expect(attempts).toMatchObject([
      { steps: [], verdict: { pass: false, reasons: [{ kind: 'unknown-tool', step: 0, call: 0 }] } },
    ])
  })

  it('stops an attempt that goes nowhere', async () => {
    const { attempts } = await play([[{ content: '', calls: [{ name: 'list_branches', arguments: {} }] }]], 0)
    expect(attempts[0]?.verdict.reasons).toEqual([{ kind: 'step-limit', turn: 0 }])
    expect(attempts[0]?.steps.length).toBeLessThanOrEqual(20)
  })

  it('is the same every time with procedural agents', async () => {
    const { start, trace, messages, query, turn } = send.context
    const asked = [...messages, { role: 'user' as const, content: query.text }]
    const run = (): Promise<Refined> =>
      refine(kind.roles, {
        start,
        messages: asked,
        turn,
        trace,
        capability: '',
        kmax: 3,
        label: 'x',
        random: createRng(5),
      })
    expect(await run()).toEqual(await run())
  })
})
