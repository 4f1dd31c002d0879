import { describe, expect, it } from 'vitest'
import { earlierUses } from '../../../src/report/earlier-use.js'
import { collectReuse } from '../../../src/report/figures/reuse.js'
import { factsOfRow, figureOf, makeRow, type MadeTurn, MOVE, result, SAID, WEIGH } from './rows.js'

function outcomes(...turns: readonly MadeTurn[]): string[] {
  const row = factsOfRow(makeRow(0, turns))
  return row.turns.flatMap((turn) => [...earlierUses(row, turn)])
}

const weighIt: MadeTurn = {
  text: 'And how heavy is it?',
  calls: [{ tool: 'weigh_box', arguments: { box_id: ['B-771', result(0, 0, '/box_id')] } }],
  requests: [{ tool: 'weigh_box', arguments: { box_id: { by: 'earlier' } } }],
}

describe("using an earlier turn's result", () => {
  it('is an argument bound to it that another value would change', () => {
    expect(outcomes(WEIGH, MOVE)).toEqual(['use'])
  })

  it('is so however often earlier turns passed the value on', () => {
    expect(outcomes(WEIGH, MOVE, weighIt)).toEqual(['use', 'use'])
  })

  it('is not a value the user says again', () => {
    expect(outcomes(WEIGH, { ...weighIt, text: 'And how heavy is B-771?' })).toEqual(['restated'])
    expect(outcomes(WEIGH, { ...weighIt, text: 'How heavy is that one?', mentions: [['that one', 'B-771']] })).toEqual([
      'restated',
    ])
  })

  it('is not a value the user or the system prompt said before', () => {
    expect(outcomes({ ...WEIGH, text: "Ada's box is B-771, I think; how heavy is it?" }, weighIt)).toEqual([
      'said-before',
    ])
    const row = factsOfRow(makeRow(0, [WEIGH, weighIt], 'Box B-771 is dented.'))
    expect(row.turns.flatMap((turn) => [...earlierUses(row, turn)])).toEqual(['said-before'])
  })

  it('is not a value that a call of the turn shows again', () => {
    const again: MadeTurn = {
      ...weighIt,
      calls: [
        { tool: 'find_box', arguments: { owner: ['Ada', SAID] }, hidden: true },
        { tool: 'weigh_box', arguments: { box_id: ['B-771', result(0, 0, '/box_id')] }, needs: [0] },
      ],
    }
    expect(outcomes(WEIGH, again)).toEqual(['obtained-again'])
  })

  it('is not a value that planning would take from elsewhere anyway', () => {
    const byValue: MadeTurn = {
      ...weighIt,
      requests: [{ tool: 'weigh_box', arguments: { box_id: { by: 'value', value: 'B-771' } } }],
    }
    expect(outcomes(WEIGH, byValue)).toEqual(['not-decisive'])
  })

  it('is counted by turns after the first, with how far values travel', () => {
    const figure = figureOf(collectReuse(), [makeRow(0, [WEIGH, MOVE, { text: 'Thanks.' }])])
    expect(figure).toMatchObject({
      laterTurns: 2,
      using: 1,
      leaning: 1,
      bindings: { use: 1 },
      tools: [{ name: 'move_box', count: 1 }],
    })
    expect(figure.distanceInCalls.bins.filter(({ count }) => count > 0)).toEqual([
      { from: 1, to: 1, count: 1 },
      { from: 4, to: 4, count: 1 },
    ])
    expect(figure.distanceInTurns.bins).toEqual([
      { from: 0, to: 0, count: 1 },
      { from: 1, to: 1, count: 1 },
    ])
  })
})
