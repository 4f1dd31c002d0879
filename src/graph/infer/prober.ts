import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import type { Access } from '../../core/tool.js'
import type { World } from '../../environment/index.js'

/** What came of one call, and the world after it. */
export interface Attempt {
  readonly ok: boolean
  readonly value: Json
  readonly code: string
  readonly world: World
}

/** Makes calls on forks and counts them. */
export interface Prober {
  attempt(world: World, name: string, args: JsonObject): Attempt
  /** The same without moving on, and which state paths the call reads and writes. */
  look(world: World, name: string, args: JsonObject): Omit<Attempt, 'world'> & { readonly access: Access }
  readonly used: number
}

export function createProber(): Prober {
  let used = 0
  return {
    attempt(world, name, args) {
      used += 1
      const after = world.fork()
      const { value, error } = after.call({ id: 'probe', name, arguments: args })
      return { ok: error === undefined, value, code: error?.code ?? '', world: after }
    },
    look(world, name, args) {
      used += 1
      const { result, access } = world.probe({ id: 'probe', name, arguments: args })
      return { ok: result.error === undefined, value: result.value, code: result.error?.code ?? '', access }
    },
    get used() {
      return used
    },
  }
}

/** Do the states of the two worlds differ, private parts included? */
export function differs(before: World, after: World): boolean {
  return before.environments.some(({ ref }) => {
    const [then, now] = [before.stateOf(ref.name), after.stateOf(ref.name)]
    return then !== now && !sameJson(then, now)
  })
}

/** A part of the budget: spent when so many calls were made since it was opened. */
export function allowance(prober: Prober, calls: number): () => boolean {
  const end = prober.used + calls
  return () => prober.used >= end
}
