import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { directed, interact, type Sampled, type SamplerInput } from '../../../src/phases/graph-interaction/index.js'
import { visibleOf } from '../../../src/language/index.js'
import { DESK, deskWorld, kind } from '../../support/desk.js'

const { graph, lexicon } = kind.semantics

/** What the user of this desk knows: everybody’s name and every street. */
const known = [
  ...Object.entries(DESK.parcels).map(([value, { recipient }]) => ({
    entity: 'parcel',
    value,
    by: [{ field: 'recipient', match: 'equals' as const, value: recipient }],
  })),
  ...Object.entries(DESK.branches).map(([value, { street }]) => ({
    entity: 'branch',
    value,
    by: [{ field: 'street', match: 'equals' as const, value: street }],
  })),
]

function sampled(seed: number, change: Partial<SamplerInput> = {}): Sampled {
  const world = deskWorld()
  const visible = visibleOf(lexicon, [{ role: 'system', content: '' }], world.tools)
  return interact(directed, {
    graph,
    world,
    visible,
    known,
    random: createRng(`interact${seed}`),
    sayable: kind.sayable,
    used: new Map(),
    ...change,
  })
}

/** Tools that every one of many traces is about, alone or beside another wish. */
function alwaysAbout(change: Partial<SamplerInput>): string[] {
  const wishes = Array.from(
    { length: 20 },
    (_, seed) => sampled(seed, change).trace?.requests.map(({ tool }) => tool) ?? [],
  )
  return [...graph.tools.keys()].filter((tool) => wishes.every((tools) => tools.includes(tool)))
}

describe('interact', () => {
  it('gives the same trace from the same seed, and leaves the world alone', () => {
    const world = deskWorld()
    const before = world.stateOf('mini')
    expect(sampled(1, { world })).toEqual(sampled(1))
    expect(world.stateOf('mini')).toBe(before)
  })

  it('finds several targets, with one call or with hidden ones before it', () => {
    const traces = Array.from({ length: 40 }, (_, seed) => sampled(seed).trace)
    expect(new Set(traces.map((trace) => trace?.target)).size).toBeGreaterThan(2)
    expect(traces.filter((trace) => trace?.calls.some(({ hidden }) => hidden)).length).toBeGreaterThan(20)
  })

  it('keeps to targets that are wanted', () => {
    expect(alwaysAbout({ targets: new Set(['book_pickup']) })).toEqual(['book_pickup'])
  })

  it('prepares a target that cannot be reached yet: a pickup is booked before one is called off', () => {
    expect(alwaysAbout({ targets: new Set(['cancel_pickup']) })).toEqual(['book_pickup'])
  })

  it('finds nothing where nothing can be said', () => {
    expect(sampled(1, { sayable: () => false }).trace).toBeUndefined()
  })

  it('counts every call that it made, those of discarded traces too', () => {
    const { trace, calls } = sampled(1)
    expect(calls).toBeGreaterThan(trace?.calls.length ?? 0)
  })

  it('asks for nothing that the conversation has had already', () => {
    const { trace } = sampled(1)
    const visible = {
      turn: 1,
      facts: [],
      conditions: [],
      places: {},
      queries: ['', ''],
      calls: (trace?.calls ?? []).map(({ call, result }, index) => ({ turn: 0, index, call, result })),
    }
    for (let seed = 0; seed < 20; seed++) {
      const again = sampled(seed, { visible }).trace
      const last = again?.calls.at(-1)?.call
      expect([last?.name, last?.arguments]).not.toEqual([
        trace?.calls.at(-1)?.call.name,
        trace?.calls.at(-1)?.call.arguments,
      ])
    }
  })
})
