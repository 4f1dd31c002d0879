import type { Certificate, Discrepancy } from '../../core/verdict.js'
import { byName, count, share, type Tally } from '../tally.js'

/** What `verify` finds about the rows, or what their certificates claim where it was not asked. */
export interface ProofFigure {
  readonly rows: number
  /** Rows proved again from themselves; undefined where certificates were taken at their word. */
  readonly proved?: number
  readonly nullPassed: number
  readonly mutants: {
    readonly tried: number
    readonly survived: number
    readonly perRow: number
    /** The largest share of proved equivalents that one operator makes, and which. */
    readonly mostEquivalent: { readonly operator: string; readonly share: number }
  }
  readonly queryMutants: { readonly tried: number; readonly survived: number }
  readonly reorderings: { readonly tried: number; readonly accepted: number }
  /** Discrepancies of the rows that were proved again. */
  readonly ungrounded: number
  readonly leaks: number
  readonly unnecessary: number
  readonly ambiguous: number
  /** Undefined where the certificates list no check of informedness. */
  readonly uninformed?: number
}

/** One row's certificate, recomputed with what is wrong or as stored. */
export interface Proof {
  readonly pass?: boolean
  readonly reasons: readonly Discrepancy[]
  readonly certificate: Certificate
}

export function collectProof(): { add(proof: Proof): void; figure(): ProofFigure } {
  const totals = { rows: 0, nullPassed: 0, ungrounded: 0, leaks: 0, unnecessary: 0, ambiguous: 0 }
  const mutants = { tried: 0, survived: 0 }
  const [triedBy, equivalentBy]: [Tally, Tally] = [new Map(), new Map()]
  const queryMutants = { tried: 0, survived: 0 }
  const reorderings = { tried: 0, accepted: 0 }
  let proved: number | undefined
  let uninformed: number | undefined
  return {
    add({ pass, reasons, certificate }) {
      const found = (...kinds: readonly string[]): number => reasons.filter(({ kind }) => kinds.includes(kind)).length
      totals.rows += 1
      if (pass !== undefined) proved = (proved ?? 0) + (pass ? 1 : 0)
      for (const { tried, failed } of Object.values(certificate.nullAgents)) totals.nullPassed += tried - failed
      for (const [operator, { tried, survived, equivalent }] of Object.entries(certificate.mutants)) {
        mutants.tried += tried
        mutants.survived += survived
        count(triedBy, operator, tried)
        count(
          equivalentBy,
          operator,
          Object.values(equivalent).reduce((sum, n) => sum + n, 0),
        )
      }
      for (const { tried, survived } of Object.values(certificate.queryMutants)) {
        queryMutants.tried += tried
        queryMutants.survived += survived
      }
      reorderings.tried += certificate.reorderings.tried
      reorderings.accepted += certificate.reorderings.accepted
      if (Object.keys(certificate.checks).some((check) => check.startsWith('informed')))
        uninformed = (uninformed ?? 0) + found('uninformed')
      totals.ungrounded += found('ungrounded-argument')
      totals.leaks += found('leak')
      totals.ambiguous += found('ambiguous', 'incomplete-query')
      totals.unnecessary += found('unnecessary-call') + (certificate.mutants['drop-call']?.survived ?? 0)
    },
    figure: () => ({
      ...totals,
      ...(proved === undefined ? {} : { proved }),
      ...(uninformed === undefined ? {} : { uninformed }),
      mutants: {
        tried: mutants.tried,
        survived: mutants.survived,
        perRow: totals.rows === 0 ? 0 : Math.round(mutants.tried / totals.rows),
        mostEquivalent: mostOf(equivalentBy, triedBy),
      },
      queryMutants,
      reorderings,
    }),
  }
}

function mostOf(equivalent: Tally, tried: Tally): { operator: string; share: number } {
  const shares = [...equivalent].map(([operator, n]) => ({ operator, share: share(n, tried.get(operator) ?? 0) }))
  const [most] = shares.toSorted((a, b) => b.share - a.share || byName(a.operator, b.operator))
  return most ?? { operator: '', share: 0 }
}
