import { describe, expect, it } from 'vitest'
import { collectAttempts } from '../../../src/report/figures/attempts.js'
import { collectCoverage } from '../../../src/report/figures/coverage.js'
import { collectFamilies } from '../../../src/report/figures/families.js'
import { collectLengths } from '../../../src/report/figures/lengths.js'
import { collectProvenance } from '../../../src/report/figures/provenance.js'
import { collectReasoning } from '../../../src/report/figures/reasoning.js'
import { collectShape } from '../../../src/report/figures/shape.js'
import { collectSignatures } from '../../../src/report/figures/signatures.js'
import { collectWording } from '../../../src/report/figures/wording.js'
import { deskGraph } from './desk.js'
import { figureOf, makeRow, MOVE, WEIGH } from './rows.js'

const THANKS = { text: 'Thanks, please go on.' }
const ROW = makeRow(0, [WEIGH, MOVE, THANKS])

describe('figures', () => {
  it('count rows, turns, calls and steps', () => {
    const figure = figureOf(collectShape(), [
      ROW,
      makeRow(1, [{ ...MOVE, calls: MOVE.calls?.slice(0, 2) ?? [], together: true }]),
    ])
    expect(figure).toMatchObject({
      rows: 2,
      turns: 4,
      calls: 7,
      steps: 10,
      oneCallOrNone: 1,
      parallelSteps: 1,
      expectations: { act: 4 },
      environments: { desk: 2 },
    })
    expect(figure.depth.bins.map(({ count }) => count)).toEqual([1, 1, 2])
    expect(figure.callsPerStep).toMatchObject({ n: 6, max: 2 })
  })

  it('tell where argument values come from', () => {
    const { leaves, classes } = figureOf(collectProvenance(), [ROW])
    expect(leaves).toBe(4)
    expect(classes).toEqual([
      { name: 'said in this turn', count: 2 },
      { name: 'result of an earlier turn', count: 1 },
      { name: 'result of this turn', count: 1 },
    ])
  })

  it('count signatures of linked multi-call turns only', () => {
    const other = {
      ...WEIGH,
      text: "How heavy is Lin's?",
      calls: [{ tool: 'weigh_box', arguments: { box_id: ['B-904', { from: 'user' }] } as const }],
    }
    const figure = figureOf(collectSignatures(), [ROW, makeRow(1, [WEIGH]), makeRow(2, [other])])
    expect(figure).toMatchObject({ turns: 3, distinct: 2 })
    expect(figure.perThousand).toBeUndefined()
    expect(figure.top.map(({ count, tools }) => [count, tools])).toEqual([
      [2, 'find_box > weigh_box'],
      [1, 'sign_in > unlock > move_box'],
    ])
  })

  it('count distinct signatures by whole thousands of rows', () => {
    const rows = Array.from({ length: 1001 }, () => ROW)
    expect(figureOf(collectSignatures(), rows)).toMatchObject({ turns: 2002, distinct: 2, perThousand: 2 })
  })

  it('measure variety with values masked', () => {
    const ask = (name: string): { text: string; mentions: string[] } => ({
      text: `Tell me now the weight of ${name}.`,
      mentions: [name],
    })
    const { distinct, sampleWords, commonestGrams, polite } = figureOf(collectWording(), [
      makeRow(0, [ask('Ada'), THANKS]),
      makeRow(1, [ask('Lin')]),
    ])
    // Twice "tell me now the weight of #": four 4-grams each, all the same; and one of "thanks please go on".
    expect(distinct[4]).toBe(0.5556)
    expect(sampleWords).toBe(18)
    expect(commonestGrams[0]).toEqual({ name: 'me now the weight', count: 2 })
    expect(polite).toBe(0.3333)
  })

  it('find the commonest sentences of chains of thought', () => {
    const figure = figureOf(collectReasoning(), [ROW, makeRow(1, [WEIGH])])
    expect(figure).toMatchObject({ sentences: 6, distinct: 4, callingSteps: 7, reasonedSteps: 3, topShare: 1 })
    expect(figure.top.slice(0, 2)).toEqual([
      { sentence: 'I look up the box of # first.', count: 2 },
      { sentence: 'Only the owner is known.', count: 2 },
    ])
  })

  it('measure lengths, in tokens too where someone counts them', () => {
    const { userMessages, answers } = figureOf(
      collectLengths((text) => text.length),
      [ROW],
    )
    expect(userMessages.words).toMatchObject({ n: 3, max: 6 })
    expect(answers.tokens?.max).toBe('It weighs 1250 grams.'.length)
    expect(figureOf(collectLengths(), [ROW]).answers.tokens).toBeUndefined()
  })

  it('count failed attempts by what was wrong', () => {
    const row = makeRow(0, [
      { ...WEIGH, failed: ['missing-call', 'no-call'] },
      { ...MOVE, failed: ['missing-call'] },
      THANKS,
    ])
    expect(figureOf(collectAttempts(), [row])).toEqual({
      turns: 3,
      firstTry: 1,
      failed: 3,
      kinds: [
        { name: 'missing-call', count: 2 },
        { name: 'no-call', count: 1 },
      ],
    })
  })

  it('know which tools and relations are used', () => {
    const { tools, relations, unusedRelations } = figureOf(collectCoverage(deskGraph), [ROW])
    expect(tools.find(({ tool }) => tool === 'weigh_box')).toMatchObject({
      reachable: true,
      canHide: true,
      calls: 1,
      asTarget: 1,
      asTargetWithHidden: 1,
      asHidden: 0,
    })
    expect(tools.find(({ tool }) => tool === 'find_box')).toMatchObject({
      reachable: false,
      calls: 1,
      asTarget: 0,
      asHidden: 1,
    })
    expect(relations).toEqual({ provides: { used: 2, total: 2 }, enables: { used: 2, total: 2 } })
    expect(unusedRelations).toEqual([])
    expect(figureOf(collectCoverage(deskGraph), [makeRow(0, [WEIGH])]).unusedRelations).toHaveLength(3)
  })

  it('count families by rows and by turns, and difficulty by the ladder', () => {
    const figure = figureOf(collectFamilies(), [
      makeRow(0, [WEIGH, { ...MOVE, families: ['base', 'revision'] }]),
      makeRow(1, [WEIGH]),
    ])
    expect(figure.families.find(({ name }) => name === 'base')).toMatchObject({ rows: 2, turns: 3 })
    expect(figure.families.find(({ name }) => name === 'revision')).toMatchObject({ rows: 1, turns: 1 })
    expect(figure.families.find(({ name }) => name === 'policy')).toMatchObject({ rows: 0, turns: 0 })
    expect(figure.measuredTurns).toBe(3)
    expect(figure.buckets.reduce((a, b) => a + b, 0)).toBe(3)
    expect(figure.failedBy['literal']).toBe(3)
    expect(figure.failedBy['no-memory']).toBe(1)
  })
})
