import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { createScenario, remembering } from '../../../src/environment/index.js'
import { ENVIRONMENTS } from '../../../src/catalog/index.js'
import { randomWalk } from '../../../src/testing/exploration.js'

describe('a world that remembers its calls', () => {
  it('answers and moves as one that does not, the first time and again', () => {
    for (const name of ['mini', 'file-system', 'travel']) {
      const environment = ENVIRONMENTS.get(name)
      if (!environment) throw new Error(name)
      const scenario = createScenario([environment], createRng(5))
      const walk = randomWalk(environment, scenario, 5)
      const start = remembering(scenario.world)
      const [first, again] = [start.fork(), start.fork()]
      for (const { call, result, after } of walk) {
        expect(first.call(call)).toEqual(result)
        expect(again.call({ ...call, id: 'another' })).toEqual({ ...result, callId: 'another' })
        expect(again.digest()).toBe(after.digest())
      }
      expect(walk.length).toBeGreaterThan(0)
      expect(again.stateOf(name)).toBe(first.stateOf(name))
    }
  })
})
