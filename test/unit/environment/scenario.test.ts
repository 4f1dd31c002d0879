import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { createCast, createScenario } from '../../../src/environment/index.js'
import { mini } from '../../../src/environments/mini/environment.js'
import { counter } from '../../support/counter.js'

describe('createScenario', () => {
  it('draws each environment from its own stream: a neighbour shifts nothing', () => {
    const alone = createScenario([mini], createRng(4))
    const together = createScenario([counter, mini], createRng(4))
    expect(together.world.stateOf('mini')).toEqual(alone.world.stateOf('mini'))
    expect(together.cast).toEqual(alone.cast)
    expect(together.world.clock).toBe(alone.world.clock)
    expect(together.userKnows).toEqual(alone.userKnows)
  })

  it('shares one cast over all environments', () => {
    const { world, cast } = createScenario([mini], createRng(4))
    expect(JSON.stringify(world.stateOf('mini'))).toContain(`${cast.user.first} ${cast.user.last}`)
  })

  it('sets the clock to office hours of a day that exists', () => {
    for (let seed = 0; seed < 100; seed++) {
      const { clock } = createScenario([counter], createRng(seed)).world
      expect(clock).toMatch(/^\d{4}-\d{2}-\d{2}T(0[89]|1[0-8]):[0-5]\d:00$/)
      expect(new Date(`${clock}Z`).toISOString().slice(0, 19)).toBe(clock)
    }
  })
})

describe('createCast', () => {
  it('has five different people with accounts made from their names', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { user, colleagues } = createCast(createRng(seed))
      const people = [user, ...colleagues]
      expect(new Set(people.map(({ first }) => first)).size).toBe(5)
      expect(new Set(people.map(({ last }) => last)).size).toBe(5)
      for (const { first, last, account } of people) {
        expect(account).toMatch(/^[a-z.]+\d*$/)
        expect(account.startsWith(first[0]?.toLowerCase() ?? '-')).toBe(true)
        expect(account.includes(first.toLowerCase()) || account.includes(last.toLowerCase())).toBe(true)
      }
    }
  })

  it('varies', () => {
    const users = Array.from({ length: 100 }, (_, seed) => createCast(createRng(seed)).user)
    expect(new Set(users.map(({ first, last }) => `${first} ${last}`)).size).toBeGreaterThan(95)
  })
})
