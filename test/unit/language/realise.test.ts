import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import type { Request } from '../../../src/core/reference.js'
import * as builtIn from '../../../src/environments/index.js'
import { lexiconOf, read, realise } from '../../../src/language/index.js'
import { kind, WEIGH, WEIGH_IT } from '../../support/desk.js'

const CANCEL: Request = { tool: 'cancel_pickup', arguments: { pickup_code: { by: 'earlier' } } }
const said = (requests: readonly Request[], before?: readonly Request[]): string =>
  Array.from(
    { length: 60 },
    (_, seed) =>
      realise(kind.semantics.lexicon, requests, { voice: { register: 'plain' }, before: before ?? [] }, createRng(seed))
        ?.text ?? '-',
  ).join('\n')

describe('"it"', () => {
  it('stands for what the message before was about', () => {
    expect(said([WEIGH_IT], [WEIGH])).toMatch(/\bit\b/i)
  })

  it('stands for what the same message was just about', () => {
    expect(said([WEIGH, WEIGH_IT])).toMatch(/\bit\b/i)
  })

  it('stands for nothing that other messages have come in between', () => {
    const text = said([WEIGH_IT], [CANCEL])
    expect(text).not.toMatch(/\bit\b/i)
    expect(text).toMatch(/that parcel/i)
  })
})

describe('what another argument of the same request says', () => {
  const lexicon = lexiconOf([builtIn.trading])
  const order = (stock: string, priced: string): Request => ({
    tool: 'place_order',
    arguments: {
      order_type: { by: 'value', value: 'Sell' },
      amount: { by: 'value', value: 5 },
      symbol: { by: 'value', value: stock },
      price: { by: 'field', field: 'symbol', match: 'equals', value: priced },
    },
  })
  const wordings = (request: Request): string[] =>
    Array.from(
      { length: 40 },
      (_, seed) => realise(lexicon, [request], { voice: { register: 'plain' } }, createRng(seed))?.text ?? '-',
    )

  it('is implied, and understood from that', () => {
    for (const text of wordings(order('FRMN', 'FRMN'))) {
      expect(text.match(/FRMN/g)).toHaveLength(1)
      expect(read(lexicon, text).requests).toEqual([order('FRMN', 'FRMN')])
    }
  })

  it('is said of another thing', () => {
    for (const text of wordings(order('FRMN', 'ZENM'))) {
      expect(text).toMatch(/current price of ZENM|ZENM's current price/)
      expect(read(lexicon, text).requests).toEqual([order('FRMN', 'ZENM')])
    }
  })
})
