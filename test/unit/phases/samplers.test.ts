import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { worldKind } from '../../../src/catalog/worlds.js'
import { ToolError } from '../../../src/core/errors.js'
import { beliefOf, believe, type Policy, untrained } from '../../../src/core/policy.js'
import { createRng } from '../../../src/core/random.js'
import type { Trace } from '../../../src/core/trace.js'
import { defineEnvironment, defineTool, entity, type Environment, replay } from '../../../src/environment/index.js'
import { mini } from '../../../src/environments/mini/environment.js'
import { ticketing } from '../../../src/environments/ticketing/environment.js'
import {
  directed,
  interact,
  learned,
  random,
  type Sampler,
  type SamplerInput,
  sayHindrance,
  unreached,
} from '../../../src/phases/graph-interaction/index.js'
import { counting } from '../../../src/phases/graph-interaction/counting.js'
import { present } from '../../support/rows.js'
import { samplerStart } from '../../support/sampler-start.js'

/** A fresh conversation in these environments, with the tools to aim at. */
function start(environments: readonly Environment[], seed: number, targets?: readonly string[]): SamplerInput {
  return {
    ...samplerStart(worldKind(environments), createRng(`samplers:${seed}`)),
    ...(targets ? { targets: new Set(targets) } : {}),
  }
}

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed)
const starts = SEEDS.flatMap((seed) => [start([mini], seed), start([ticketing], seed), start([mini, ticketing], seed)])
const MANY = Array.from({ length: 100 }, (_, seed) => start([mini], seed))
const tracesOf = (sampler: Sampler): { input: SamplerInput; trace: Trace }[] =>
  starts.flatMap((input) => {
    const { trace } = sampler.sample(input)
    return trace ? [{ input, trace }] : []
  })

describe.each([random, directed, learned(untrained)])('the $name sampler', (sampler) => {
  it('finds the same trace in the same place again, after as many calls', () => {
    for (const input of starts.slice(0, 12)) expect(sampler.sample(input)).toEqual(sampler.sample(input))
  })

  it('counts every call that it executes, and moves nothing', () => {
    for (const input of starts) {
      const { world, calls } = counting(input.world)
      const before = world.digest()
      const sampled = sampler.sample({ ...input, world })
      expect(sampled.calls).toBe(calls())
      expect(sampled.calls).toBeGreaterThanOrEqual(sampled.trace?.calls.length ?? 0)
      expect(world.digest()).toBe(before)
    }
  })

  it('gives traces that run again, to the same results and the same end', () => {
    const found = tracesOf(sampler)
    expect(found.length).toBeGreaterThan(starts.length / 2)
    for (const { input, trace } of found) {
      const world = input.world.fork()
      expect(world.digest()).toBe(trace.start)
      expect(
        replay(
          world,
          trace.calls.map(({ call }) => call),
        ),
      ).toEqual(trace.calls.map(({ result }) => result))
      expect(world.digest()).toBe(trace.end)
    }
  })

  it('leaves in a trace no call that nothing needs', () => {
    for (const { trace } of tracesOf(sampler)) {
      const needed = new Set(trace.goal.calls)
      for (const [i, { needs }] of [...trace.calls.entries()].toReversed())
        if (needed.has(i)) for (const need of needs) needed.add(need)
      expect(needed.size).toBe(trace.calls.length)
    }
  })

  it('goes for the targets it is given', () => {
    for (const seed of SEEDS) {
      const { trace } = sampler.sample(start([mini, ticketing], seed, ['book_pickup', 'create_ticket']))
      expect(['book_pickup', 'create_ticket']).toContain(trace?.requests[0]?.tool ?? 'book_pickup')
    }
  })
})

describe('directed sampling', () => {
  it('makes only traces that suit, or none, and executes nothing for wishes that do not promise to', () => {
    const suits = (trace: Trace): boolean => trace.calls.length > 2
    const traces = starts.flatMap((input) => directed.sample({ ...input, suits, alone: true }).trace ?? [])
    expect(traces.length).toBeGreaterThan(starts.length / 4)
    expect(traces.every(suits)).toBe(true)
    for (const input of starts)
      expect(directed.sample({ ...input, suits, promises: () => false })).toEqual({ calls: 0 })
  })

  const deep = SEEDS.map((seed) => start([mini], seed, ['send_to_branch']))
  const callsOf = (sampler: Sampler): number => deep.reduce((sum, input) => sum + sampler.sample(input).calls, 0)

  it('reaches a target behind two hidden calls from every start', () => {
    for (const input of deep) expect(directed.sample(input).trace?.requests[0]?.tool).toBe('send_to_branch')
  })

  it('tries all there is to ask before it gives a target up', () => {
    const input = start([mini], 1, ['get_parcel'])
    const recipients = input.known.filter((fact) => fact.entity === 'parcel').map(({ by }) => present(by[0]).value)
    for (const recipient of recipients) {
      const sayable: SamplerInput['sayable'] = ({ arguments: { parcel_id: said } }) =>
        said?.by === 'field' && said.value === recipient
      expect(directed.sample({ ...input, sayable }).trace).toBeDefined()
    }
  })

  it('takes fewer calls than chance', () => {
    expect(callsOf(directed) * 1.5).toBeLessThan(callsOf(random))
  })
})

describe('the learned sampler', () => {
  const lopsided = (choices: Readonly<Record<string, number>>): Policy => ({
    ...untrained,
    choices: Object.fromEntries(
      Object.entries(choices).map(([choice, mean]) => [choice, { plays: 50, mean, variance: 0.05 }]),
    ),
  })
  const requestsUnder = (policy: Policy): string[][] =>
    tracesOf(learned(policy)).map(({ trace }) => trace.requests.map(({ tool }) => tool))

  it('says which choices led to a trace, and only then', () => {
    for (const input of starts) {
      const { trace, choices } = learned(untrained).sample(input)
      expect(choices?.[0]).toBe(trace && `target:${trace.requests[0]?.tool}`)
      expect(choices?.includes('trap:wishes')).toBe(trace && trace.requests.length > 1)
    }
  })

  it('chooses more often what a policy has seen pay', () => {
    const count = (policy: Policy): number => requestsUnder(policy).filter(([first]) => first === 'book_pickup').length
    expect(count(lopsided({ 'target:book_pickup': 4 }))).toBeGreaterThan(2 * count(untrained))
  })

  it('sets the traps that have paid, and none that have not', () => {
    const share = (trap: string, gain: number): number => {
      const traces = starts.map((input) => learned(lopsided({ [`trap:${trap}`]: gain })).sample(input))
      return traces.filter(({ choices }) => choices?.includes(`trap:${trap}`)).length
    }
    for (const trap of ['indirect', 'prepares', 'narrows', 'chooses'])
      expect(share(trap, 5)).toBeGreaterThan(1.2 * share(trap, -5))
  })

  it('adds a second wish where second wishes have paid, none where they have cost, and none to a turn with room for one', () => {
    const pairs = (policy: Policy): number => requestsUnder(policy).filter(({ length }) => length === 2).length
    expect(pairs(lopsided({ 'trap:wishes': -5 }))).toBe(0)
    expect(pairs(lopsided({ 'trap:wishes': 5 }))).toBeGreaterThan(starts.length / 2)
    for (const input of starts)
      expect(learned(untrained).sample({ ...input, alone: true }).trace?.requests.length ?? 1).toBe(1)
  })

  it('makes only traces that suit, or none', () => {
    const suits = (trace: Trace): boolean => trace.calls.length > 2
    const traces = starts.flatMap((input) => learned(untrained).sample({ ...input, suits }).trace ?? [])
    expect(traces.length).toBeGreaterThan(starts.length / 4)
    expect(traces.every(suits)).toBe(true)
  })

  it('attends to a tool that no turn asked for, whose wishes promise least, and leaves it once many did', () => {
    const attended = (plays: number): number => {
      const choices = ['target:get_parcel', 'second:get_parcel'].map(
        (choice) => [choice, { plays, mean: -3, variance: 0.05 }] as const,
      )
      const sampler = learned({ ...untrained, choices: Object.fromEntries(choices) })
      const traces = MANY.flatMap((input) => sampler.sample(input).trace ?? [])
      return traces.filter(({ requests }) => requests.some(({ tool }) => tool === 'get_parcel')).length
    }
    expect(attended(0)).toBeGreaterThan(2 * attended(50))
  })

  it('seeks links between calls that no turn used yet, and counts them without learning from them', () => {
    const linksUnder = (policy: Policy): string[] =>
      MANY.flatMap((input) => learned(policy).sample(input).choices ?? []).filter((choice) =>
        choice.startsWith('link:'),
      )
    const used = linksUnder(untrained).map((link) => [link, beliefOf(untrained, link)] as const)
    const seen = Object.fromEntries(used.map(([link, belief]) => [link, { ...belief, plays: 9 }]))
    const [link = ''] = Object.keys(seen)
    const share = (policy: Policy): number => linksUnder(policy).filter((one) => one === link).length
    const others = Object.fromEntries(Object.entries(seen).filter(([one]) => one !== link))
    expect(share({ ...untrained, choices: others })).toBeGreaterThan(share({ ...untrained, choices: seen }))
    expect(believe(untrained, [link], 5)[link]).toEqual({ plays: 1, mean: 0, variance: 0 })
  })

  it('still comes to tools that have not paid', () => {
    expect(new Set(requestsUnder(lopsided({ 'target:book_pickup': 4 })).map(([first]) => first)).size).toBeGreaterThan(
      5,
    )
  })
})

describe('interact', () => {
  const calling = SEEDS.map((seed) => start([mini], seed, ['cancel_pickup']))

  it.each([directed, learned(untrained)])(
    'prepares a target that cannot be reached yet, with the $name sampler',
    (sampler) => {
      for (const input of calling) {
        const sampled = interact(sampler, input)
        const trace = present(sampled.trace)
        expect(trace.requests.some(({ tool }) => tool === 'book_pickup')).toBe(true)
        const world = input.world.fork()
        const made = trace.calls.map(({ call }, index) => ({ turn: 0, index, call, result: world.call(call) }))
        const next = interact(sampler, {
          ...input,
          world,
          visible: { ...input.visible, turn: 1, queries: [''], calls: made },
          used: new Map([['book_pickup', 1]]),
        })
        expect(present(next.trace).requests[0]?.tool).toBe('cancel_pickup')
      }
    },
  )

  it('is about anything else once a target was reached and none can be now', () => {
    const [input] = calling
    const used = new Map([['cancel_pickup', 1]])
    const stuck = { ...present(input), used, sayable: (): boolean => false }
    expect(interact(directed, stuck).trace).toBeUndefined()
    const { sayable } = present(input)
    const without: SamplerInput = { ...stuck, sayable: (request) => request.tool === 'get_parcel' && sayable(request) }
    expect(present(interact(directed, without).trace).target).toBe('get_parcel')
    expect(interact(directed, { ...without, used: new Map() }).trace).toBeUndefined()
  })
})

describe('unreached', () => {
  const state = z.object({ walked: z.number(), place: z.string() })
  type State = z.infer<typeof state>
  const tool = defineTool<State>()
  const duck = entity('duck', z.string())
  const DUCKS = [
    { duck_id: 'D1', name: 'Quentin', rings: 114 },
    { duck_id: 'D2', name: 'Freya', rings: 231 },
  ]
  const many = Array.from({ length: 30 }, (_, i) => `path ${i}`)
  const none = z.object({})
  const ask = (words: string): { asks: string[]; reports: string[] } => ({ asks: [words], reports: ['Done.'] })
  const park = defineEnvironment<State>({
    name: 'park',
    version: 1,
    summary: 'A park with ways that lead nowhere.',
    state,
    unobserved: ['place'],
    entities: {
      duck: { noun: ['duck', 'ducks'], opaque: true, mentions: { 'name:equals': ['the duck called <value:name>'] } },
    },
    scenario: () => ({
      state: { walked: 0, place: 'gate' },
      userKnows: DUCKS.map(({ duck_id: value, name }) => ({
        entity: 'duck',
        value,
        by: [{ field: 'name', match: 'equals' as const, value: name }],
      })),
      situations: [],
    }),
    tools: {
      walk_round: tool({
        description: 'Walk round.',
        effect: 'write',
        parameters: none,
        phrases: ask('walk once round the park'),
        run({ draft }) {
          draft().walked += 1
          return {}
        },
      }),
      stand_still: tool({ description: 'Stand.', effect: 'read', parameters: none, run: () => ({}) }),
      go_to: tool({
        description: 'Go somewhere.',
        effect: 'session',
        parameters: z.object({ place: z.string() }),
        phrases: ask('go over to the <place>'),
        candidates: () => [{ place: 'pond' }],
        run({ draft, args }) {
          draft().place = args.place
          return {}
        },
      }),
      name_paths: tool({
        description: 'Name all paths.',
        effect: 'read',
        parameters: none,
        returns: z.object({ paths: z.array(z.string()) }),
        phrases: { ...ask('name all paths of the park'), answers: ['/paths'] },
        run: () => ({ paths: many }),
      }),
      open_kiosk: tool({
        description: 'Open the kiosk.',
        effect: 'write',
        parameters: none,
        phrases: ask('open the kiosk up'),
        candidates: () => [],
        run() {
          throw new ToolError('closed', { error: 'Closed for good.' })
        },
      }),
      list_ducks: tool({
        description: 'List the ducks.',
        effect: 'read',
        parameters: none,
        returns: z.object({ ducks: z.array(z.object({ duck_id: duck, name: z.string(), rings: z.number() })) }),
        run: () => ({ ducks: DUCKS }),
      }),
      count_rings: tool({
        description: 'Count the rings of a duck.',
        effect: 'read',
        parameters: z.object({ duck_id: duck }),
        returns: z.object({ rings: z.number() }),
        phrases: { ...ask('count the rings of <duck_id>'), answers: ['/rings'] },
        candidates: () => DUCKS.map(({ duck_id }) => ({ duck_id })),
        run: ({ args }) => ({ rings: DUCKS.find(({ duck_id }) => duck_id === args.duck_id)?.rings ?? 0 }),
      }),
      feed: tool({
        description: 'Feed an animal.',
        effect: 'write',
        parameters: z.object({ animal: z.string() }),
        phrases: ask('feed the <animal>'),
        run: () => ({}),
      }),
    },
  })

  it('names every tool that cannot be a target, with the reason found by trying', () => {
    const found = unreached([1, 2, 3].map((seed) => start([park], seed)))
    expect(
      found.map(({ tool: name, because }) => [name, because.kind === 'dead-end' ? because.deadEnd.kind : because.kind]),
    ).toEqual([
      ['stand_still', 'no-wording'],
      ['go_to', 'owes-nothing'],
      ['name_paths', 'too-much-to-tell'],
      ['open_kiosk', 'always-fails'],
      ['list_ducks', 'no-wording'],
      ['count_rings', 'already-told'],
      ['feed', 'no-choice'],
    ])
    expect(found.map(({ because }) => sayHindrance(because)).filter((words) => words === '')).toEqual([])
    expect(sayHindrance(present(found[3]).because)).toContain('Closed for good.')
  })

  it('names no tool that a preparing turn makes possible', () => {
    expect(unreached(SEEDS.slice(0, 3).map((seed) => start([mini], seed))).map(({ tool: name }) => name)).toEqual([
      'find_parcel',
      'list_branches',
    ])
  })
})
