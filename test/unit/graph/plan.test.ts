import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import type { Request } from '../../../src/core/reference.js'
import type { Visible } from '../../../src/core/visible.js'
import { fileSystem, trading } from '../../../src/environments/index.js'
import { type ApiGraph, buildGraph, knowledgeOf, nextCalls } from '../../../src/graph/index.js'
import { harbour, seen } from '../../support/harbour.js'

const graph = buildGraph([harbour])
const OPEN = { conditions: ['harbour:open'] }

const named = (value: string): Request['arguments'] => ({
  ship_id: { by: 'field', field: 'name', match: 'equals', value },
})
const moor: Request = { tool: 'moor', arguments: named('Aurora') }
const signal: Request = { tool: 'signal', arguments: named('Aurora') }

/** The next calls in short: tool and arguments, or why there are none. */
function next(requests: readonly Request[], visible: Visible, of: ApiGraph = graph): unknown {
  const planned = nextCalls(of, requests, knowledgeOf(of, visible))
  if (planned.kind === 'stuck') return planned.stuck
  return planned.kind === 'done'
    ? planned.goals
    : planned.calls.map(({ tool, arguments: args, purpose }) => [tool, args, purpose.kind])
}

const FOUND = [0, 'find_ship', { name: 'Aurora' }, { ship_id: 'S1' }] as const
const TOKEN = [0, 'get_token', {}, { token: 'T1' }] as const

describe('nextCalls', () => {
  it('looks up everything that is missing side by side', () => {
    expect(next([moor], seen([], OPEN))).toEqual([
      ['find_ship', { name: 'Aurora' }, 'lookup'],
      ['get_token', {}, 'lookup'],
    ])
  })

  it('makes the goal call when all is there, with sources', () => {
    const planned = nextCalls(graph, [moor], knowledgeOf(graph, seen([FOUND, TOKEN], OPEN)))
    expect(planned).toMatchObject({
      kind: 'calls',
      calls: [{ tool: 'moor', arguments: { token: 'T1', ship_id: 'S1' }, purpose: { kind: 'goal', request: 0 } }],
    })
    expect(planned.kind === 'calls' && planned.calls[0]?.bindings.map(({ at, source }) => [at, source.from])).toEqual([
      ['/ship_id', 'result'],
      ['/token', 'result'],
    ])
  })

  it('is done when the goal was made with these arguments, and names the calls', () => {
    const made = seen([FOUND, TOKEN, [0, 'moor', { token: 'T1', ship_id: 'S1' }, {}]], OPEN)
    expect(next([moor], made)).toEqual([2])
    expect(next([moor], { ...made, turn: 1 })).not.toEqual([2])
  })

  it('does not take the same call for another wish', () => {
    const other = seen([FOUND, TOKEN, [0, 'moor', { token: 'T1', ship_id: 'S9' }, {}]], OPEN)
    expect(next([moor], other)).toMatchObject([['moor', { ship_id: 'S1' }, 'goal']])
    const once = seen([FOUND, TOKEN, [0, 'moor', { token: 'T1', ship_id: 'S1' }, {}]], OPEN)
    expect(next([moor, moor], once)).toMatchObject([['moor', { ship_id: 'S1' }, 'goal']])
  })

  it('opens a session first where nothing says that one is open', () => {
    const pin = { facts: [{ entity: 'pin', value: '0815', span: [0, 4] as const }] }
    expect(next([moor], seen([], pin))).toEqual([['open_gate', { pin: '0815' }, 'condition']])
    expect(next([moor], seen([[0, 'open_gate', { pin: '0815' }, {}]], pin))).toMatchObject([
      ['find_ship', {}, 'lookup'],
      ['get_token', {}, 'lookup'],
    ])
    expect(
      next(
        [moor],
        seen(
          [
            [0, 'open_gate', { pin: '0815' }, {}],
            [0, 'close_gate', {}, {}],
          ],
          pin,
        ),
      ),
    ).toEqual([['open_gate', { pin: '0815' }, 'condition']])
  })

  it('establishes a condition with the arguments that it takes', () => {
    expect(next([signal], seen([FOUND]))).toEqual([['set_light', { on: true }, 'condition']])
    expect(next([signal], seen([FOUND, [0, 'set_light', { on: true }, {}]]))).toMatchObject([
      ['signal', { ship_id: 'S1' }, 'goal'],
    ])
    expect(
      next([signal], seen([FOUND, [0, 'set_light', { on: true }, {}], [0, 'set_light', { on: false }, {}]])),
    ).toEqual([['set_light', { on: true }, 'condition']])
  })

  it('goes another way where the first does not fit the description: or over producers', () => {
    const flagged: Request = {
      tool: 'signal',
      arguments: { ship_id: { by: 'field', field: 'flag', match: 'equals', value: 'red' } },
    }
    expect(next([flagged], seen([], { conditions: ['harbour:lit'] }))).toEqual([['list_ships', {}, 'lookup']])
  })

  it('never plans a write as a look-up', () => {
    const bare: Request = { tool: 'signal', arguments: {} }
    expect(next([bare], seen([], { conditions: ['harbour:lit'] }))).toEqual({
      reason: 'missing-parameter',
      tool: 'signal',
      parameter: 'ship_id',
    })
  })

  it.each<[string, Request, Visible, JsonObject]>([
    [
      'several things fit',
      { tool: 'signal', arguments: { ship_id: { by: 'field', field: 'flag', match: 'equals', value: 'red' } } },
      seen([
        [
          0,
          'list_ships',
          {},
          {
            ships: [
              { ship_id: 'S1', flag: 'red' },
              { ship_id: 'S2', flag: 'red' },
            ],
            byBerth: {},
          },
        ],
      ]),
      { reason: 'ambiguous', parameter: 'ship_id' },
    ],
    [
      'the list does not have it',
      { tool: 'signal', arguments: { ship_id: { by: 'field', field: 'flag', match: 'equals', value: 'red' } } },
      seen([[0, 'list_ships', {}, { ships: [], byBerth: {} }]]),
      { reason: 'not-found', parameter: 'ship_id' },
    ],
    ['nobody knows the pin', moor, seen([FOUND, TOKEN]), { reason: 'missing-parameter', parameter: 'harbour:open' }],
    [
      'nothing was spoken of',
      { tool: 'signal', arguments: { ship_id: { by: 'earlier' } } },
      seen([]),
      { reason: 'missing-parameter', parameter: 'ship_id' },
    ],
    [
      'the goal failed',
      moor,
      seen([FOUND, TOKEN, [0, 'moor', { token: 'T1', ship_id: 'S1' }, { error: 'Full.' }]], OPEN),
      { reason: 'failed', tool: 'moor' },
    ],
    ['there is no such tool', { tool: 'sink', arguments: {} }, seen([]), { reason: 'unknown-tool', tool: 'sink' }],
  ])('is stuck where %s', (_, request, visible, stuck) => {
    expect(next([request], visible)).toMatchObject(stuck)
  })

  it('looks up again what changes by itself, where it is asked for as it is now', () => {
    const market = buildGraph([trading])
    const quote = [0, 'get_stock_info', { symbol: 'FRMN' }, { price: 12.5 }] as const
    const order = { order_type: 'Buy', symbol: 'FRMN', amount: 3 }
    const buy = (price: Request['arguments'][string]): Request => ({
      tool: 'place_order',
      arguments: {
        ...Object.fromEntries(Object.entries(order).map(([name, value]) => [name, { by: 'value', value }])),
        price,
      },
    })
    const current = buy({ by: 'field', field: 'symbol', match: 'equals', value: 'FRMN' })
    const shown = seen([quote], { conditions: ['trading:signed-in'] })
    const bought = [['place_order', { ...order, price: 12.5 }, 'goal']]
    expect(next([current], shown, market)).toEqual(bought)
    expect(next([current], { ...shown, turn: 1 }, market)).toEqual([['get_stock_info', { symbol: 'FRMN' }, 'lookup']])
    expect(next([buy({ by: 'earlier' })], { ...shown, turn: 1 }, market)).toEqual(bought)
  })

  it('serves several wishes in their order', () => {
    const visible = (...calls: Parameters<typeof seen>[0]): Visible =>
      seen(calls, { conditions: ['harbour:open', 'harbour:lit'] })
    expect(next([signal, moor], visible())).toMatchObject([['find_ship', {}, 'lookup']])
    expect(next([signal, moor], visible(FOUND))).toMatchObject([['signal', {}, 'goal']])
    expect(next([signal, moor], visible(FOUND, [0, 'signal', { ship_id: 'S1' }, {}]))).toEqual([
      ['get_token', {}, 'lookup'],
    ])
    expect(
      next(
        [signal, moor],
        visible(FOUND, [0, 'signal', { ship_id: 'S1' }, {}], TOKEN, [0, 'moor', { token: 'T1', ship_id: 'S1' }, {}]),
      ),
    ).toEqual([1, 3])
  })
})

describe('places', () => {
  const shell = buildGraph([fileSystem])
  const sort: Request = { tool: 'sort', arguments: { file_name: { by: 'value', value: 'plan.txt' } } }
  const inDocs = (...calls: Parameters<typeof seen>[0]): Visible =>
    seen(calls, { places: { 'file-system': '/home/docs' } })
  const SEARCH = [0, 'find', { path: '/', name: 'plan.txt' }, { matches: ['/plans/old/plan.txt'] }] as const

  it('searches everywhere for a thing whose place nothing shows', () => {
    expect(next([sort], inDocs(), shell)).toEqual([['find', { path: '/', name: 'plan.txt' }, 'search']])
  })

  it('moves one step at a time, up to where the ways part and down', () => {
    expect(next([sort], inDocs(SEARCH), shell)).toEqual([
      ['cd', { folder: '..' }, 'move'],
      ['cd', { folder: 'plans' }, 'move'],
      ['cd', { folder: 'old' }, 'move'],
    ])
    expect(
      next([sort], inDocs(SEARCH, [0, 'cd', { folder: '..' }, {}], [0, 'cd', { folder: 'plans' }, {}]), shell),
    ).toEqual([['cd', { folder: 'old' }, 'move']])
  })

  it('acts at once where the thing is here', () => {
    const here = [0, 'ls', {}, { current_directory_content: ['plan.txt'] }] as const
    expect(next([sort], inDocs(here), shell)).toMatchObject([['sort', { file_name: 'plan.txt' }, 'goal']])
  })

  it('tries here where the search found nothing', () => {
    expect(next([sort], inDocs([0, 'find', { path: '/', name: 'plan.txt' }, { matches: [] }]), shell)).toMatchObject([
      ['sort', { file_name: 'plan.txt' }, 'goal'],
    ])
  })

  it('is stuck where the name is in two places', () => {
    const twice = [0, 'find', { path: '/', name: 'plan.txt' }, { matches: ['/a/plan.txt', '/b/plan.txt'] }] as const
    expect(next([sort], inDocs(twice), shell)).toMatchObject({ reason: 'ambiguous', parameter: 'file_name' })
  })
})
