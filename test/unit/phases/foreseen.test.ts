import { expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import type { Reference } from '../../../src/core/reference.js'
import type { Trace } from '../../../src/core/trace.js'
import { trading } from '../../../src/environments/index.js'
import { isForeseen } from '../../../src/phases/graph-interaction/foreseen.js'

const { graph } = worldKind([trading]).semantics

/** Is a message foreseen that has these calls made, and says these values of each? */
function foreseen(...wishes: readonly (readonly [tool: string, said: JsonObject, value: Json])[]): boolean {
  const digest = 'sha256:0'
  const calls = wishes.map(([name, args, value]) => ({
    call: { id: 'c', name, arguments: args },
    result: { callId: 'c', value },
    bindings: [],
    needs: [],
    hidden: false,
  }))
  const requests = wishes.map(([tool, said]) => ({
    tool,
    arguments: Object.fromEntries(
      Object.entries(said).map(([name, value]): [string, Reference] => [name, { by: 'value', value }]),
    ),
  }))
  const goal = { calls: calls.map((_, i) => i), answers: [] }
  const trace: Trace = { target: '', start: digest, end: digest, requests, calls, goal, signature: digest }
  return isForeseen(trace, graph)
}

const bought = { symbol: 'ELLM', price: 1040, amount: 5 }
const order: Json = { order_id: 38768, price: 1040, status: 'Pending' }

it('nobody says the number of an order that the same message places, but what was said of it', () => {
  expect(foreseen(['place_order', bought, order], ['get_order_details', { order_id: 38768 }, {}])).toBe(true)
  expect(foreseen(['place_order', bought, order], ['get_order_details', { order_id: 12345 }, {}])).toBe(false)
  expect(foreseen(['place_order', bought, order], ['fund_account', { amount: 1040 }, {}])).toBe(false)
  expect(foreseen(['get_order_history', {}, [38768]], ['get_order_details', { order_id: 38768 }, {}])).toBe(false)
})
