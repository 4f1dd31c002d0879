import type { Rng } from '../core/random.js'
import type { Json } from '../core/json.js'
import { between } from '../core/random.js'
import { createCast, type Cast } from './cast.js'
import type { Environment } from './define.js'
import type { Known } from './known.js'
import { createWorld, type World } from './world.js'

/** A world at the start of a trajectory, and the person in front of it. */
export interface WorldScenario {
  readonly world: World
  readonly cast: Cast
  readonly userKnows: readonly Known[]
  /** Openers by environment: why this person is here. */
  readonly situations: { readonly [environment: string]: readonly string[] }
}

/** A varied, realistic start: every environment's scenario drawn with one shared cast and date. */
export function createScenario(environments: readonly Environment[], random: Rng, size = 1): WorldScenario {
  const cast = createCast(random.fork('cast'))
  const clock = clockOf(random.fork('clock'))
  const made = environments.map(({ ref, definition }) => ({
    name: ref.name,
    ...definition.scenario({ random: random.fork(`scenario:${ref.name}`), cast, today: clock.slice(0, 10), size }),
  }))
  const state: { [environment: string]: Json } = Object.fromEntries(
    made.map((scenario) => [scenario.name, scenario.state]),
  )
  return {
    world: createWorld(environments, { environments: environments.map(({ ref }) => ref), state, clock }),
    cast,
    userKnows: made.flatMap(({ userKnows }) => userKnows),
    situations: Object.fromEntries(made.map(({ name, situations }) => [name, situations])),
  }
}

function clockOf(random: Rng): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const month = between(random, 1, 12)
  const day = between(random, 1, 28)
  return `2026-${two(month)}-${two(day)}T${two(between(random, 8, 18))}:${two(between(random, 0, 59))}:00`
}
