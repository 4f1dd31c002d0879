import { describe, expect, it } from 'vitest'
import { buildGraph, relationsOf, toolNamed } from '../../../src/graph/index.js'
import { mini } from '../../../src/environments/mini/environment.js'
import { harbour } from '../../support/harbour.js'

const graph = buildGraph([harbour])

describe('buildGraph', () => {
  it('knows what tools take and give', () => {
    expect(toolNamed(graph, 'moor').parameters).toEqual([
      { name: 'token', required: true, entity: 'token' },
      { name: 'ship_id', required: true, entity: 'ship' },
      { name: 'note', required: false },
    ])
    expect(toolNamed(graph, 'list_ships').outputs).toEqual([
      { path: '/ships/*/ship_id', part: 'value', entity: 'ship', collection: true, fields: ['ship_id', 'flag'] },
      { path: '/byBerth/*', part: 'key', entity: 'berth', collection: true, fields: ['depth'] },
    ])
    expect(toolNamed(graph, 'find_ship').outputs).toMatchObject([{ collection: false }])
  })

  it('scopes session conditions by environment', () => {
    expect(toolNamed(graph, 'moor').requires).toEqual(['harbour:open'])
    expect(graph.establishers('harbour:open').map(({ spec }) => spec.name)).toEqual(['open_gate'])
    expect(toolNamed(graph, 'set_light').establishes).toEqual([{ condition: 'harbour:lit', arguments: { on: true } }])
  })

  it('finds producers by entity type, over all environments', () => {
    const both = buildGraph([harbour, mini])
    expect(both.producers('ship').map(({ tool }) => tool.spec.name)).toEqual(['find_ship', 'list_ships', 'build'])
    expect(both.producers('parcel').length).toBeGreaterThan(0)
    expect(both.producers('no-such-thing')).toEqual([])
  })

  it('tells who may wish for what: phrases, and arguments that somebody could choose', () => {
    const desk = buildGraph([mini])
    expect(toolNamed(desk, 'send_to_branch').wishable).toBe(true)
    expect(toolNamed(desk, 'list_branches').wishable).toBe(false)
    expect(toolNamed(graph, 'moor').wishable).toBe(false)
  })

  it('refuses names that it does not have', () => {
    expect(() => toolNamed(graph, 'sink')).toThrow("no tool 'sink'")
  })
})

describe('relationsOf', () => {
  it('lists what provides and what enables, in stable order', () => {
    const relations = relationsOf(graph)
    expect(relations).toEqual(relationsOf(buildGraph([harbour])))
    expect(relations).toContainEqual({
      kind: 'provides',
      from: 'list_ships',
      path: '/ships/*/ship_id',
      to: 'moor',
      parameter: 'ship_id',
      entity: 'ship',
    })
    expect(relations).toContainEqual({ kind: 'enables', from: 'open_gate', to: 'get_token', condition: 'harbour:open' })
    expect(relations.filter(({ from, to }) => from === 'close_gate' || to === 'close_gate')).toEqual([])
    expect(new Set(relations.map((relation) => JSON.stringify(relation))).size).toBe(relations.length)
  })
})
