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
const ENOUGH = 8
const FEW = 3
const LONG_SEARCH = 1_500
const SEARCH = 300
const SHORT_SEARCH = 40

/** Learns how to call every tool: from untouched starts first, then in walks where each success moves the world. */
export function explore(study: Study, random: Rng, spent: () => boolean): Success[] {
  const successes = Array.from({ length: SEEDS }, (_, seed) => tryAll(study, study.tools, seed, random, spent)).flat()
  for (let seed = 0; seed < SEEDS && !spent(); seed++) successes.push(...roam(study, seed, random))
  for (let seed = SEEDS; seed < 3 * SEEDS && !spent(); seed++) {
    successes.push(
      ...tryAll(
        study,
        study.tools.filter((tool) => countOf(study, tool) < ENOUGH),
        seed,
        random,
        spent,
      ),
    )
  }
  return successes
}

function tryAll(study: Study, tools: readonly Tool[], seed: number, random: Rng, spent: () => boolean): Success[] {
  const situation = startOf(study, seed)
  return tools.flatMap((tool) => {
    const found = spent()
      ? undefined
      : search(study, tool, situation, countOf(study, tool) < FEW ? LONG_SEARCH : SHORT_SEARCH, random)
    return found ? [{ tool, situation, base: found.base }] : []
  })
}

/** Calls each tool twice, from one start on. */
function roam(study: Study, seed: number, random: Rng): Success[] {
  const successes: Success[] = []
  let situation = startOf(study, seed)
  for (const tool of [...shuffle(random, study.tools), ...shuffle(random, study.tools)]) {
    const found = search(study, tool, situation, countOf(study, tool) === 0 ? SEARCH : SHORT_SEARCH, random)
    if (!found) continue
    successes.push({ tool, situation, base: found.base })
    situation = after(study, situation, { tool, arguments: found.base.arguments }, found.attempt)
  }
  return successes
}

function countOf(study: Study, { index }: Tool): number {
  return study.notes[index]?.successes ?? 0
}
