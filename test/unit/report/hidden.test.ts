import { describe, expect, it } from 'vitest'
import { collectHidden } from '../../../src/report/figures/hidden.js'
import { mayHide } from '../../../src/report/may-hide.js'
import { deskGraph } from './desk.js'
import { figureOf, makeRow, MOVE, WEIGH } from './rows.js'

describe('hidden steps', () => {
  it('are needed calls that nobody asks for; logins are counted apart', () => {
    const figure = figureOf(collectHidden(), [makeRow(0, [WEIGH, MOVE, { text: 'Thanks.' }])])
    expect(figure).toMatchObject({
      turnsWith: 2,
      total: 2,
      apart: { login: 1, token: 0, 'working-directory': 0, status: 0 },
    })
    expect(figure.tools).toEqual([
      { name: 'find_box', count: 1 },
      { name: 'unlock', count: 1 },
    ])
  })

  it('are not calls that nothing depends on, or that the user asks for', () => {
    const calls = (WEIGH.calls ?? []).map((call) => ({ ...call, hidden: true }))
    const alone = { ...WEIGH, calls: calls.map((call) => ({ ...call, needs: [] })) }
    expect(figureOf(collectHidden(), [makeRow(0, [alone])]).total).toBe(0)
    expect(figureOf(collectHidden(), [makeRow(0, [{ ...WEIGH, calls, goals: [0, 1] }])]).total).toBe(0)
  })
})

describe('the graph', () => {
  it('has a hidden step where a described thing must be found or a condition made', () => {
    const may = Object.fromEntries(
      [...deskGraph.tools.values()].map((tool) => [tool.spec.name, mayHide(deskGraph, tool)]),
    )
    expect(may).toEqual({ sign_in: false, unlock: false, find_box: false, weigh_box: true, move_box: true })
  })
})
