import { type Rng, shuffle } from '../../core/random.js'
import type { Ledger } from './ledger.js'
import { type Found, search } from './search.js'
import { patternOf } from './shape.js'
import { after, startOf } from './moves.js'
import type { Situation } from './situation.js'
import { isEffective, look, type Study } from './study.js'
import type { Tool } from './tools.js'
import { compareAround, type Step } from './transition.js'

const TRIES = 24
/** For a tool that was never made to succeed. */
const FIRST_TRIES = 300
/** Searches for a call that has an effect. */
const EFFECTS = 4

export interface WalkOptions {
  readonly seeds: readonly number[]
  readonly length: number
}

/**
 * Walks from many starts, always with the tools that took the fewest steps so far, and compares around every step.
 * Returns the situations met, for further trials.
 */
export function walk(
  study: Study,
  ledger: Ledger,
  { seeds, length }: WalkOptions,
  random: Rng,
  spent: () => boolean,
): Situation[] {
  const steps = study.tools.map(() => 0)
  const met: Situation[] = []
  for (const seed of seeds) {
    let situation = startOf(study, seed)
    for (let i = 0; i < length && !spent(); i++) {
      const next = stepOn(study, situation, steps, random)
      if (!next) break
      compareAround(study, ledger, next, random)
      met.push(situation)
      situation = next.to
    }
  }
  return met
}

function stepOn(study: Study, situation: Situation, steps: number[], random: Rng): Step | undefined {
  const rested = shuffle(random, study.tools).toSorted((a, b) => (steps[a.index] ?? 0) - (steps[b.index] ?? 0))
  for (const tool of rested) {
    const step = stepWith(study, situation, tool, random)
    steps[tool.index] = (steps[tool.index] ?? 0) + (step ? 1 : 0.5)
    if (step) return step
  }
  return undefined
}

/** A successful call of the tool, if one can be found here; rather one that does what the tool does. */
export function stepWith(study: Study, from: Situation, tool: Tool, random: Rng): Step | undefined {
  let found: Found | undefined
  const tries = study.notes[tool.index]?.successes === 0 ? FIRST_TRIES : TRIES
  for (let i = 0; i < EFFECTS; i++) {
    found = search(study, tool, from, tries, random) ?? found
    if (!found || isEffective(study, tool, from.world, found.attempt)) break
  }
  if (!found) return undefined
  const call = { tool, arguments: found.base.arguments }
  const to = after(study, from, call, found.attempt)
  const wrote = study.seesState
    ? look(study, from.world, tool, call.arguments).access.writes.map((place) => patternOf(study.stateShape, place))
    : undefined
  return { from, call, to, result: found.attempt.value, wrote }
}
