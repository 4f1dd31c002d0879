import { type Rng, shuffle } from '../../core/random.js'
import { search } from './search.js'
import { after, type Base, type Situation, startOf } from './situation.js'
import type { Study } from './study.js'
import type { Tool } from './tools.js'

/** A call that succeeded, and where. */
export interface Success {
  readonly tool: Tool
  readonly situation: Situation
  readonly base: Base
}

const SEEDS = 8
const PASSES = 2
const ENOUGH = 8
const FIRST_TRIES = 1_500
const TRIES = 40

/** Learns how to call every tool: calls each twice from several starts on, letting each success move the world. */
export function explore(study: Study, random: Rng, spent: () => boolean): Success[] {
  const successes: Success[] = []
  for (let pass = 0; pass < PASSES; pass++) {
    for (let seed = 0; seed < SEEDS && !spent(); seed++) {
      let situation = startOf(study, seed)
      for (const tool of [...shuffle(random, study.tools), ...shuffle(random, study.tools)]) {
        const found = search(study, tool, situation, study.notes[tool.index]?.successes === 0 ? FIRST_TRIES : TRIES, random)
        if (!found) continue
        successes.push({ tool, situation, base: found.base })
        situation = after(study, situation, { tool, arguments: found.base.arguments }, found.attempt)
      }
    }
  }
  for (const tool of study.tools) successes.push(...insist(study, tool, successes, random, spent))
  return successes
}

/** More successes of a tool that had few, from untouched starts. */
function insist(study: Study, tool: Tool, known: readonly Success[], random: Rng, spent: () => boolean): Success[] {
  const found: Success[] = []
  const before = known.filter((success) => success.tool === tool).length
  for (let seed = 0; seed < 2 * SEEDS && before + found.length < ENOUGH && !spent(); seed++) {
    const situation = startOf(study, seed)
    const success = search(study, tool, situation, FIRST_TRIES, random)
    if (success) found.push({ tool, situation, base: success.base })
  }
  return found
}
