import { type Rng, shuffle } from '../../core/random.js'
import { search } from './search.js'
import { after, type Situation, startOf } from './situation.js'
import type { Study } from './study.js'
import type { Tool } from './tools.js'

const SEEDS = 8
const PASSES = 3
const FIRST_TRIES = 1_500
const TRIES = 40

/** Learns how to call every tool: makes calls from several starts on, letting each success move the world. */
export function explore(study: Study, random: Rng, spent: () => boolean): void {
  for (let pass = 0; pass < PASSES; pass++) {
    for (let seed = 0; seed < SEEDS && !spent(); seed++) {
      let situation = startOf(study, seed)
      for (const tool of shuffle(random, study.tools)) situation = callOnce(study, tool, situation, random)
    }
  }
}

function callOnce(study: Study, tool: Tool, situation: Situation, random: Rng): Situation {
  const found = search(study, tool, situation, study.notes[tool.index]?.successes === 0 ? FIRST_TRIES : TRIES, random)
  return found ? after(study, situation, { tool, arguments: found.base.arguments }, found.attempt) : situation
}
