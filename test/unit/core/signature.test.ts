import { describe, expect, it } from 'vitest'
import { planSignature } from '../../../src/core/signature.js'
import type { Binding, Source, TracedCall } from '../../../src/core/trace.js'

const USER: Source = { from: 'user' }

function call(
  name: string,
  bindings: { readonly [parameter: string]: readonly [value: string, source: Source] } = {},
  needs: readonly number[] = [],
): TracedCall {
  const made = Object.entries(bindings).map(([parameter, [value, source]]): Binding => ({
    at: `/${parameter}`,
    value,
    source,
  }))
  const args = Object.fromEntries(Object.entries(bindings).map(([parameter, [value]]) => [parameter, value]))
  return {
    call: { id: '', name, arguments: args },
    result: { callId: '', value: null },
    bindings: made,
    needs,
    hidden: false,
  }
}

const from = (producer: number, path: string, turn = 0): Source => ({ from: 'result', turn, call: producer, path })

const zipA = call('get_zipcode', { city: ['Rivermist', USER] })
const zipB = call('get_zipcode', { city: ['Stonebrook', USER] })
const tickets = call('buy_tickets', { from: ['83214', from(0, '/code')], to: ['74532', from(1, '/code')] }, [0, 1])
const base = planSignature([zipA, zipB, tickets], [2], 0)

describe('planSignature', () => {
  it('knows no values', () => {
    const others = [
      call('get_zipcode', { city: ['Oslo', USER] }),
      zipB,
      call('buy_tickets', { from: ['1', from(0, '/code')], to: ['2', from(1, '/code')] }, [0, 1]),
    ]
    expect(planSignature(others, [2], 0)).toBe(base)
  })

  it('knows no order of independent calls', () => {
    const log = call('log', { text: ['x', USER] })
    expect(planSignature([log, zipA], [0], 0)).toBe(planSignature([zipA, log], [1], 0))
  })

  it('tells list items by their path, not their index', () => {
    const list = call('list', {})
    const use = (index: number): TracedCall => call('use', { id: ['1', from(0, `/items/${index}/id`)] }, [0])
    expect(planSignature([list, use(0)], [1], 0)).toBe(planSignature([list, use(3)], [1], 0))
    expect(planSignature([list, use(0)], [1], 0)).not.toBe(
      planSignature([list, call('use', { id: ['1', from(0, '/items/0/name')] }, [0])], [1], 0),
    )
  })

  it.each<[string, TracedCall[], number[]]>([
    ['another tool', [call('find_zipcode', { city: ['Rivermist', USER] }), zipB, tickets], [2]],
    ['another goal', [zipA, zipB, tickets], [0, 2]],
    [
      'another source',
      [zipA, zipB, call('buy_tickets', { from: ['83214', USER], to: ['74532', from(1, '/code')] }, [0, 1])],
      [2],
    ],
    [
      'an earlier turn as the source',
      [
        zipA,
        zipB,
        call(
          'buy_tickets',
          {
            from: ['83214', { from: 'message', turn: 0, role: 'user', span: [0, 1] }],
            to: ['74532', from(1, '/code')],
          },
          [0, 1],
        ),
      ],
      [2],
    ],
    ['another dependency', [zipA, zipB, { ...tickets, needs: [0] }], [2]],
    [
      'another path',
      [
        zipA,
        zipB,
        call('buy_tickets', { from: ['83214', from(0, '/other')], to: ['74532', from(1, '/code')] }, [0, 1]),
      ],
      [2],
    ],
    ['one call more', [zipA, zipB, tickets, call('log')], [2]],
  ])('changes with %s', (_, calls, goals) => {
    expect(planSignature(calls, goals, 0)).not.toBe(base)
  })

  it('tells an item that was chosen by a description from one that stands alone', () => {
    const alone = call('use', { id: ['1', from(0, '/items/0/id')] })
    const chosen = call('use', {
      id: [
        '1',
        {
          from: 'result',
          turn: 0,
          call: 0,
          path: '/items/0/id',
          selected: { field: '/items/0/name', match: 'equals', value: 'x' },
        },
      ],
    })
    expect(planSignature([call('list'), alone], [1], 0)).not.toBe(planSignature([call('list'), chosen], [1], 0))
  })
})
