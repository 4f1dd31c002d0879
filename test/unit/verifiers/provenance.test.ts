import { describe, expect, it } from 'vitest'
import type { Binding, Source, Trace } from '../../../src/core/trace.js'
import type { Discrepancy } from '../../../src/core/verdict.js'
import { verifyProvenance } from '../../../src/verifiers/provenance.js'
import { BOOK, type DeskTurn, deskTurn, SEND, WEIGH_IT } from '../../support/desk.js'

const send = await deskTurn([SEND])
const book = await deskTurn([BOOK])
const weighIt = await deskTurn([WEIGH_IT], send)

function verify({ context }: DeskTurn, trace = context.trace): Discrepancy[] {
  return verifyProvenance({ ...context, trace })
}

/** A turn's trace with the bindings of its last call changed. */
function sourced({ context: { trace } }: DeskTurn, change: (binding: Binding) => Binding | undefined): Trace {
  const last = trace.calls.length - 1
  return {
    ...trace,
    calls: trace.calls.map((traced, i) =>
      i === last ? { ...traced, bindings: traced.bindings.flatMap((binding) => change(binding) ?? []) } : traced,
    ),
  }
}

const from = (turn: DeskTurn, place: string, source: Source): Trace =>
  sourced(turn, (binding) => (binding.at === place ? { ...binding, source } : binding))
const result = (call: number, path: string, turn = 0): Source => ({ from: 'result', turn, call, path })

describe('verifyProvenance', () => {
  it('passes sources that show their values, of earlier turns too', () => {
    for (const turn of [send, book, weighIt]) expect(verify(turn)).toEqual([])
    expect(weighIt.context.trace.calls.flatMap(({ bindings }) => bindings.map(({ source }) => source))).toMatchObject([
      { from: 'result', turn: 0 },
    ])
  })

  it.each<[string, Trace]>([
    ['a path that the result does not have', from(send, '/branch_id', result(1, '/branches/7/branch_id'))],
    ['a path with another value', from(send, '/branch_id', result(1, '/branches/0/branch_id'))],
    ['a call that comes later', from(send, '/branch_id', result(2, '/parcel_id'))],
    ['a call that does not exist', from(send, '/branch_id', result(9, '/branch_id'))],
    ['a turn that did not happen', from(send, '/branch_id', result(1, '/branches/2/branch_id', 4))],
    [
      'another value than the argument',
      sourced(send, (binding) => (binding.at === '/branch_id' ? { ...binding, value: 'B34' } : binding)),
    ],
    [
      'a key that is another',
      from(send, '/branch_id', { from: 'result', turn: 0, call: 1, path: '/branches/2', part: 'key' }),
    ],
    [
      'a segment that is not there',
      from(send, '/branch_id', { from: 'result', turn: 0, call: 1, path: '/branches/2/street', part: 'segment' }),
    ],
    [
      'words of a message that are elsewhere',
      from(send, '/branch_id', { from: 'message', turn: 0, role: 'user', span: [9_000, 9_003] }),
    ],
  ])('refuses %s', (_, trace) => {
    expect(verify(send, trace)).toMatchObject([{ kind: 'wrong-argument', turn: 0, call: 2, at: '/branch_id' }])
  })

  it('refuses an argument without a source', () => {
    const trace = sourced(send, (binding) => (binding.at === '/branch_id' ? undefined : binding))
    expect(verify(send, trace)).toEqual([
      { kind: 'ungrounded-argument', turn: 0, call: 2, at: '/branch_id', value: 'B52' },
    ])
  })

  it('refuses the user as the source of a value that they never said', () => {
    expect(verify(send, from(send, '/branch_id', { from: 'user' }))).not.toEqual([])
  })
})
