import { describe, expect, it } from 'vitest'
import { UnknownToolError } from '../../../src/core/errors.js'
import type { JsonObject } from '../../../src/core/json.js'
import type { ToolCall } from '../../../src/core/tool.js'
import { createWorld, replay, type World, type WorldSnapshot } from '../../../src/environment/index.js'
import { mini } from '../../../src/environments/mini/environment.js'
import { counter } from '../../support/counter.js'

const START = { count: 5, log: ['start'], seat: 'front', generator: { seed: 1, drawn: 0 } }

function world(state: JsonObject = START): World {
  return createWorld([counter], {
    environments: [counter.ref],
    state: { counter: state },
    clock: '2026-03-02T09:00:00',
  })
}

const call = (name: string, args: JsonObject = {}): ToolCall => ({ id: `c-${name}`, name, arguments: args })

describe('call', () => {
  it('gives the result under the call id and moves the world', () => {
    const desk = world()
    expect(desk.call(call('add', { amount: 2, note: 'two' }))).toEqual({ callId: 'c-add', value: { count: 7 } })
    expect(desk.stateOf('counter')).toEqual({ ...START, count: 7, log: ['start', 'two'] })
  })

  it('fills in documented defaults', () => {
    const desk = world()
    desk.call(call('add', { amount: 1 }))
    expect(desk.stateOf('counter')).toMatchObject({ log: ['start', 'added'] })
  })

  it('keeps what was written before a ToolError', () => {
    const desk = world()
    expect(desk.call(call('spoil', { note: 'ink' }))).toEqual({
      callId: 'c-spoil',
      value: { error: 'Spoiled after noting ink.' },
      error: { code: 'spoiled', transient: true },
    })
    expect(desk.stateOf('counter')).toEqual({ ...START, log: ['start', 'ink'] })
  })

  it('leaves the very same state after a read', () => {
    const desk = world()
    const before = desk.stateOf('counter')
    desk.call(call('show'))
    expect(desk.stateOf('counter')).toBe(before)
  })

  it('never changes the state it was given', () => {
    const state = structuredClone(START)
    const desk = world(state)
    for (const made of [
      call('add', { amount: 1 }),
      call('roll'),
      call('sit', { seat: 'back' }),
      call('spoil', { note: 'x' }),
    ])
      desk.call(made)
    expect(state).toEqual(START)
  })

  it('advances the generator by what was drawn and by nothing else', () => {
    const desk = world()
    desk.call(call('add', { amount: 1 }))
    expect(desk.stateOf('counter')).toMatchObject({ generator: { seed: 1, drawn: 0 } })
    const first = desk.call(call('roll'))
    expect(desk.stateOf('counter')).toMatchObject({ generator: { seed: 1, drawn: 1 } })
    expect(world().call(call('roll'))).toEqual(first)
  })

  it('throws for a tool that nobody has, naming those there are', () => {
    const unknown = (): unknown => world().call(call('subtract'))
    expect(unknown).toThrow(UnknownToolError)
    expect(unknown).toThrow("No tool is named 'subtract'. Available: show, add, sit, roll, spoil.")
  })

  it('lets what is not a ToolError through', () => {
    const broken = {
      ...counter,
      tool: (name: string) => ({ ...(counter.tool(name) as object), run: () => JSON.parse('{') as never }) as never,
    }
    const desk = createWorld([broken], world().snapshot())
    expect(() => desk.call(call('show'))).toThrow(SyntaxError)
  })
})

describe('validation', () => {
  it.each<[string, JsonObject, string]>([
    ['add', {}, "Invalid arguments for add: the required parameter 'amount' is missing."],
    ['add', { amount: 'two' }, 'Invalid arguments for add: amount must be of type integer.'],
    ['add', { amount: 1.5 }, 'Invalid arguments for add: amount must be of type integer.'],
    ['add', { amount: 0 }, 'Invalid arguments for add: amount must be at least 1.'],
    ['add', { amount: 10 }, 'Invalid arguments for add: amount must be at most 9.'],
    ['add', { amount: 1, colour: 'red' }, "Invalid arguments for add: there is no parameter 'colour'."],
    ['sit', { seat: 'roof' }, 'Invalid arguments for sit: seat must be one of ["front","back"].'],
    [
      'spoil',
      { note: 1, x: 2 },
      "Invalid arguments for spoil: there is no parameter 'x'; note must be of type string.",
    ],
  ])('of %s %j says in our own words what is wrong, and runs nothing', (name, args, text) => {
    const desk = world()
    const before = desk.stateOf('counter')
    const result = desk.call(call(name, args))
    expect(result).toEqual({
      callId: `c-${name}`,
      value: { error: text },
      error: { code: 'invalid-arguments', transient: false },
    })
    expect(desk.stateOf('counter')).toBe(before)
  })

  it('sees through number tags', () => {
    expect(world().call(call('add', { amount: { $float: 2 } })).error).toBeUndefined()
  })
})

describe('fork', () => {
  it('goes its own way, in both directions', () => {
    const parent = world()
    const fork = parent.fork()
    fork.call(call('add', { amount: 3 }))
    parent.call(call('spoil', { note: 'parent' }))
    expect(fork.stateOf('counter')).toEqual({ ...START, count: 8, log: ['start', 'added'] })
    expect(parent.stateOf('counter')).toEqual({ ...START, log: ['start', 'parent'] })
  })

  it('starts from the private parts too', () => {
    const parent = world()
    parent.call(call('roll'))
    const fork = parent.fork()
    expect(fork.call(call('roll'))).toEqual(parent.call(call('roll')))
  })
})

describe('snapshot', () => {
  it('stored as text gives a world that goes on alike', () => {
    const calls = [call('roll'), call('add', { amount: 1 }), call('sit', { seat: 'back' }), call('roll')]
    const first = world()
    replay(first, calls.slice(0, 2))
    const second = createWorld([counter], JSON.parse(JSON.stringify(first.snapshot())) as WorldSnapshot)
    expect(second.snapshot()).toEqual(first.snapshot())
    expect(replay(second, calls.slice(2))).toEqual(replay(first, calls.slice(2)))
    expect(second.digest()).toBe(first.digest())
  })

  it('does not move with its world', () => {
    const desk = world()
    const snapshot = desk.snapshot()
    desk.call(call('add', { amount: 1 }))
    expect(snapshot.state['counter']).toEqual(START)
  })

  it('without a state for an environment is refused by name', () => {
    expect(() => createWorld([counter], { environments: [], state: {}, clock: '' })).toThrow(
      "no state for environment 'counter'",
    )
  })
})

describe('sameAs and digest', () => {
  it('see what is observed and only that', () => {
    const [one, other] = [world(), world()]
    other.call(call('sit', { seat: 'back' }))
    expect(other.sameAs(one)).toBe(true)
    expect(other.digest()).toBe(one.digest())
    other.call(call('add', { amount: 1 }))
    expect(other.sameAs(one)).toBe(false)
    expect(other.digest()).not.toBe(one.digest())
  })

  it('compare values, not identity, key order or number tags', () => {
    const copy = world({ log: ['start'], count: { $int: '5' }, generator: { drawn: 0, seed: 1 }, seat: 'front' })
    expect(copy.sameAs(world())).toBe(true)
    expect(copy.digest()).toBe(world().digest())
  })

  it('come back when a change is undone', () => {
    const parcels = { P1: { recipient: 'Ada Dahl', branch: 'B1', grams: 100, pickup: null } }
    const branches = { B1: { street: 'Mill Lane', closes: '17:30' }, B2: { street: 'Elm Square', closes: '18:30' } }
    const state = { parcels, branches, codes: {}, generator: { seed: 1, drawn: 0 } }
    const desk = createWorld([mini], { environments: [mini.ref], state: { mini: state }, clock: '2026-03-02T09:00:00' })
    const before = desk.digest()
    desk.call(call('send_to_branch', { parcel_id: 'P1', branch_id: 'B2' }))
    expect(desk.digest()).not.toBe(before)
    desk.call(call('send_to_branch', { parcel_id: 'P1', branch_id: 'B1' }))
    expect(desk.digest()).toBe(before)
  })
})

describe('probe', () => {
  it('gives the result and what was read and written, and moves nothing', () => {
    const desk = world()
    const before = desk.stateOf('counter')
    const { result, access } = desk.probe(call('add', { amount: 2 }))
    expect(result.value).toEqual({ count: 7 })
    expect(access.writes).toContain('/count')
    expect(access.writes.some((path) => path.startsWith('/log'))).toBe(true)
    expect(access.draws).toBe(false)
    expect(desk.stateOf('counter')).toBe(before)
  })

  it('tells reads, draws and writes made before an error', () => {
    expect(world().probe(call('show')).access).toEqual({ reads: ['/count'], writes: [], draws: false })
    expect(world().probe(call('roll')).access).toMatchObject({ draws: true, writes: ['/count'] })
    const spoilt = world().probe(call('spoil', { note: 'x' }))
    expect(spoilt.result.error?.code).toBe('spoiled')
    expect(spoilt.access.writes.length).toBeGreaterThan(0)
  })

  it('of invalid arguments touches nothing', () => {
    expect(world().probe(call('add')).access).toEqual({ reads: [], writes: [], draws: false })
  })
})

describe('worlds of several environments', () => {
  const both = { counter: START, mini: { parcels: {}, branches: {}, codes: {}, generator: { seed: 1, drawn: 0 } } }

  it('have one tool list and keep their states apart', () => {
    const desk = createWorld([counter, mini], { environments: [counter.ref, mini.ref], state: both, clock: '' })
    expect(desk.tools.map(({ environment }) => environment)).toEqual([
      ...counter.specs.map(() => 'counter'),
      ...mini.specs.map(() => 'mini'),
    ])
    desk.call(call('add', { amount: 1 }))
    expect(desk.stateOf('mini')).toBe(both.mini)
    expect(desk.observe()).toMatchObject({ counter: { count: 6 }, mini: { parcels: {} } })
  })

  it('cannot have two tools of one name', () => {
    const twin = { ...counter, ref: { ...counter.ref, name: 'twin' } }
    expect(() =>
      createWorld([counter, twin], { environments: [], state: { counter: START, twin: START }, clock: '' }),
    ).toThrow("'counter' and 'twin' both have a tool 'show'")
  })

  it('have no state of an environment that is not theirs', () => {
    expect(() => world().stateOf('mini')).toThrow("no environment 'mini'")
  })
})
