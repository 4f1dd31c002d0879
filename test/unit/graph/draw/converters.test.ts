import { describe, expect, it } from 'vitest'
import { mini, ticketing } from '../../../../src/environments/index.js'
import { drawDeclared, drawInferred } from '../../../../src/graph/draw/index.js'
import { buildGraph, relationsOf } from '../../../../src/graph/index.js'
import { inferredGraph } from './inferred-graph.js'

describe('the drawing of a declared graph', () => {
  const graph = buildGraph([mini, ticketing])
  const drawing = drawDeclared(graph)
  const toolNamed = (name: string): (typeof drawing.tools)[number] | undefined =>
    drawing.tools.find((tool) => tool.name === name)

  it('has every relation of the graph', () => {
    const drawn = drawing.relations.map(({ from, to, label }) => [from, to, label])
    const declared = relationsOf(graph).map((relation) => [
      relation.from,
      relation.to,
      relation.kind === 'enables' ? relation.condition : relation.parameter,
    ])
    expect(drawn.slice(0, declared.length)).toEqual(declared)
  })

  it('needs what only tools produce, by looking it up rather than by making it', () => {
    expect(toolNamed('send_to_branch')?.needs).toEqual([
      { kind: 'provides', label: 'parcel_id', alternatives: [['find_parcel']] },
      { kind: 'provides', label: 'branch_id', alternatives: [['get_parcel'], ['list_branches']] },
    ])
    expect(toolNamed('find_parcel')?.needs).toEqual([])
  })

  it('needs the conditions that a tool requires', () => {
    expect(toolNamed('create_ticket')?.needs).toEqual([
      { kind: 'enables', label: 'ticketing:signed-in', alternatives: [['ticket_login']] },
    ])
  })

  it('shows what a tool takes away from others', () => {
    const disabling = drawing.relations.filter(({ kind }) => kind === 'disables')
    expect(disabling).toContainEqual({
      kind: 'disables',
      from: 'logout',
      to: 'create_ticket',
      label: 'ticketing:signed-in',
      evidence: [],
    })
  })
})

describe('the drawing of an inferred graph', () => {
  const drawing = drawInferred(inferredGraph())
  const toolNamed = (name: string): (typeof drawing.tools)[number] | undefined =>
    drawing.tools.find((tool) => tool.name === name)

  it('needs its conditions and the keys that no user could say', () => {
    expect(toolNamed('close_ticket')?.needs).toEqual([
      { kind: 'enables', label: 'gate', alternatives: [['login'], ['unlock_by_code']] },
      { kind: 'enables', label: 'same ticket_id', alternatives: [['open_ticket']] },
      { kind: 'provides', label: 'ticket_id', alternatives: [['open_ticket']] },
    ])
  })

  it('does not need a key that a user can say', () => {
    const graph = inferredGraph()
    const known = { origin: { from: 'user' as const }, tried: 5, succeeded: 4, examples: ['x'] }
    const tools = graph.tools.map((tool) => ({
      ...tool,
      parameters: tool.parameters.map((each) => ({ ...each, pools: [...each.pools, known] })),
    }))
    const needs = drawInferred({ ...graph, tools }).tools.find(({ name }) => name === 'close_ticket')?.needs
    expect(needs?.map(({ kind }) => kind)).toEqual(['enables', 'enables'])
  })

  it('has each kind of relation with its evidence', () => {
    expect(drawing.relations.map(({ kind }) => kind)).toEqual([
      'enables',
      'enables',
      'enables',
      'enables',
      'provides',
      'disables',
      'affects',
      'compatible',
    ])
    expect(drawing.relations[2]?.evidence).toEqual([
      { label: 'holds for', value: 'arguments that agree' },
      { label: 'agrees in', value: 'ticket_id: result of open_ticket at /id' },
      { label: 'confirmed', value: '19 of 20 tries, from 8 different starts' },
      { label: 'confidence', value: '0.90' },
    ])
  })

  it('tells what a provided value was and what was refused in its place', () => {
    expect(drawing.relations[4]?.witness?.facts).toEqual([
      { label: 'start', value: 'desk + mail, scenario seed 11' },
      { label: 'value', value: 'ticket_id = 41, from call 2 at /id (identity)' },
      { label: 'refused', value: '3, 9001' },
    ])
  })

  it('says what it cost and where it saw less', () => {
    expect(drawing.facts).toEqual([
      { label: 'seed', value: '7' },
      { label: 'calls made', value: '1234 of 2000' },
      { label: 'desk v1', value: 'state seen' },
      { label: 'mail v2', value: 'results only, less confidence' },
    ])
  })

  it('names a dead end and its reason', () => {
    expect(toolNamed('shred')?.deadEnd).toBe('every call was refused with: out of paper')
  })
})
