import { describe, expect, it } from 'vitest'
import { antecedents, buildGraph, knowledgeOf, resolve } from '../../../src/graph/index.js'
import { resolveUnsaid } from '../../../src/graph/resolve.js'
import { harbour, seen } from '../../support/harbour.js'

const graph = buildGraph([harbour])
const SHIPS = {
  ships: [
    { ship_id: 'S1', flag: 'red' },
    { ship_id: 'S2', flag: 'blue' },
    { ship_id: 'S3', flag: 'blue' },
  ],
  byBerth: {},
}
const after = (...calls: Parameters<typeof seen>[0]): ReturnType<typeof knowledgeOf> => knowledgeOf(graph, seen(calls))
const flag = (value: string): Parameters<typeof resolve>[1] => ({ by: 'field', field: 'flag', match: 'equals', value })

describe('resolve', () => {
  const listed = after([0, 'list_ships', {}, SHIPS])

  it('takes what the user says as it is', () => {
    expect(resolve(listed, { by: 'value', value: 'S9' }, 'ship')).toEqual({
      kind: 'found',
      value: 'S9',
      source: { from: 'user' },
    })
  })

  it('finds the one thing that a description fits, and says by which field it was chosen', () => {
    expect(resolve(listed, flag('red'), 'ship')).toEqual({
      kind: 'found',
      value: 'S1',
      source: {
        from: 'result',
        turn: 0,
        call: 0,
        path: '/ships/0/ship_id',
        selected: { field: '/ships/0/flag', match: 'equals', value: 'red' },
      },
    })
  })

  it('finds no one of two, and nothing where nothing fits', () => {
    expect(resolve(listed, flag('blue'), 'ship')).toEqual({ kind: 'ambiguous', values: ['S2', 'S3'] })
    expect(resolve(listed, flag('green'), 'ship')).toEqual({ kind: 'unknown' })
    expect(resolve(listed, flag('red'), 'berth')).toEqual({ kind: 'unknown' })
  })

  it('does not mind that one thing was shown twice', () => {
    const twice = after([0, 'list_ships', {}, SHIPS], [1, 'list_ships', {}, SHIPS])
    expect(resolve(twice, flag('red'), 'ship')).toMatchObject({ kind: 'found', value: 'S1' })
  })

  it('points back at what earlier turns were about, not at what they listed', () => {
    expect(resolve(listed, { by: 'earlier' }, 'ship')).toEqual({ kind: 'unknown' })
    const about = after([0, 'list_ships', {}, SHIPS], [0, 'signal', { ship_id: 'S2' }, {}], [1, 'close_gate', {}, {}])
    expect(resolve(about, { by: 'earlier' }, 'ship')).toMatchObject({ kind: 'found', value: 'S2' })
    const two = after(
      [0, 'signal', { ship_id: 'S2' }, {}],
      [1, 'signal', { ship_id: 'S3' }, {}],
      [2, 'close_gate', {}, {}],
    )
    expect(resolve(two, { by: 'earlier' }, 'ship')).toEqual({ kind: 'ambiguous', values: ['S2', 'S3'] })
  })

  it('counts what this turn is about as much as what earlier ones were about', () => {
    const both = after([0, 'signal', { ship_id: 'S2' }, {}], [1, 'find_ship', { name: 'x' }, { ship_id: 'S1' }])
    expect(resolve(both, { by: 'earlier' }, 'ship')).toEqual({ kind: 'ambiguous', values: ['S2', 'S1'] })
    expect(resolve(after([0, 'find_ship', { name: 'x' }, { ship_id: 'S1' }]), { by: 'earlier' }, 'ship')).toMatchObject(
      { value: 'S1' },
    )
    expect(antecedents(after(), 'ship')).toEqual([])
  })
})

describe('resolveUnsaid', () => {
  it('takes the newest that stands alone', () => {
    const twice = after([0, 'get_token', {}, { token: 'T1' }], [1, 'get_token', {}, { token: 'T2' }])
    expect(resolveUnsaid(twice, 'token')).toMatchObject({
      kind: 'found',
      value: 'T2',
      source: { from: 'result', turn: 1 },
    })
    expect(resolveUnsaid(after([0, 'list_ships', {}, SHIPS]), 'ship')).toEqual({ kind: 'unknown' })
  })
})
