import { chance, type Rng } from '../../core/random.js'
import type { Lexicon } from '../lexicon.js'
import { gist } from './gist.js'
import { thinkCondition } from './condition.js'
import { ready, thinkGoal } from './goal.js'
import type { Intention } from './intention.js'
import { thinkLookup } from './lookup.js'
import { thinkMoves, thinkSearch } from './place.js'

/** A chain of thought for one step: what is known, what is missing, and why these tools. Undefined where it goes without saying. */
export function think(lexicon: Lexicon, intentions: readonly Intention[], random: Rng): string | undefined {
  const [first] = intentions
  switch (first?.why.kind) {
    case undefined:
      return undefined
    case 'goal':
      return thinkGoal(lexicon, first.tool, first.why, random)
    case 'lookup':
      return thinkLookup(lexicon, intentions, random)
    case 'condition':
      return thinkCondition(lexicon, first, first.why, random)
    case 'hasty':
      return chance(random.fork('hasty'), 1, 3) ? ready(gist(lexicon, first.tool), random) : undefined
    case 'search':
      return thinkSearch(first.why.name, gist(lexicon, first.why.for), random)
    case 'move':
      return thinkMoves(intentions, gist(lexicon, first.why.for), random)
  }
}
