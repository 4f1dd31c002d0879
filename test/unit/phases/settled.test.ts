import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import type { Trace } from '../../../src/core/trace.js'
import { posting, ticketing, trading, travel } from '../../../src/environments/index.js'
import { isSettled } from '../../../src/phases/graph-interaction/settled.js'

const { graph } = worldKind([posting, ticketing, trading, travel]).semantics

type Made = readonly [tool: string, args: JsonObject, value?: Json]

/** Is a message with these wishes settled, after such calls in turns 0, 1, ...? */
function settled(wishes: readonly Made[], ...before: readonly Made[]): boolean {
  const digest = 'sha256:0'
  const result = (value: Json = { done: true }): { callId: string; value: Json } => ({ callId: 'c', value })
  const calls = wishes.map(([name, args, value]) => ({
    call: { id: 'c', name, arguments: args },
    result: result(value),
    bindings: [],
    needs: [],
    hidden: false,
  }))
  const goal = { calls: calls.map((_, i) => i), answers: [] }
  const trace: Trace = { target: '', start: digest, end: digest, requests: [], calls, goal, signature: digest }
  return isSettled(trace, graph, {
    turn: before.length,
    facts: [],
    conditions: [],
    places: {},
    queries: [...before.map(() => ''), ''],
    calls: before.map(([name, args, value], turn) => ({
      turn,
      index: 0,
      call: { id: 'c', name, arguments: args },
      result: result(value),
    })),
  })
}

const resolve = ['resolve_ticket', { ticket_id: 7, resolution: 'Fixed' }] as const
const close = ['close_ticket', { ticket_id: 7 }] as const
const cancel = ['cancel_booking', { access_token: 't', booking_id: '55' }] as const
const insure = ['purchase_insurance', { access_token: 't', booking_id: '55', insurance_type: 'basic' }] as const
const book = ['book_flight', { access_token: 't', travel_from: 'A' }, { booking_id: '55' }] as const
const invoice = ['retrieve_invoice', { access_token: 't', booking_id: '55' }] as const

describe('a wish is settled', () => {
  it('about a thing that is done with, however long ago [settled]', () => {
    expect(settled([resolve], close, invoice, book)).toBe(true)
    expect(settled([['get_ticket', { ticket_id: 7 }]], resolve)).toBe(true)
    expect(settled([close, resolve])).toBe(true)
    expect(settled([resolve], ['close_ticket', { ticket_id: 8 }])).toBe(false)
  })

  it('when it puts an end to what was made or changed in this message or the last few', () => {
    expect(settled([insure, cancel])).toBe(true)
    expect(settled([cancel], book)).toBe(true)
    expect(settled([cancel], book, ['get_watchlist', {}])).toBe(true)
    expect(settled([cancel], book, invoice, invoice, invoice)).toBe(false)
    expect(settled([cancel], ['book_flight', { access_token: 't' }, { booking_history: ['55'] }])).toBe(false)
    expect(settled([invoice, cancel])).toBe(false)
  })

  it('when it takes back what was wished for', () => {
    const [follow, unfollow] = [
      ['follow_user', { username_to_follow: 'ada' }],
      ['unfollow_user', { username_to_unfollow: 'ada' }],
    ] as const
    expect(settled([follow], unfollow)).toBe(true)
    expect(settled([['mention', { tweet_id: 3, mentioned_usernames: ['@ada'] }]], unfollow)).toBe(true)
    expect(settled([unfollow], ['get_watchlist', {}], follow)).toBe(true)
    expect(settled([follow], ['unfollow_user', { username_to_unfollow: 'bob' }])).toBe(false)
    expect(settled([['remove_stock_from_watchlist', { symbol: 'X' }]], ['add_to_watchlist', { stock: 'X' }])).toBe(true)
  })

  it('when it does once more what nobody wants twice for one thing', () => {
    const more = { access_token: 't', insurance_type: 'delay', card_id: '9' }
    expect(settled([['purchase_insurance', { ...more, booking_id: '55' }]], insure)).toBe(true)
    expect(settled([['purchase_insurance', { ...more, booking_id: '56' }]], insure)).toBe(false)
  })
})
