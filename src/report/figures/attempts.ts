import type { Collector } from '../collector.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'

/** Attempts that failed before the accepted one, by what was wrong with them. */
export interface AttemptsFigure {
  readonly turns: number
  /** Turns whose first attempt, without any hint, was accepted. */
  readonly firstTry: number
  readonly failed: number
  /** Failed attempts by the kinds of discrepancy they show; an attempt may show several. */
  readonly kinds: readonly Ranked[]
}

export function collectAttempts(): Collector<AttemptsFigure> {
  const kinds: Tally = new Map()
  let [turns, firstTry, failed] = [0, 0, 0]
  return {
    add(row) {
      for (const { attempts } of row.turns.map(({ turn }) => turn)) {
        turns += 1
        if (attempts.length === 0) firstTry += 1
        failed += attempts.length
        for (const { verdict } of attempts)
          for (const kind of new Set(verdict.reasons.map((reason) => reason.kind))) count(kinds, kind)
      }
    },
    figure: () => ({ turns, firstTry, failed, kinds: ranked(kinds) }),
  }
}
