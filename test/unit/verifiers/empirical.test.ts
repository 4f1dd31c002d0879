import { describe, expect, it } from 'vitest'
import type { ToolCall } from '../../../src/core/tool.js'
import { type ActingTurn, countBlind, proveTurn } from '../../../src/verifiers/index.js'
import { deskTurn, SEND } from '../../support/desk.js'

const send = await deskTurn([SEND])
const { steps, trace, start } = send.context
const gold = steps.flatMap(({ calls }) => calls)
const text = 'My sister lives near Canal Walk now, so let the parcel for Ada Dahl go to that branch.'
const written: ActingTurn = {
  ...send.context,
  query: { ...send.context.query, text, writer: 'model', mentions: [], spans: [[0, text.length]] },
}

const silent: readonly ToolCall[] = []
const elsewhere = gold.map((call) =>
  call.name === 'send_to_branch' ? { ...call, arguments: { ...call.arguments, branch_id: 'B34' } } : call,
)

const kindsOf = (context: ActingTurn): string[] =>
  proveTurn(context, undefined, undefined).reasons.map(({ kind }) => kind)

describe('words of a model', () => {
  it('pass where blind tries agree on what they mean', () => {
    for (const blind of [
      [gold, gold, gold],
      [gold, gold, silent, elsewhere],
      [silent, gold, gold, gold],
    ])
      expect(kindsOf({ ...written, blind })).toEqual([])
  })

  it('are refused where they do not, or where too few tried', () => {
    for (const blind of [undefined, [], [gold], [gold, gold], [gold, gold, silent], [gold, gold, silent, silent]])
      expect(kindsOf({ ...written, ...(blind ? { blind } : {}) })).toEqual(['unclear-query'])
    expect(kindsOf({ ...written, blind: [gold, elsewhere, elsewhere, gold] })).toEqual(['unclear-query'])
    expect(kindsOf({ ...written, blind: [gold, silent, elsewhere, []] })).toEqual(['unclear-query'])
  })

  it('are refused where they leave out what only the user can know', () => {
    const query = { ...written.query, text: 'Let the parcel for Ada Dahl go to the branch nearer to my sister.' }
    expect(kindsOf({ ...written, query, blind: [gold, gold, gold] })).toContain('incomplete-query')
  })

  it('are refused where they give away what has to be found', () => {
    const query = { ...written.query, text: `${text} That is B52.` }
    expect(kindsOf({ ...written, query, blind: [gold, gold, gold] })).toContain('leak')
  })

  it('cannot be had by calls that no tool would take', () => {
    const broken = gold.map((call) => ({ ...call, arguments: { ...call.arguments, more: 1 } }))
    expect(countBlind(start, trace, [broken, gold])).toMatchObject({ tried: 2, reached: 1 })
  })
})
