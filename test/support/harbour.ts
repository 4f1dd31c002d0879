import * as z from 'zod'
import { defineEnvironment, defineTool, entity, type Environment } from '../../src/environment/index.js'
import type { Visible, VisibleCall } from '../../src/core/visible.js'
import type { JsonObject } from '../../src/core/json.js'

const define = defineTool<Record<string, never>>()
const ship = entity('ship', z.string())
const token = entity('token', z.string())
const run = (): null => null

/** Tools that are only planned over: a session, a token, two ways to find a ship, and one that needs everything. */
export const harbour: Environment = defineEnvironment<Record<string, never>>({
  name: 'harbour',
  version: 1,
  summary: 'Ships and berths.',
  state: z.object({}),
  scenario: () => ({ state: {}, userKnows: [], situations: [] }),
  entities: { ship: { noun: ['ship', 'ships'], opaque: true }, token: { noun: ['token', 'tokens'], opaque: true } },
  conditions: { open: () => true, lit: () => true },
  tools: {
    open_gate: define({
      description: 'Open the gate.',
      effect: 'session',
      parameters: z.object({ pin: entity('pin', z.string()) }),
      establishes: ['open'],
      run,
    }),
    close_gate: define({
      description: 'Close the gate.',
      effect: 'session',
      parameters: z.object({}),
      revokes: ['open'],
      run,
    }),
    set_light: define({
      description: 'Set the light.',
      effect: 'write',
      parameters: z.object({ on: z.boolean() }),
      establishes: { lit: { on: true } },
      run,
    }),
    get_token: define({
      description: 'Get a token.',
      effect: 'read',
      parameters: z.object({}),
      requires: ['open'],
      returns: z.object({ token }),
      run,
    }),
    find_ship: define({
      description: 'Find a ship by its name.',
      effect: 'read',
      parameters: z.object({ name: z.string() }),
      returns: z.object({ ship_id: ship }),
      run,
    }),
    list_ships: define({
      description: 'List ships.',
      effect: 'read',
      parameters: z.object({}),
      returns: z.object({
        ships: z.array(z.object({ ship_id: ship, flag: z.string() })),
        byBerth: z.record(entity('berth', z.string()), z.object({ depth: z.number() })),
      }),
      run,
    }),
    moor: define({
      description: 'Moor a ship.',
      effect: 'write',
      parameters: z.object({ token, ship_id: ship, note: z.string().optional() }),
      requires: ['open'],
      run,
    }),
    signal: define({
      description: 'Signal a ship.',
      effect: 'write',
      parameters: z.object({ ship_id: ship }),
      requires: ['lit'],
      run,
    }),
    build: define({
      description: 'Build a ship.',
      effect: 'write',
      parameters: z.object({}),
      returns: z.object({ ship_id: ship }),
      run,
    }),
  },
})

/** What an assistant sees after these calls; each is `[turn, tool, arguments, result]`, a result with `error` failed. */
export function seen(
  calls: readonly (readonly [turn: number, name: string, args: JsonObject, value: JsonObject])[],
  change: Partial<Visible> = {},
): Visible {
  const indexes = new Map<number, number>()
  const made = calls.map(([turn, name, args, value]): VisibleCall => {
    const index = indexes.get(turn) ?? 0
    indexes.set(turn, index + 1)
    const failed = Object.hasOwn(value, 'error') ? { error: { code: 'x', transient: false } } : {}
    return {
      turn,
      index,
      call: { id: `${turn}${index}`, name, arguments: args },
      result: { callId: `${turn}${index}`, value, ...failed },
    }
  })
  const turn = Math.max(0, ...calls.map(([of]) => of))
  return {
    turn,
    facts: [],
    conditions: [],
    places: {},
    queries: Array.from({ length: turn + 1 }, () => ''),
    calls: made,
    ...change,
  }
}
