import { type Rng, sampleOf } from '../../core/random.js'
import { type Ledger, seenOf } from './ledger.js'
import { mayConcern } from './pairs.js'
import type { Situation } from './situation.js'
import type { Study } from './study.js'
import { compare } from './transition.js'
import { stepWith } from './walk.js'

const PLACES = 6
const ENOUGH = 2

/** Where a tool is known to work, tries whether each other tool stops it or changes its answer. */
export function tryUndoing(
  study: Study,
  ledger: Ledger,
  places: readonly Situation[],
  random: Rng,
  spent: () => boolean,
): void {
  for (const to of study.tools) {
    const working = places.filter(({ bases }) => bases.get(to.index))
    for (const from of study.tools.filter((other) => other !== to && mayConcern(study, other, to))) {
      for (const place of sampleOf(random, working, PLACES)) {
        if (spent() || seenOf(ledger.disables, from, to).confirmed >= ENOUGH) break
        const step = stepWith(study, place, from, random)
        const base = place.bases.get(to.index)
        if (step && base) compare(study, ledger, step, { tool: to, arguments: base.arguments })
      }
    }
  }
}
