import type { Collector } from '../collector.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'

/** What rows and messages were put through beside their families. */
export interface OperatorsFigure {
  readonly rows: number
  /** Rows that show their tools under other names. */
  readonly renamed: number
  /** Rows that are the twin of another. */
  readonly twins: number
  /** Those of them that differ from the other by their policy. */
  readonly policyPairs: number
  readonly turns: number
  /** Turns whose message has noise. */
  readonly noisy: number
  /** Messages by kind of noise; a message may have several. */
  readonly noise: readonly Ranked[]
}

/** How a message is put is no noise. */
const MANNERS = /^(register:|situation$)/

export function collectOperators(): Collector<OperatorsFigure> {
  const noise: Tally = new Map()
  let [rows, renamed, twins, policyPairs, turns, noisy] = [0, 0, 0, 0, 0, 0]
  return {
    add({ row, turns: played }) {
      rows += 1
      if (row.renaming) renamed += 1
      if (row.twin) twins += 1
      if (row.twin?.system !== undefined) policyPairs += 1
      for (const { turn } of played) {
        turns += 1
        const kinds = turn.query.noise.filter(({ operator }) => !MANNERS.test(operator))
        if (kinds.length > 0) noisy += 1
        for (const { operator } of kinds) count(noise, operator)
      }
    },
    figure: () => ({ rows, renamed, twins, policyPairs, turns, noisy, noise: ranked(noise) }),
  }
}
