import type { World } from '../../environment/index.js'
import type { Sighting } from './ledger.js'
import type { Call } from './situation.js'
import { scenarioFor, type Study } from './study.js'

/**
 * The shortest part of the calls before a sighting with which it still shows: the last call of `calls` turns the tool's
 * refusal into success. What is left is a minimal set from that start: leave any one out and the tool is refused.
 */
export function shrinkEnabling(study: Study, { seed, before, between, call }: Sighting): Call[] {
  let calls = [...before, ...between]
  for (let i = calls.length - 2; i >= 0; i--) {
    const fewer = calls.toSpliced(i, 1)
    if (enables(study, seed, fewer, call)) calls = fewer
  }
  return calls
}

/** The orders of a minimal set with each other call last, where those work too: every one of them enables the tool. */
export function turnsOf(study: Study, seed: number, calls: readonly Call[], call: Call): Call[][] {
  return calls
    .slice(0, -1)
    .map((moved, i) => [...calls.toSpliced(i, 1), moved])
    .filter((order) => enables(study, seed, order, call))
}

/** Do all the calls succeed from the seed's start, and does the last of them turn the tool's refusal into success? */
export function enables(study: Study, seed: number, calls: readonly Call[], call: Call): boolean {
  const last = calls.at(-1)
  const before = last && runFrom(study, seed, calls.slice(0, -1))
  if (!last || !before || attempt(study, before, call).ok) return false
  const after = attempt(study, before, last)
  return after.ok && attempt(study, after.world, call).ok
}

/** The world after the calls, if all of them succeed. */
export function runFrom(study: Study, seed: number, calls: readonly Call[]): World | undefined {
  let { world } = scenarioFor([study.environment], seed)
  for (const call of calls) {
    const { ok, world: next } = attempt(study, world, call)
    if (!ok) return undefined
    world = next
  }
  return world
}

function attempt(study: Study, world: World, { tool, arguments: args }: Call): ReturnType<Study['prober']['attempt']> {
  return study.prober.attempt(world, tool.spec.name, args)
}
