import { sampleOf } from '../../core/random.js'
import { seenOf } from './ledger.js'
import { mayConcern } from './pairs.js'
import { after } from './moves.js'
import { compare } from './transition.js'
import type { Trials } from './trials.js'
import { stepWith } from './walk.js'

const PLACES = 6
const ENOUGH = 2
const REPEATED_PLACES = 4
const REPEATS = 5

/** Repeats calls that work until they do not: what can be done once only, and what runs out. */
export function tryRepeats({ study, ledger, places, random, spent }: Trials): void {
  for (const tool of study.tools.filter(({ index }) => !study.seesState || study.notes[index]?.writes.size !== 0)) {
    for (const place of sampleOf(
      random,
      places.filter(({ bases }) => bases.get(tool.index)),
      REPEATED_PLACES,
    )) {
      const call = { tool, arguments: place.bases.get(tool.index)?.arguments ?? {} }
      for (let [i, from] = [0, place]; i < REPEATS && !spent(); i++) {
        const attempt = study.prober.attempt(from.world, tool.spec.name, call.arguments)
        if (!attempt.ok) break
        const to = after(study, from, call, attempt)
        compare(study, ledger, { from, call, to, result: attempt.value, wrote: undefined }, call)
        from = to
      }
    }
  }
}

/** Where a tool is known to work, tries whether each other tool stops it or changes its answer. */
export function tryUndoing({ study, ledger, places, random, spent }: Trials): void {
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
