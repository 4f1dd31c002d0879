import { chance, type Rng } from '../../core/random.js'
import type { Lexicon } from '../lexicon.js'
import { deed } from './deed.js'
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
      return thinkGoal(lexicon, first, first.why, random)
    case 'lookup':
      return thinkLookup(lexicon, intentions, random)
    case 'condition':
      return thinkCondition(lexicon, first, first.why, random)
    case 'hasty':
      return chance(random.fork('hasty'), 1, 3) ? ready(deed(lexicon, first, random.fork('goal')), random) : undefined
    case 'search':
      return thinkSearch(first.why.name, deed(lexicon, first.why.for, random.fork('goal')), random)
    case 'move':
      return thinkMoves(intentions, deed(lexicon, first.why.for, random.fork('goal')), random)
  }
}
