import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import type { Visible } from '../../../src/core/visible.js'
import * as builtIn from '../../../src/environments/index.js'
import { answerRecall, lexiconOf, recallables } from '../../../src/language/index.js'

/** A conversation whose first turn made this call, before its second. */
function after(name: string, args: { readonly [name: string]: Json }, value: Json): Visible {
  return {
    turn: 1,
    facts: [],
    conditions: [],
    places: {},
    queries: ['How is it doing?'],
    calls: [{ turn: 0, index: 0, call: { id: 'c1', name, arguments: args }, result: { callId: 'c1', value } }],
  }
}

const lexicon = lexiconOf([builtIn.trading, builtIn.vehicle])

const answers = (visible: Visible, label: string): string[] => {
  const asked = recallables(lexicon, visible).find((each) => each.label === label)
  return asked ? [...new Set(Array.from({ length: 20 }, (_, seed) => answerRecall(asked, createRng(seed))))] : []
}

describe('what is asked for once more', () => {
  it('comes with the unit that the answer before named', () => {
    const quote = after('get_stock_info', { symbol: 'KELV' }, { price: 161.93, percent_change: 0.21, volume: 1.4 })
    const told = answers(quote, 'percent change')
    expect(told.length).toBeGreaterThan(1)
    for (const text of told) expect(text).toMatch(/ 0\.21 percent\.$/)
    expect(answers(quote, 'price').length).toBeGreaterThan(1)
    for (const text of answers(quote, 'price')) expect(text).toMatch(/ \$161\.93\.$/)
  })

  it('is called what people call it', () => {
    const order = after(
      'place_order',
      {},
      { order_id: 12445, order_type: 'Buy', status: 'Pending', price: 5, amount: 2 },
    )
    expect(answers(order, 'order id')).toEqual([])
    for (const text of answers(order, 'order number')) expect(text).toMatch(/ 12445\.$/)
    expect(answers(order, 'order number').length).toBeGreaterThan(1)
  })

  it('is a thing, never a unit by itself', () => {
    const litres = after('gallon_to_liter', { gallon: 10 }, { liter: 37.8541 })
    const { calls } = after('get_stock_info', { symbol: 'KELV' }, { price: 161.93 })
    const both = { ...litres, calls: [...litres.calls, ...calls] }
    expect(recallables(lexicon, both).map(({ label }) => label)).toEqual(['price'])
  })
})
