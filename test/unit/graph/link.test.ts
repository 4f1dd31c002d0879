import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { defineEnvironment, defineTool, entity, type Environment, link } from '../../../src/environment/index.js'
import { buildGraph, knowledgeOf, relationsOf, resolve } from '../../../src/graph/index.js'

/** Bikes at stations; a list of bikes shows a bike's name and the id of its station, which is a link or is not marked as one. */
function hire(mark: typeof entity): Environment {
  const bike = z.object({ id: entity('bike', z.string()), name: z.string(), station: mark('station', z.string()) })
  const tool = defineTool<Record<string, never>>()
  return defineEnvironment<Record<string, never>>({
    name: 'hire',
    version: 1,
    summary: 'Bikes.',
    state: z.object({}),
    scenario: () => ({ state: {}, userKnows: [], situations: [] }),
    tools: {
      list_bikes: tool({
        description: 'List.',
        effect: 'read',
        parameters: z.object({}),
        returns: z.array(bike),
        run: () => [],
      }),
      get_bike: tool({
        description: 'Show.',
        effect: 'read',
        parameters: z.object({ id: entity('bike', z.string()) }),
        returns: bike,
        run: () => ({}),
      }),
      close: tool({
        description: 'Close.',
        effect: 'write',
        parameters: z.object({ station: entity('station', z.string()) }),
        run: () => ({}),
      }),
    },
  })
}

/** What "the station Red Arrow" means once a bike of that name was shown by a tool. */
function stationCalled(environment: Environment, tool: 'list_bikes' | 'get_bike'): ReturnType<typeof resolve> {
  const shown = { id: 'b1', name: 'Red Arrow', station: 's9' }
  const graph = buildGraph([environment])
  const knowledge = knowledgeOf(graph, {
    turn: 0,
    queries: ['Hello'],
    facts: [],
    conditions: [],
    denied: [],
    places: {},
    calls: [
      {
        turn: 0,
        index: 0,
        call: { id: 'c0', name: tool, arguments: tool === 'get_bike' ? { id: 'b1' } : {} },
        result: { callId: 'c0', value: tool === 'get_bike' ? shown : [shown] },
      },
    ],
  })
  return resolve(knowledge, { by: 'field', field: 'name', match: 'equals', value: 'Red Arrow' }, 'station')
}

describe('a link', () => {
  it.each(['list_bikes', 'get_bike'] as const)('is not described by what stands beside it in %s', (tool) => {
    expect(stationCalled(hire(link), tool)).toEqual({ kind: 'unknown' })
    // The fault that it is there against: a bike's name taken for its station's.
    expect(stationCalled(hire(entity), tool)).toMatchObject({ kind: 'found', value: 's9' })
  })

  it('still provides what other tools take, and is not in their schemas', () => {
    const environment = hire(link)
    const provided = relationsOf(buildGraph([environment])).map(
      (relation) => `${relation.from} ${relation.kind} ${relation.to}`,
    )
    expect(provided).toContain('get_bike provides close')
    expect(JSON.stringify(environment.specs)).not.toMatch(/entity|link/)
  })
})
