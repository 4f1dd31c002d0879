import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../../src/core/errors.js'
import { mini } from '../../../../src/environments/index.js'
import {
  graphJsonSchema,
  graphText,
  infer,
  parseGraph,
  type RelationGraph,
  verifyGraph,
} from '../../../../src/graph/infer/index.js'
import { claimsOf, feedsOf } from './claims.js'

const { graph } = infer([mini])

/** The graph with the first relation of a kind forged. */
function forged<K extends 'enables' | 'disables' | 'affects' | 'provides' | 'compatible'>(
  kind: K,
  change: (relation: RelationGraph[K][number]) => RelationGraph[K][number],
): RelationGraph {
  const [first, ...rest] = graph[kind]
  if (!first) throw new Error(`the graph has no ${kind}`)
  return { ...graph, [kind]: [change(first), ...rest] }
}

describe('the graph of the smallest environment', () => {
  it('claims what is so, and nothing else', () => {
    expect(claimsOf(graph, 'enables')).toEqual(['book_pickup > cancel_pickup', 'cancel_pickup > book_pickup'])
    expect(claimsOf(graph, 'affects')).toEqual(['send_to_branch > get_parcel'])
    expect(feedsOf(graph)).toEqual([
      'book_pickup /pickup_code > cancel_pickup.pickup_code',
      'find_parcel /parcel_id > book_pickup.parcel_id',
      'find_parcel /parcel_id > get_parcel.parcel_id',
      'find_parcel /parcel_id > send_to_branch.parcel_id',
      'get_parcel /recipient > find_parcel.recipient',
      'get_parcel /branch_id > send_to_branch.branch_id',
      'list_branches /branches/*/branch_id > send_to_branch.branch_id',
      'send_to_branch /parcel_id > book_pickup.parcel_id',
      'send_to_branch /parcel_id > get_parcel.parcel_id',
      'send_to_branch /parcel_id > send_to_branch.parcel_id',
    ])
    expect(graph.tools.map(({ name, effect, draws }) => `${name} ${effect}${draws ? ' draws' : ''}`)).toEqual([
      'find_parcel read',
      'get_parcel read',
      'list_branches read',
      'send_to_branch write',
      'book_pickup write draws',
      'cancel_pickup write',
    ])
  })

  it('is read back from its text as it was', () => {
    expect(parseGraph(graphText(graph), 'graph.json')).toEqual(graph)
    expect(graphJsonSchema()['type']).toBe('object')
  })
})

describe('stored witnesses', () => {
  it('all show their relation', () => {
    expect(verifyGraph(graph, [mini]).failures).toEqual([])
  })

  it.each([
    ['an enabling call left out', forged('enables', (one) => ({ ...one, witness: { ...one.witness, between: [] } }))],
    ['another tool named as the enabler', forged('enables', (one) => ({ ...one, from: 'send_to_branch' }))],
    ['another tool named as the enabled', forged('enables', (one) => ({ ...one, to: 'find_parcel' }))],
    [
      'another start',
      forged('enables', (one) => ({ ...one, witness: { ...one.witness, seed: one.witness.seed + 1 } })),
    ],
    [
      'a relation of one kind passed off as another',
      { ...graph, enables: [{ ...graph.enables[0], ...graph.disables[0], gate: false }] } as RelationGraph,
    ],
    [
      'a value the result does not hold',
      forged('provides', (one) => ({
        ...one,
        witness: {
          ...one.witness,
          call: { ...one.witness.call, arguments: { [one.parameter]: 'P-0' } },
          ...(one.witness.value ? { value: { ...one.witness.value, value: 'P-0' } } : {}),
        },
      })),
    ],
    ['a place where the value does not lie', forged('provides', (one) => ({ ...one, path: '/elsewhere' }))],
    ['another parameter', forged('provides', (one) => ({ ...one, parameter: 'day' }))],
    ['no value that fails', forged('provides', (one) => ({ ...one, witness: { ...one.witness, refused: [] } }))],
    [
      'a value said to fail that does not',
      forged('provides', (one) => ({
        ...one,
        witness: { ...one.witness, refused: one.witness.value ? [one.witness.value.value] : [] },
      })),
    ],
    [
      'a change that leaves the answer as it was',
      forged('affects', (one) => ({
        ...one,
        witness: { ...one.witness, between: [{ tool: 'list_branches', arguments: {} }] },
        from: 'list_branches',
      })),
    ],
    [
      'a tool that does not exist',
      forged('enables', (one) => ({
        ...one,
        from: 'open_sesame',
        witness: { ...one.witness, between: [{ tool: 'open_sesame', arguments: {} }] },
      })),
    ],
    [
      'an environment that does not exist',
      forged('enables', (one) => ({ ...one, witness: { ...one.witness, environments: ['elsewhere'] } })),
    ],
  ])('refuse %s', (_, planted) => {
    const verdict = verifyGraph(planted, [mini])
    expect(verdict).toMatchObject({ pass: false })
    expect(verdict.failures).toHaveLength(1)
  })

  it('refuse a minimal set that is another', () => {
    const tools = graph.tools.map((tool) => ({
      ...tool,
      minimalSets: tool.minimalSets.map((set) => ({ ...set, tools: ['list_branches'] })),
    }))
    expect(verifyGraph({ ...graph, tools }, [mini]).pass).toBe(false)
  })

  it('are not run in another environment than they were found in', () => {
    const environments = graph.environments.map((environment) => ({ ...environment, digest: '0' }))
    expect(() => verifyGraph({ ...graph, environments }, [mini])).toThrow(UsageError)
    expect(() => verifyGraph(graph, [])).toThrow(/mini/)
  })
})

describe('a file that is no graph', () => {
  it.each([
    ['no JSON', '{', 'holds no JSON'],
    ['another version', JSON.stringify({ ...graph, schema: 2 }), 'at /schema'],
    [
      'a relation without its witness',
      JSON.stringify({ ...graph, enables: [{ ...graph.enables[0], witness: undefined }] }),
      'at /enables/0/witness',
    ],
  ])('is refused in one line: %s', (_, text, told) => {
    expect(() => parseGraph(text, '--verify x.json')).toThrow(told)
  })
})
