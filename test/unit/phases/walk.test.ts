import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import type { Request } from '../../../src/core/reference.js'
import { knowledgeOf } from '../../../src/graph/index.js'
import { visibleOf } from '../../../src/language/index.js'
import { walk, type Walked, walkOn } from '../../../src/phases/graph-interaction/walk.js'
import { after, BOOK, conversationOf, DESK, deskTurn, deskWorld, kind, SEND, WEIGH } from '../../support/desk.js'
import { present } from '../../support/rows.js'

const { graph, lexicon } = kind.semantics

function walked(requests: readonly Request[], world = deskWorld(), seed = 1): Walked {
  const knowledge = knowledgeOf(graph, visibleOf(lexicon, [{ role: 'system', content: '' }], world.tools))
  return walk(graph, world, knowledge, requests, createRng(seed))
}

const namesOf = ({ trace }: Pick<Walked, 'trace'>): string[] => trace?.calls.map(({ call }) => call.name) ?? []

describe('walk', () => {
  it('reaches the target through what it needs, from every seed, ties broken by the seed', () => {
    const orders = new Set(
      Array.from({ length: 20 }, (_, seed) => namesOf(walked([SEND], deskWorld(), seed)).join(' ')),
    )
    expect([...orders].toSorted()).toEqual([
      'find_parcel list_branches send_to_branch',
      'list_branches find_parcel send_to_branch',
    ])
  })

  it('records what was executed: results, ends, and hidden calls that the target needs', () => {
    const world = deskWorld()
    const start = world.digest()
    const { trace } = walked([SEND], world)
    expect(trace?.start).toBe(start)
    expect(trace?.end).toBe(world.digest())
    expect(trace?.calls.map(({ hidden }) => hidden)).toEqual([true, true, false])
    expect(trace?.calls.at(-1)?.needs).toEqual([0, 1])
    expect(trace?.goal).toEqual({ calls: [2], answers: [] })
    expect(world.observe()).toMatchObject({ mini: { parcels: { P101: { branch: 'B52' } } } })
  })

  it('binds every argument to where its value was found', () => {
    const { trace } = walked([SEND], deskWorld(), 1)
    const [, , target] = trace?.calls ?? []
    expect(target?.bindings.map(({ at, value }) => [at, value])).toEqual([
      ['/parcel_id', 'P101'],
      ['/branch_id', 'B52'],
    ])
    expect(target?.bindings[1]?.source).toMatchObject({
      from: 'result',
      selected: { match: 'equals', value: 'Canal Walk' },
    })
  })

  it('notes what the user wants to hear', () => {
    const { trace } = walked([WEIGH])
    expect(trace?.goal.answers).toEqual([{ call: 1, path: '/grams' }])
  })

  it('does not look up again what an earlier turn showed', async () => {
    const send = await deskTurn([SEND])
    const world = after(send)
    const visible = { ...visibleOf(lexicon, conversationOf(send), world.tools), turn: 1 }
    const { trace } = walk(
      graph,
      world,
      knowledgeOf(graph, visible),
      [{ ...WEIGH, arguments: SEND.arguments['parcel_id'] ? { parcel_id: SEND.arguments['parcel_id'] } : {} }],
      createRng(1),
    )
    expect(trace?.calls.map(({ call }) => call.name)).toEqual(['get_parcel'])
    expect(trace?.calls[0]?.bindings[0]?.source).toMatchObject({ from: 'result', turn: 0 })
  })

  it.each<[string, Request, JsonObject, JsonObject]>([
    [
      'the thing does not exist',
      { ...WEIGH, arguments: { parcel_id: { by: 'field', field: 'recipient', match: 'equals', value: 'Nobody' } } },
      DESK,
      { kind: 'failed', tool: 'find_parcel' },
    ],
    ['nothing was spoken of yet', { ...WEIGH, arguments: { parcel_id: { by: 'earlier' } } }, DESK, { kind: 'stuck' }],
    ['the tool does not exist', { tool: 'teleport', arguments: {} }, DESK, { kind: 'stuck' }],
    [
      'the target is refused',
      SEND,
      { ...DESK, parcels: { P101: { ...DESK.parcels.P101, branch: 'B52' } } },
      { kind: 'failed', tool: 'send_to_branch' },
    ],
    ['nothing is owed', { tool: 'list_branches', arguments: {} }, DESK, { kind: 'owes-nothing' }],
  ])('makes no trace where %s', (_, request, state, deadEnd) => {
    const { trace, ...rest } = walked([request], deskWorld(state))
    expect(trace).toBeUndefined()
    expect(rest).toMatchObject({ deadEnd })
  })

  it('serves two wishes in order, each with what it needs', () => {
    const { trace } = walked([BOOK, WEIGH])
    expect(trace?.goal.calls.map((call) => trace.calls[call]?.call.name)).toEqual(['book_pickup', 'get_parcel'])
    expect(trace?.target).toBe('get_parcel')
    expect(namesOf({ trace })).toEqual(['find_parcel', 'book_pickup', 'find_parcel', 'get_parcel'])
  })
  it('goes on to a second wish as if it had known of it, without making calls again', () => {
    const both = walked([BOOK, WEIGH])
    const { way } = walked([BOOK])
    const made = present(way).calls.length
    const world = present(way).world.fork()
    const on = walkOn(graph, { ...present(way), world }, [BOOK, WEIGH], createRng(1))
    expect(on.trace).toEqual(both.trace)
    expect(made).toBe(2)
    expect(present(way).world.digest()).toBe(walked([BOOK]).trace?.end)
    expect(world.digest()).toBe(both.trace?.end)
  })
})
