import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vault } from './infer/vault.js'
import { drawInferred } from '../../../src/graph/draw/index.js'
import { infer } from '../../../src/graph/infer/index.js'
import {
  conditionsAsNeeds,
  cyclesOf,
  deadEndsOf,
  distancesTo,
  minimalSetsOf,
  type NeedyTool,
  plansFor,
  reachable,
} from '../../../src/graph/query/index.js'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

/** And/or graphs of six tools. */
const graphs: fc.Arbitrary<NeedyTool[]> = fc.tuple(
  ...NAMES.map((name) =>
    fc.record({
      name: fc.constant(name),
      effect: fc.constant('read' as const),
      needs: fc.array(
        fc.record({
          kind: fc.constant('enables' as const),
          label: fc.constant('x'),
          alternatives: fc.array(fc.subarray(NAMES, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
)

const subsets = NAMES.reduce<string[][]>((all, name) => [...all, ...all.map((set) => [...set, name])], [[]])

describe('queries on and/or graphs', () => {
  it('minimal sets are all sets that suffice and hold no smaller one that does', () => {
    fc.assert(
      fc.property(graphs, (tools) => {
        const sufficient = subsets.filter(
          (set) =>
            !set.includes('a') &&
            reachable(tools, new Set(NAMES.filter((name) => name !== 'a' && !set.includes(name)))).has('a'),
        )
        const minimal = sufficient.filter(
          (set) => !sufficient.some((other) => other.length < set.length && other.every((name) => set.includes(name))),
        )
        const key = (sets: readonly (readonly string[])[]): string[] => sets.map((set) => set.join()).toSorted()
        expect(key(minimalSetsOf(tools, 'a'))).toEqual(key(minimal))
      }),
      { numRuns: 300 },
    )
  })

  it('a tool is reachable exactly where it has a plan, and is a dead end otherwise', () => {
    fc.assert(
      fc.property(graphs, (tools) => {
        const reached = reachable(tools)
        const plans = plansFor(tools)
        for (const { name } of tools) if (plans.of(name)) expect(reached.has(name)).toBe(true)
        const dead = deadEndsOf(tools).map(({ tool }) => tool)
        expect([...reached, ...dead].toSorted()).toEqual(NAMES)
      }),
    )
  })

  it('distances grow by one along needs', () => {
    fc.assert(
      fc.property(graphs, (tools) => {
        const distances = distancesTo(tools, 'a')
        for (const { name, needs } of tools) {
          const distance = distances.get(name)
          if (distance === undefined) continue
          for (const helper of needs.flatMap(({ alternatives }) => alternatives.flat()))
            expect(distances.get(helper)).toBeLessThanOrEqual(distance + 1)
        }
      }),
    )
  })

  it('members of a cycle lead to one another', () => {
    fc.assert(
      fc.property(graphs, (tools) => {
        for (const cycle of cyclesOf(tools))
          for (const member of cycle) {
            const leading = distancesTo(tools, member)
            expect(cycle.filter((other) => !leading.has(other))).toEqual([])
          }
      }),
    )
  })
})

describe('queries on an inferred graph', () => {
  const { graph } = infer([vault])
  const { tools } = drawInferred(graph)

  it('answer what a tool takes', () => {
    expect(minimalSetsOf(tools, 'open_safe')).toEqual([
      ['fetch_key', 'unlock_by_key'],
      ['look_up_pin', 'unlock_by_number'],
    ])
    expect(
      plansFor(tools)
        .of('read_report')
        ?.map(({ tool }) => tool),
    ).toContain('sign_in')
    expect(distancesTo(tools, 'read_report').get('request_code')).toBe(3)
    expect(reachable(tools, new Set(['enter_code'])).has('read_report')).toBe(false)
    expect(cyclesOf(conditionsAsNeeds(graph))).toEqual([['fetch_key', 'hang_up_key']])
    expect(deadEndsOf(tools)).toEqual([
      { tool: 'call_guard', reason: expect.stringContaining('Nobody answers') as string },
    ])
  })

  it('tell what only the start decides from what no call can bring about', () => {
    const wants = (name: string, label: string, ...ways: string[]): NeedyTool => ({
      effect: 'write',
      name,
      needs: [{ kind: 'enables', label, alternatives: ways.map((way) => [way]) }],
    })
    expect(deadEndsOf([wants('sail', 'wind'), wants('dock', 'afloat', 'sail')])).toEqual([
      { tool: 'sail', reason: 'No tool brings about wind: it depends on the start.' },
      { tool: 'dock', reason: 'No tool that can be reached meets its need of afloat.' },
    ])
  })
})
