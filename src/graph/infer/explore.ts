import { type Rng, sampleOf, shuffle } from '../../core/random.js'
import { search } from './search.js'
import { after, startOf } from './moves.js'
import type { Study } from './study.js'
import type { Tool } from './tools.js'
import type { Trials } from './trials.js'

const SEEDS = 8
const ENOUGH = 8
const FEW = 3
const LONG_SEARCH = 1_500
const SEARCH = 300
const SHORT_SEARCH = 40
const PLACES = 24

/** Learns how to call every tool: from untouched starts first, then in walks where each success moves the world. */
export function explore(study: Study, random: Rng, spent: () => boolean): void {
  for (let seed = 0; seed < SEEDS; seed++) tryAll(study, study.tools, seed, random, spent)
  for (let seed = 0; seed < SEEDS && !spent(); seed++) roam(study, seed, random)
  for (let seed = SEEDS; seed < 3 * SEEDS && !spent(); seed++) {
    const rare = study.tools.filter((tool) => countOf(study, tool) < ENOUGH)
    tryAll(study, rare, seed, random, spent)
  }
}

/** Looks again for calls of tools that never succeeded, in the places met since, whatever was in vain before. */
export function exploreFurther({ study, places, random, spent }: Trials): void {
  for (const tool of study.tools) {
    for (const place of sampleOf(random, places, PLACES)) {
      if (countOf(study, tool) > 0 || spent()) break
      for (const kind of study.refusals[tool.index]?.kinds.values() ?? []) kind.met = 0
      const found = search(study, tool, place, SEARCH, random)
      if (found) places.push(after(study, place, { tool, arguments: found.base.arguments }, found.attempt))
    }
  }
}

/** The same as a last resort with the values that descriptions mention. Did any tool succeed at last? */
export function exploreAdvised(trials: Trials): boolean {
  const { study } = trials
  const never = study.tools.filter((tool) => countOf(study, tool) === 0)
  for (const { index } of never) study.advised.add(index)
  exploreFurther(trials)
  return never.some((tool) => countOf(study, tool) > 0)
}

function tryAll(study: Study, tools: readonly Tool[], seed: number, random: Rng, spent: () => boolean): void {
  const situation = startOf(study, seed)
  for (const tool of tools) {
    const tries = countOf(study, tool) < FEW ? LONG_SEARCH : SHORT_SEARCH
    if (spent()) return
    const found = search(study, tool, situation, tries, random)
    const starts = study.notes[tool.index]?.atStart
    if (!starts) continue
    starts.tried += 1
    if (found) starts.succeeded += 1
  }
}

/** Calls each tool twice, from one start on. */
function roam(study: Study, seed: number, random: Rng): void {
  let situation = startOf(study, seed)
  for (const tool of [...shuffle(random, study.tools), ...shuffle(random, study.tools)]) {
    const found = search(study, tool, situation, countOf(study, tool) === 0 ? SEARCH : SHORT_SEARCH, random)
    if (found) situation = after(study, situation, { tool, arguments: found.base.arguments }, found.attempt)
  }
}

function countOf(study: Study, { index }: Tool): number {
  return study.notes[index]?.successes ?? 0
}
