import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { createScenario } from '../../../src/environment/index.js'
import * as builtIn from '../../../src/environments/index.js'
import { readBriefing, writeBriefing } from '../../../src/language/index.js'

describe.each(Object.values(builtIn).map((environment) => [environment.ref.name, environment] as const))(
  'the briefing of %s',
  (name, environment) => {
    it('reads back as what it tells: facts with their places, conditions, the current place', () => {
      for (let seed = 0; seed < 15; seed++) {
        const { world, userKnows } = createScenario([environment], createRng(`brief${seed}`))
        const state = world.stateOf(name)
        const text = writeBriefing(world, userKnows, createRng(seed))
        const told = readBriefing([environment], text)
        const lines = (environment.definition.briefings ?? []).filter(({ when }) => when(state))
        const facts = lines.flatMap(({ values, entities }) =>
          Object.entries(values(state, userKnows)).flatMap(([slot, value]) =>
            entities?.[slot] === undefined ? [] : [{ entity: entities[slot], value }],
          ),
        )
        expect(told.facts.map(({ entity, value }) => ({ entity, value }))).toEqual(facts)
        expect(told.conditions).toEqual(
          lines.flatMap(({ establishes }) => (establishes ?? []).map((condition) => `${name}:${condition}`)),
        )
        expect(told.places).toEqual(
          environment.definition.places ? { [name]: environment.definition.places.current(state) } : {},
        )
        for (const { value, span } of told.facts) expect(text.slice(...span)).toContain(String(value))
      }
    })

    it('tells only what holds', () => {
      for (let seed = 0; seed < 15; seed++) {
        const { world, userKnows } = createScenario([environment], createRng(`brief${seed}`))
        const { conditions, denied } = readBriefing([environment], writeBriefing(world, userKnows, createRng(seed)))
        const holds = (condition: string): boolean | undefined =>
          environment.definition.conditions?.[condition.slice(name.length + 1)]?.(world.stateOf(name))
        for (const condition of conditions) expect(holds(condition)).toBe(true)
        for (const condition of denied) expect(holds(condition)).toBe(false)
      }
    })
  },
)

describe('a briefing', () => {
  it('says which day it is, and reads as nothing where there are no lines', () => {
    const { world, userKnows } = createScenario([builtIn.mini], createRng(1))
    const text = writeBriefing(world, userKnows, createRng(1))
    const today = world.clock.slice(0, 10)
    expect(text).toMatch(/ Today is [A-Z][a-z]+day, \d+ [A-Z][a-z]+ 2026\.$/)
    expect(readBriefing([builtIn.mini], text)).toEqual({
      today,
      facts: [],
      conditions: [],
      denied: [],
      places: {},
      rules: [],
    })
    expect(readBriefing(Object.values(builtIn), 'You are an assistant.')).toEqual({
      facts: [],
      conditions: [],
      denied: [],
      places: {},
      rules: [],
    })
  })
})
