import { describe, expect, it } from 'vitest'
import { ENVIRONMENTS, worldKind } from '../../../src/catalog/index.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import type { VisibleCall } from '../../../src/core/visible.js'
import { knowledgeOf, resolve, toolNamed } from '../../../src/graph/index.js'
import { lexiconOf, read } from '../../../src/language/index.js'
import { type BackReference, backReferences } from '../../../src/phases/graph-interaction/back-references.js'
import { present } from '../../support/rows.js'

const environments = ['math', 'trading', 'travel', 'file-system', 'message'].map((name) =>
  present(ENVIRONMENTS.get(name)),
)
const { graph } = worldKind(environments).semantics

interface Made {
  readonly turn: number
  readonly name: string
  readonly arguments: JsonObject
  readonly value: Json
}

/** What the third message could point back at, after these calls; only what was asked for was read out. */
function pointers(tool: string, made: readonly Made[], asked: readonly string[], queries = ['', '']): BackReference[] {
  const calls = made.map(({ turn, name, arguments: args, value }, i): VisibleCall => ({
    turn,
    index: made.slice(0, i).filter((earlier) => earlier.turn === turn).length,
    call: { id: `c${i}`, name, arguments: args },
    result: { callId: `c${i}`, value },
  }))
  const visible = { turn: 2, facts: [], conditions: [], places: {}, queries, calls }
  return backReferences(toolNamed(graph, tool), {
    graph,
    knowledge: knowledgeOf(graph, visible),
    asked: new Set(asked),
  })
}

const sum = (turn: number, result: number): Made => ({
  turn,
  name: 'add',
  arguments: { a: 1, b: 2 },
  value: { result },
})
const stocks: Made = {
  turn: 1,
  name: 'get_available_stocks',
  arguments: { sector: 'Media' },
  value: { stock_list: ['AAAA', 'BBBB', 'CCCC'] },
}

describe('pointing back', () => {
  it('means the last result where there were several', () => {
    const found = pointers('square_root', [sum(0, 381), sum(1, 512)], ['0:add', '1:add'])
    expect(found.map(({ value, reference }) => [value, reference])).toEqual([[512, { by: 'earlier', which: 'newest' }]])
  })

  it('means nothing where one message brought two results', () => {
    const two = [sum(1, 381), { ...sum(1, 512), arguments: { a: 3, b: 4 } }]
    expect(pointers('square_root', two, ['1:add'])).toEqual([])
  })

  it('means no figure that was not read out, and none that the user said', () => {
    expect(pointers('square_root', [sum(1, 512)], [])).toEqual([])
    expect(pointers('square_root', [sum(1, 512)], ['1:add'], ['', 'I think it is 512.'])).toEqual([])
  })

  it('goes by places on a list that was read out just now', () => {
    const places = (found: readonly BackReference[]): unknown[] =>
      found.map(({ value, reference }) => [value, reference.which])
    expect(places(pointers('get_stock_info', [stocks], ['1:get_available_stocks']))).toEqual([
      ['AAAA', 1],
      ['BBBB', 2],
      ['CCCC', -1],
    ])
    expect(pointers('get_stock_info', [stocks], [])).toEqual([])
    expect(pointers('get_stock_info', [{ ...stocks, turn: 0 }], ['0:get_available_stocks'])).toEqual([])
  })

  it('takes what goes with a value along: a price is the price of its stock, an amount is in dollars', () => {
    const quote = { turn: 1, name: 'get_stock_info', arguments: { symbol: 'AAAA' }, value: { price: 120.5 } }
    const [price] = pointers('place_order', [quote], ['1:get_stock_info']).filter(
      ({ parameter }) => parameter === 'price',
    )
    expect([...(price?.beside ?? [])]).toEqual([['stock', 'AAAA']])
    const args = { access_token: 't', card_id: 'k' }
    const balance = { turn: 1, name: 'get_credit_card_balance', arguments: args, value: { card_balance: 910.5 } }
    const amounts = pointers('compute_exchange_rate', [balance], ['1:get_credit_card_balance'])
    expect(amounts.length).toBeGreaterThan(0)
    for (const { beside } of amounts) expect(beside.get('currency')).toBe('USD')
  })

  it('forgets figures after a turn, and things while another wish of the kind is told [in-mind]', () => {
    expect(pointers('square_root', [sum(0, 512)], ['0:add'])).toEqual([])
    const quote = { turn: 1, name: 'get_symbol_by_name', arguments: { name: 'Ada' }, value: { symbol: 'AAAA' } }
    expect(pointers('get_stock_info', [quote], []).map(({ value }) => value)).toEqual(['AAAA'])
    const other = { turn: 2, name: 'get_watchlist', arguments: {}, value: { watchlist: ['BBBB'] } }
    expect(pointers('get_stock_info', [quote, other], [])).toEqual([])
    expect(pointers('get_stock_info', [quote, sum(2, 3)], []).map(({ value }) => value)).toEqual(['AAAA'])
  })

  it('goes by places only on lists of such things, not of others they belong to', () => {
    const flights = { b1: { card_id: 'k1' }, b2: { card_id: 'k2' }, b3: { card_id: 'k3' } }
    const args = { access_token: 't' }
    const booked = { turn: 1, name: 'get_booking_history', arguments: args, value: { booking_history: flights } }
    expect(pointers('get_credit_card_balance', [booked], ['1:get_booking_history'])).toEqual([])
    const found = pointers('retrieve_invoice', [booked], ['1:get_booking_history'])
    expect(found.map(({ value }) => value)).toEqual(['b1', 'b2', 'b3'])
  })

  it('finds what it means again', () => {
    const { turn, name, arguments: args, value } = stocks
    const call = { turn, index: 0, call: { id: 'c', name, arguments: args }, result: { callId: 'c', value } }
    const visible = { turn: 2, facts: [], conditions: [], places: {}, queries: ['', ''], calls: [call] }
    const knowledge = knowledgeOf(graph, visible)
    const second = resolve(knowledge, { by: 'earlier', which: 2 }, 'stock')
    expect(second).toMatchObject({ kind: 'found', value: 'BBBB', source: { path: '/stock_list/1' } })
    expect(resolve(knowledge, { by: 'earlier', which: 4 }, 'stock')).toEqual({ kind: 'unknown' })
  })
})

describe('words that point back', () => {
  const lexicon = lexiconOf(environments)

  it.each([
    ['Divide the last result by 4.', 'divide', 'a', { by: 'earlier', which: 'newest' }],
    ['How is the second one doing?', 'get_stock_info', 'symbol', { by: 'earlier', which: 2 }],
    ['Check what the last one says.', 'cat', 'file_name', { by: 'earlier', which: -1 }],
    ['Forward that text to Noor Berg.', 'send_message', 'message', { by: 'earlier' }],
  ])('%s', (text, tool, parameter, reference) => {
    const { requests, ambiguous } = read(lexicon, text)
    expect(ambiguous).toBe(false)
    expect(requests.map((request) => [request.tool, request.arguments[parameter]])).toEqual([[tool, reference]])
  })
})
