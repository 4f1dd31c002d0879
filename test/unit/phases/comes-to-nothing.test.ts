import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import type { Trace } from '../../../src/core/trace.js'
import { math, posting, vehicle } from '../../../src/environments/index.js'
import { comesToNothing } from '../../../src/phases/graph-interaction/comes-to-nothing.js'

const { graph } = worldKind([math, posting, vehicle]).semantics

/** Does a wish for this call, with this result, come to nothing after what the user said? */
function isVain(name: string, args: JsonObject, value: Json, said = ''): boolean {
  const digest = 'sha256:0'
  const trace: Trace = {
    target: name,
    start: digest,
    end: digest,
    requests: [],
    calls: [
      {
        call: { id: 'c', name, arguments: args },
        result: { callId: 'c', value },
        bindings: [],
        needs: [],
        hidden: false,
      },
    ],
    goal: { calls: [0], answers: [] },
    signature: digest,
  }
  const visible = { turn: 1, facts: [], conditions: [], places: {}, queries: [said, ''], calls: [] }
  return comesToNothing(trace, graph, visible)
}

describe('a wish comes to nothing', () => {
  it('when a calculation gives back what it was given', () => {
    expect(isVain('round_number', { number: 3251, decimal_places: 0 }, { result: 3251 })).toBe(true)
    expect(isVain('round_number', { number: 7.52, decimal_places: 1 }, { result: 7.5 })).toBe(false)
    expect(isVain('absolute_value', { number: 7.5 }, { result: 7.5 })).toBe(true)
    expect(isVain('absolute_value', { number: -7.5 }, { result: 7.5 })).toBe(false)
  })

  it('when a unit is converted back to what the user said', () => {
    const back = [{ gallon: 9.24602 }, { liter: 34.99998 }] as const
    expect(isVain('gallon_to_liter', ...back, 'Please top up the tank with 35 liters.')).toBe(true)
    expect(isVain('gallon_to_liter', ...back, 'Please top up the tank with 40 liters.')).toBe(false)
  })

  it('but not when one of several is found, a thing is looked up by its number, or something is done', () => {
    expect(isVain('max_value', { numbers: [3, 9, 4] }, { result: 9 })).toBe(false)
    expect(isVain('get_tweet', { tweet_id: 7642 }, { id: 7642, username: 'ada', content: 'Hello' })).toBe(false)
    expect(isVain('fillFuelTank', { fuelAmount: 5 }, { fuelLevel: 5 })).toBe(false)
  })
})
