import { describe, expect, it } from 'vitest'
import { buildGraph, knowledgeOf, learn } from '../../../src/graph/index.js'
import { fileSystem } from '../../../src/environments/index.js'
import { harbour, seen } from '../../support/harbour.js'

const graph = buildGraph([harbour])
const SHIPS = {
  ships: [
    { ship_id: 'S1', flag: 'red' },
    { ship_id: 'S2', flag: 'blue' },
  ],
  byBerth: { 'north/1': { depth: 9 } },
}

describe('knowledgeOf', () => {
  it('takes typed values from results, with what describes them and where they stand', () => {
    const { atoms } = knowledgeOf(graph, seen([[0, 'list_ships', {}, SHIPS]]))
    expect(atoms).toMatchObject([
      {
        entity: 'ship',
        value: 'S1',
        role: 'item',
        fields: { flag: 'red' },
        source: { from: 'result', turn: 0, call: 0, path: '/ships/0/ship_id' },
      },
      { entity: 'ship', value: 'S2', role: 'item', fields: { flag: 'blue' } },
      {
        entity: 'berth',
        value: 'north/1',
        role: 'item',
        fields: { depth: 9 },
        source: { path: '/byBerth/north~11', part: 'key' },
      },
    ])
  })

  it('describes the one value a call is about by the call’s arguments', () => {
    const { atoms } = knowledgeOf(graph, seen([[0, 'find_ship', { name: 'Aurora' }, { ship_id: 'S1' }]]))
    expect(atoms).toMatchObject([{ entity: 'ship', value: 'S1', role: 'subject', fields: { name: 'Aurora' } }])
  })

  it('takes arguments as spoken of, and facts of the system prompt', () => {
    const { atoms } = knowledgeOf(
      graph,
      seen([[0, 'signal', { ship_id: 'S2' }, {}]], { facts: [{ entity: 'pin', value: '0815', span: [3, 7] }] }),
    )
    expect(atoms).toMatchObject([
      { entity: 'pin', value: '0815', role: 'fact', source: { from: 'message', role: 'system', span: [3, 7] } },
      { entity: 'ship', value: 'S2', role: 'subject', source: { from: 'message', role: 'user', turn: 0 } },
    ])
  })

  it('learns nothing from a failed call, nor from a tool it does not know', () => {
    const { atoms, conditions, calls } = knowledgeOf(
      graph,
      seen([
        [0, 'find_ship', { name: 'Aurora' }, { error: 'None.' }],
        [0, 'open_gate', { pin: '1' }, { error: 'Wrong.' }],
        [0, 'teleport', {}, { ship_id: 'S9' }],
      ]),
    )
    expect(atoms).toEqual([])
    expect([...conditions]).toEqual([])
    expect(calls).toHaveLength(3)
  })

  it('follows session conditions through calls, with the arguments that establish them', () => {
    const after = (...calls: Parameters<typeof seen>[0]): string[] => [...knowledgeOf(graph, seen(calls)).conditions]
    expect(after([0, 'open_gate', { pin: '1' }, {}])).toEqual(['harbour:open'])
    expect(after([0, 'open_gate', { pin: '1' }, {}], [0, 'close_gate', {}, {}])).toEqual([])
    expect(after([0, 'set_light', { on: true }, {}])).toEqual(['harbour:lit'])
    expect(after([0, 'set_light', { on: true }, {}], [0, 'set_light', { on: false }, {}])).toEqual([])
  })

  it('tells conditions known not to hold from those that nobody knows', () => {
    const lacking = (...calls: Parameters<typeof seen>[0]): string[] => [...knowledgeOf(graph, seen(calls)).lacking]
    expect([...knowledgeOf(graph, { ...seen([]), denied: ['harbour:lit'] }).lacking]).toEqual(['harbour:lit'])
    expect(lacking([0, 'open_gate', { pin: '1' }, {}])).toEqual([])
    expect(lacking([0, 'close_gate', {}, {}])).toEqual(['harbour:open'])
    expect(lacking([0, 'close_gate', {}, {}], [0, 'open_gate', { pin: '1' }, {}])).toEqual([])
    expect(lacking([0, 'set_light', { on: true }, {}], [0, 'set_light', { on: false }, {}])).toEqual([])
  })

  it('does not change when more is learned from it', () => {
    const before = knowledgeOf(graph, seen([]))
    const after = learn(
      graph,
      before,
      seen([
        [0, 'open_gate', { pin: '1' }, {}],
        [0, 'list_ships', {}, SHIPS],
      ]).calls,
    )
    expect([before.atoms.length, before.conditions.size, before.calls.length]).toEqual([0, 0, 0])
    expect([after.atoms.length, after.conditions.size, after.calls.length]).toEqual([4, 1, 2])
  })
})

describe('places', () => {
  const shell = buildGraph([fileSystem])
  const at = (...calls: Parameters<typeof seen>[0]): ReturnType<typeof knowledgeOf> =>
    knowledgeOf(shell, seen(calls, { places: { 'file-system': '/home/docs' } }))
  const here = (...calls: Parameters<typeof seen>[0]): string | undefined => at(...calls).places.get('file-system')

  it('follow the moves that succeeded', () => {
    expect(here()).toBe('/home/docs')
    expect(here([0, 'cd', { folder: 'drafts' }, {}])).toBe('/home/docs/drafts')
    expect(here([0, 'cd', { folder: 'drafts' }, { error: 'None.' }])).toBe('/home/docs')
    expect(here([0, 'cd', { folder: '..' }, {}])).toBe('/home')
    expect(here([0, 'cd', { folder: '..' }, {}], [0, 'cd', { folder: '..' }, {}])).toBe('/home')
    expect(here([0, 'cd', { folder: 'a' }, {}], [0, 'cd', { folder: '/' }, {}])).toBe('/home')
  })

  it('are learned for the things that a search finds', () => {
    const { located } = at([
      0,
      'find',
      { path: '/', name: 'plan' },
      { matches: ['/docs/drafts/plan.txt', '/plan_b.md'] },
    ])
    expect([...(located.get('plan.txt')?.keys() ?? [])]).toEqual(['/home/docs/drafts'])
    expect([...(located.get('plan_b.md')?.keys() ?? [])]).toEqual(['/home'])
  })
})
