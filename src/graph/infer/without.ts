import { sampleOf } from '../../core/random.js'
import { isSettled, mayConcern } from './pairs.js'
import { after, startOf } from './moves.js'
import type { Call, Situation } from './situation.js'
import type { Study } from './study.js'
import { compare } from './transition.js'
import type { Trials } from './trials.js'

const OCCASIONS = 20

/**
 * Where a tool works after a call of another, makes the calls up to there without that one, and then it: was the tool
 * refused before? So a relation is found that needs just the right arguments, which a trial of the pair seldom hits.
 */
export function tryWithout({ study, ledger, places, random, spent }: Trials): void {
  for (const from of study.tools) {
    const later = places.filter(({ made }) => made.some(({ tool }) => tool === from))
    for (const to of study.tools) {
      if (from === to || !mayConcern(study, from, to)) continue
      const working = later.filter(({ bases }) => bases.get(to.index))
      for (const place of sampleOf(random, working, OCCASIONS)) {
        if (spent() || isSettled(ledger, from, to)) break
        const args = place.bases.get(to.index)?.arguments
        const call = place.made.findLast(({ tool }) => tool === from)
        if (!args || !call) continue
        const others = place.made.filter((made) => made !== call)
        const before = remade(study, place.seed, others)
        const attempt = study.prober.attempt(before.world, from.spec.name, call.arguments)
        if (!attempt.ok) continue
        const step = {
          from: before,
          call,
          to: after(study, before, call, attempt),
          result: attempt.value,
          wrote: undefined,
        }
        compare(study, ledger, step, { tool: to, arguments: args })
      }
    }
  }
}

/** The situation after those of the calls that succeed. */
function remade(study: Study, seed: number, calls: readonly Call[]): Situation {
  let situation = startOf(study, seed)
  for (const call of calls) {
    const attempt = study.prober.attempt(situation.world, call.tool.spec.name, call.arguments)
    if (attempt.ok) situation = after(study, situation, call, attempt)
  }
  return situation
}
