import { describe, expect, it } from 'vitest'
import type { Environment } from '../../../src/environment/index.js'
import { LawBroken, testEnvironment } from '../../../src/testing/index.js'
import { mini } from '../../../src/environments/mini/environment.js'
import { counter, withTool } from '../../support/counter.js'

interface Count {
  count: number
  log: string[]
  seat: string
  odd?: unknown
}

type Run = (context: { state: Count; draft: () => Count; random: { word: () => number } }) => unknown

/** The counter with one tool that behaves otherwise than it says. */
const broken = (name: string, run: Run): Environment => withTool(counter, name, () => ({ run }))

const scenario = (change: (seed: number) => object): Environment => {
  let n = 0
  return {
    ...counter,
    definition: {
      ...counter.definition,
      scenario: () => ({ state: change(n++) as never, userKnows: [], situations: [] }),
    },
  }
}

const legal = (count: number): object => ({ count, log: [], seat: 'front', generator: { seed: 1, drawn: 0 } })

/** The parcel desk with one tool that is asked for in these words only. */
const asking = (name: string, ask: string): Environment =>
  withTool(mini, name, ({ phrases }) => ({ phrases: { ...phrases, asks: [ask] } }))

let outside = 0

/** Faults of every kind, and the law that must find each. */
const FAULTS: readonly (readonly [law: string, fault: string, environment: () => Environment])[] = [
  [
    'a read tool changes nothing',
    'a read that counts itself',
    () => broken('show', ({ draft }) => ({ count: (draft().count += 1) })),
  ],
  [
    'a session tool changes the session only: nothing that any other tool writes',
    'a seat that counts',
    () => broken('sit', ({ draft }) => ({ seat: String((draft().count += 1)) })),
  ],
  [
    'only tools that draw advance the generator',
    'a show that draws',
    () => broken('show', ({ state, random }) => ({ count: Math.max(state.count, -random.word()) })),
  ],
  ['every declared effect is seen to happen', 'a roll that does not draw', () => broken('roll', () => ({ rolled: 4 }))],
  [
    'every declared effect is seen to happen',
    'an add that adds nothing',
    () => broken('add', ({ state }) => ({ count: state.count })),
  ],
  [
    'results are plain JSON, and successes are what their tool returns',
    'a text for a number',
    () => broken('show', ({ state }) => ({ count: String(state.count) })),
  ],
  [
    'results are plain JSON, and successes are what their tool returns',
    'a field that nobody documented',
    () => broken('show', ({ state }) => ({ count: state.count, seat: state.seat })),
  ],
  [
    'results are plain JSON, and successes are what their tool returns',
    'a result with undefined in it',
    () => broken('show', ({ state }) => ({ count: state.count, more: undefined })),
  ],
  [
    'results are plain JSON, and successes are what their tool returns',
    'a result that is not a number',
    () => broken('show', () => ({ count: Number.NaN })),
  ],
  [
    'every call leaves a legal state',
    'a key that the state does not know',
    () => broken('add', ({ draft }) => ({ count: ((draft().odd = 1), (draft().count += 1)) })),
  ],
  [
    'every call leaves a legal state',
    'half a count',
    () => broken('add', ({ draft }) => ({ count: (draft().count += 0.5) })),
  ],
  [
    'the same calls give the same results and states',
    'a result from outside',
    () => broken('show', () => ({ count: (outside += 1) })),
  ],
  [
    'no call writes into a state in place',
    'a write past the draft',
    () => broken('show', ({ state }) => ({ count: (state.count += 1) })),
  ],
  [
    'a fork never touches its parent',
    'a write past the draft',
    () => broken('show', ({ state }) => ({ count: state.log.push('x') })),
  ],
  [
    'a probe says what a call does, and does nothing itself',
    'a result from outside',
    () => broken('show', () => ({ count: (outside += 1) })),
  ],
  [
    'candidates are arguments of their tool, and the same each time',
    'a candidate that is not allowed',
    () => withTool(counter, 'add', () => ({ candidates: () => [{ amount: 99 }] })),
  ],
  [
    'candidates are arguments of their tool, and the same each time',
    'candidates from outside',
    () => withTool(counter, 'add', () => ({ candidates: () => [{ amount: 1 + ((outside += 1) % 9) }] })),
  ],
  ['the same seed gives the same scenario', 'a scenario from outside', () => scenario((n) => legal(n))],
  [
    'every scenario is a legal state of plain JSON, and no two are alike',
    'twins',
    () => scenario((n) => legal(Math.floor(n / 2))),
  ],
  [
    'every scenario is a legal state of plain JSON, and no two are alike',
    'a date for a text',
    () => scenario((n) => ({ ...legal(n), seat: new Date(0) })),
  ],
  [
    'every scenario is a legal state of plain JSON, and no two are alike',
    'a key too many',
    () => scenario((n) => ({ ...legal(n), extra: 1 })),
  ],
  [
    'session conditions hold after the calls that establish them, and no longer after those that revoke them',
    'a condition that never holds',
    () => ({
      ...withTool(counter, 'sit', () => ({ establishes: ['seated'] })),
      definition: { ...counter.definition, conditions: { seated: () => false } },
    }),
  ],
  [
    'a tool fails while a session condition that it requires does not hold',
    'a condition that nobody checks',
    () => ({
      ...withTool(counter, 'show', () => ({ requires: ['seated'] })),
      definition: { ...counter.definition, conditions: { seated: () => false } },
    }),
  ],
  [
    'every tool that a user may wish for succeeds within a few steps',
    'a tool that always fails on its candidates',
    () => withTool(mini, 'get_parcel', () => ({ candidates: () => [{ parcel_id: 'P0' }] })),
  ],
  [
    'what a user asks for is read back as just that',
    'two tools that are asked for in the same words',
    () => asking('find_parcel', 'How heavy is the parcel for <recipient>?'),
  ],
  [
    'every tool with candidates that has phrases can be asked for in words',
    'a wording that leaves out what the tool takes',
    () => asking('get_parcel', 'check how heavy it is'),
  ],
]

describe('testEnvironment', () => {
  it.each(testEnvironment(counter))('holds for the counter: $name', ({ check }) => {
    expect(check).not.toThrow()
  })

  it.each(FAULTS)('finds by the law "%s": %s', (name, _, environment) => {
    const law = testEnvironment(environment()).find((one) => one.name === name)
    expect(law).toBeDefined()
    expect(() => law?.check()).toThrow(name.startsWith('no call writes') ? TypeError : LawBroken)
  })

  it('finds arguments that are taken although the parameters do not allow them', () => {
    const [add] = counter.specs.filter((spec) => spec.name === 'add')
    const loose: Environment = {
      ...counter,
      spec: (name) =>
        name === 'add' && add
          ? { ...add, parameters: { ...add.parameters, additionalProperties: true } }
          : counter.spec(name),
    }
    const law = testEnvironment(loose).find(({ name }) => name.startsWith('arguments that'))
    expect(() => law?.check()).toThrow(LawBroken)
  })

  it('names a witness', () => {
    const law = testEnvironment(broken('show', ({ draft }) => ({ count: (draft().count += 1) }))).find(
      ({ name }) => name === 'a read tool changes nothing',
    )
    expect(() => law?.check()).toThrow(/a read tool changed the state: \{"call":\{"id":"law","name":"show"/)
  })
})
