import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import type { Reference, Request } from '../../../src/core/reference.js'
import { knowledgeOf, nextCalls, resolve } from '../../../src/graph/index.js'
import { lexiconOf, read, realise } from '../../../src/language/index.js'
import { verifyCompleteness } from '../../../src/verifiers/completeness.js'
import { validate } from '../../../src/verifiers/outcome.js'
import { proveTurn } from '../../../src/verifiers/turn.js'
import { type DeskTurn, deskTurn, kind, SEND, stepsOf } from '../../support/desk.js'
import { seen } from '../../support/harbour.js'
import { present } from '../../support/rows.js'

const at = (end: 'most' | 'least'): Reference => ({ by: 'earlier', which: { end, of: 'closes' } })

/** Ada's parcel, to the branch that stays open longest: Canal Walk until 19:30. */
const LATEST: Request = { ...SEND, arguments: { ...SEND.arguments, branch_id: at('most') } }

const latest = await deskTurn([LATEST])

const { graph } = kind.semantics

const branches = (...closing: readonly string[]): JsonObject => ({
  branches: closing.map((closes, i) => ({ branch_id: `B${i}`, street: `Street ${i}`, closes })),
})

const resolved = (calls: Parameters<typeof seen>[0], end: 'most' | 'least', turn?: number): unknown =>
  resolve(knowledgeOf(graph, seen(calls, turn === undefined ? {} : { turn })), at(end), 'branch')

describe('the one that has the most of something', () => {
  it('is looked up, taken and proved; asking for the least instead does not pass [superlatives]', () => {
    const { context, advancedTool } = latest
    expect(context.trace.calls.map(({ call }) => call.name)).toContain('list_branches')
    expect(context.trace.calls.at(-1)?.call.arguments).toMatchObject({ branch_id: 'B52' })
    const { reasons, queryMutants } = proveTurn(context, advancedTool, undefined)
    expect(reasons).toEqual([])
    expect(queryMutants['other-end']).toEqual({ tried: 1, killed: 1, survived: 0 })
  })

  it('is a mention without a value, and the advanced tool finds it again in any list', () => {
    const { context, advancedTool } = latest
    expect(context.query.mentions).toContainEqual(
      expect.objectContaining({ input: '0/branch_id', form: 'superlative', value: null, referents: 1 }),
    )
    const values = advancedTool.body.flatMap((step) => step.arguments.map(({ value }) => value))
    expect(values).toContainEqual(expect.objectContaining({ operation: 'extreme', end: 'most', field: '/closes' }))
  })

  it('is told by the list, whatever was said', () => {
    const call = ['list_branches', {}] as const
    const list = branches('17:30', '19:00', '18:00')
    expect(resolved([[0, ...call, list]], 'most')).toMatchObject({ kind: 'found', value: 'B1' })
    expect(resolved([[0, ...call, list]], 'least')).toMatchObject({
      kind: 'found',
      value: 'B0',
      source: { selected: { field: '/branches/0/closes', match: 'least', value: '17:30' } },
    })
    expect(resolved([], 'most')).toEqual({ kind: 'unknown' })
  })

  it('is nothing unmistakable where two have equally much', () => {
    const tied = seen([[0, 'list_branches', {}, branches('19:00', '17:30', '19:00')]])
    expect(nextCalls(graph, [LATEST], knowledgeOf(graph, tied))).toMatchObject({
      kind: 'stuck',
      stuck: { reason: 'ambiguous', parameter: 'branch_id' },
    })
    expect(resolved([[0, 'list_branches', {}, branches('19:00', '17:30', '19:00')]], 'least')).toMatchObject({
      kind: 'found',
      value: 'B1',
    })
  })

  it('is not taken from a list that something has changed since; the message that changes it still means what it said', () => {
    const list = [0, 'list_branches', {}, branches('17:30', '19:00')] as const
    const sent = [1, 'send_to_branch', { parcel_id: 'P1', branch_id: 'B1' }, { parcel_id: 'P1' }] as const
    expect(resolved([list, sent], 'most')).toMatchObject({ kind: 'found', value: 'B1' })
    expect(resolved([list, sent], 'most', 2)).toEqual({ kind: 'unknown' })
  })
})

describe('refused is', () => {
  const found = ({ context }: DeskTurn, branch: string): string[] => {
    const { turn, start, trace, query, messages } = context
    const steps = stepsOf(
      start,
      [
        [
          ['find_parcel', { recipient: 'Ada Dahl' }],
          ['list_branches', {}],
        ],
        [['send_to_branch', { parcel_id: 'P101', branch_id: branch }]],
      ],
      'It is on its way and arrives in 2 days.',
    )
    const visible = [...messages.map(({ content }) => content), query.text].join('\n')
    return validate(turn, start, trace, steps, visible).reasons.map(({ kind: reason }) => reason)
  }

  it('whoever takes the first, the last but one or the other end', () => {
    expect(found(latest, 'B52')).toEqual([])
    expect(found(latest, 'B34')).toContain('wrong-state')
  })

  it('a message that says the other end', () => {
    const { context } = latest
    const lexicon = lexiconOf([present(context.start.environments[0])])
    const least: Request = { ...LATEST, arguments: { ...LATEST.arguments, branch_id: at('least') } }
    const other = present(realise(lexicon, [least], { voice: { register: 'plain' } }, createRng(1))).text
    expect(read(lexicon, other).requests[0]?.arguments['branch_id']).toEqual(at('least'))
    expect(verifyCompleteness({ ...context, query: { ...context.query, text: other } })).not.toEqual([])
  })
})
