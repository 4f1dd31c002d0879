import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import type { Trace } from '../../../src/core/trace.js'
import type { Step } from '../../../src/core/trajectory.js'
import { createWorld, type World } from '../../../src/environment/index.js'
import { goldOf, reaches, validate } from '../../../src/verifiers/index.js'
import { counter } from '../../support/counter.js'
import { answerOf, BOOK, deskTurn, SEND, stepsOf, WEIGH } from '../../support/desk.js'

const send = await deskTurn([SEND])
const weigh = await deskTurn([WEIGH])
const book = await deskTurn([BOOK])

function reasonsFor(
  { context: { start, trace, messages, query } }: typeof send,
  steps: readonly Step[],
): ReturnType<typeof validate>['reasons'] {
  return validate(0, start, trace, steps, [...messages.map(({ content }) => content), query.text].join('\n')).reasons
}

const FIND = ['find_parcel', { recipient: 'Ada Dahl' }] as const
const LIST = ['list_branches', {}] as const
const MOVE = ['send_to_branch', { parcel_id: 'P101', branch_id: 'B52' }] as const
const sent = (calls: Parameters<typeof stepsOf>[1], answer = answerOf(send)): Step[] =>
  stepsOf(send.context.start, calls, answer)

describe('validate', () => {
  it('passes what the accepted steps did', () => {
    for (const turn of [send, weigh, book]) expect(reasonsFor(turn, turn.context.steps)).toEqual([])
  })

  it('finds that nothing was done', () => {
    expect(reasonsFor(send, sent([], 'Done.')).map(({ kind }) => kind)).toEqual([
      'no-call',
      'missing-call',
      'wrong-state',
    ])
  })

  it('finds a change that is missing, with the place', () => {
    expect(reasonsFor(send, sent([[FIND], [LIST]], 'Done.'))).toEqual([
      { kind: 'missing-call', turn: 0, tool: 'send_to_branch', traceCall: 2 },
      { kind: 'wrong-state', turn: 0, paths: ['/mini/parcels/P101/branch'] },
    ])
  })

  it('finds one write more, with the place', () => {
    const extra = ['book_pickup', { parcel_id: 'P125', day: '2026-03-05' }] as const
    const [reason] = reasonsFor(send, sent([[FIND], [LIST], [MOVE], [extra]]))
    expect(reason).toMatchObject({ kind: 'wrong-state', turn: 0 })
    expect(reason).toHaveProperty('paths', expect.arrayContaining(['/mini/parcels/P125/pickup']))
  })

  it('finds a wrong value, with the place', () => {
    const elsewhere = ['send_to_branch', { parcel_id: 'P101', branch_id: 'B34' }] as const
    expect(reasonsFor(send, sent([[FIND], [LIST], [elsewhere]]))).toEqual([
      { kind: 'wrong-state', turn: 0, paths: ['/mini/parcels/P101/branch'] },
    ])
  })

  it('finds an answer that lacks what was asked, with its source', () => {
    const steps = stepsOf(
      weigh.context.start,
      [[['find_parcel', { recipient: 'Omar Novak' }]], [['get_parcel', { parcel_id: 'P125' }]]],
      'I had a look.',
    )
    expect(reasonsFor(weigh, steps)).toEqual([
      { kind: 'missing-answer', turn: 0, source: { from: 'result', turn: 0, call: 1, path: '/grams' } },
    ])
  })

  it('finds an answer with another number than the one asked for', () => {
    const steps = stepsOf(
      weigh.context.start,
      [[['find_parcel', { recipient: 'Omar Novak' }]], [['get_parcel', { parcel_id: 'P125' }]]],
      'It weighs 830 grams.',
    )
    expect(reasonsFor(weigh, steps)).toMatchObject([
      { kind: 'missing-answer' },
      { kind: 'unsupported-claim', where: 'answer', text: '830' },
    ])
  })

  it('finds a number in the answer that nothing showed', () => {
    expect(reasonsFor(send, sent([[FIND], [LIST], [MOVE]], `${answerOf(send)} That makes 93 dollars.`))).toEqual([
      { kind: 'unsupported-claim', turn: 0, where: 'answer', text: '93' },
    ])
  })

  it('finds that there is no answer', () => {
    expect(reasonsFor(send, sent([[FIND], [LIST], [MOVE]], ' \n'))).toEqual([{ kind: 'empty-answer', turn: 0 }])
  })

  it('finds a search among too many calls, and allows three more than gold', () => {
    const looks = (count: number): (typeof LIST)[][] => Array.from({ length: count }, () => [LIST])
    expect(reasonsFor(send, sent([...looks(4), [FIND], [MOVE]]))).toEqual([])
    expect(reasonsFor(send, sent([...looks(5), [FIND], [MOVE]]))).toEqual([{ kind: 'step-limit', turn: 0 }])
  })

  it('finds a tool that nobody offers', () => {
    const steps: Step[] = [
      { content: '', calls: [{ id: 'x', name: 'weigh_parcel', arguments: {} }], results: [] },
      ...weigh.context.steps,
    ]
    expect(reasonsFor(weigh, steps)).toEqual([{ kind: 'unknown-tool', turn: 0, step: 0, call: 0 }])
  })

  it('finds arguments that the parameters do not allow', () => {
    const wrong = ['get_parcel', { parcel_id: 101 }] as const
    expect(reasonsFor(send, sent([[FIND, wrong], [LIST], [MOVE]]))).toEqual([
      {
        kind: 'invalid-arguments',
        turn: 0,
        step: 0,
        call: 1,
        errors: [{ at: '/parcel_id', message: 'must be of type string' }],
      },
    ])
  })
})

const START = { count: 5, log: [], seat: 'front', generator: { seed: 1, drawn: 0 } }
const counterWorld = (): World =>
  createWorld([counter], { environments: [counter.ref], state: { counter: START }, clock: '' })

function traceOf(name: string, args: JsonObject): Trace {
  const call = { id: 't0', name, arguments: args }
  return {
    target: name,
    start: '',
    end: '',
    signature: '',
    requests: [],
    calls: [{ call, result: counterWorld().call(call), bindings: [], needs: [], hidden: false }],
    goal: { calls: [0], answers: [] },
  }
}

const counted = (calls: Parameters<typeof stepsOf>[1]): ReturnType<typeof validate>['reasons'] =>
  validate(0, counterWorld(), traceOf('add', { amount: 2, note: 'added' }), stepsOf(counterWorld(), calls, 'Done.'), '')
    .reasons

describe('an effect that the observed state does not show', () => {
  it('is owed as a call: two steps of one are not one step of two', () => {
    expect(counted([[['add', { amount: 2, note: 'added' }]]])).toEqual([])
    expect(counted([[['add', { amount: 3, note: 'added' }]]]).map(({ kind }) => kind)).toEqual([
      'missing-call',
      'wrong-state',
    ])
    expect(counted([[['add', { amount: 1, note: 'added' }]], [['add', { amount: 1, note: 'added' }]]])[0]).toEqual({
      kind: 'missing-call',
      turn: 0,
      tool: 'add',
      traceCall: 0,
    })
  })
})

describe('reaches', () => {
  const gold = goldOf(weigh.context.start, weigh.context.trace)

  it('wants every asked leaf in the results', () => {
    const world = weigh.context.start.fork()
    const call = { id: 'c', name: 'get_parcel', arguments: { parcel_id: 'P125' } }
    expect(reaches(gold, world, [], [])).toBe(false)
    expect(reaches(gold, world, [call], [world.call(call)])).toBe(true)
  })

  it('wants small numbers and truth values from the same place of the same tool', () => {
    const trace = { ...traceOf('show', {}), goal: { calls: [0], answers: [{ call: 0, path: '/count' }] } }
    const world = counterWorld()
    const elsewhere = { id: 'c', name: 'roll', arguments: {} }
    expect(reaches(goldOf(world, trace), world, [elsewhere], [{ callId: 'c', value: { rolled: 5 } }])).toBe(false)
    const call = { id: 'c', name: 'show', arguments: {} }
    expect(reaches(goldOf(world, trace), world, [call], [world.call(call)])).toBe(true)
  })

  it('takes no answer from an error', () => {
    const call = { id: 'c', name: 'get_parcel', arguments: { parcel_id: 'P125' } }
    expect(
      reaches(
        gold,
        weigh.context.start,
        [call],
        [{ callId: 'c', value: { grams: 820 }, error: { code: 'x', transient: false } }],
      ),
    ).toBe(false)
  })
})

describe('goldOf', () => {
  it('does not move the world it starts from', () => {
    const { start, trace } = send.context
    const before = start.stateOf('mini')
    const gold = goldOf(start, trace)
    expect(start.stateOf('mini')).toBe(before)
    expect(gold.world.observe()).toMatchObject({ mini: { parcels: { P101: { branch: 'B52' } } } })
  })

  it('belongs to its world: the same trace from another start is other gold', () => {
    const other = createWorld(send.context.start.environments, {
      ...send.context.start.snapshot(),
      state: { mini: { ...(send.context.start.stateOf('mini') as JsonObject), codes: { c1: 'P125' } } },
    })
    expect(goldOf(other, send.context.trace).world.sameAs(goldOf(send.context.start, send.context.trace).world)).toBe(
      false,
    )
  })
})
