import type { RowVerdict } from '../verifiers/index.js'

/** What verification of a file comes to. */
export interface VerifySummary {
  rows: number
  verified: number
  failed: number
  nullPassed: number
  mutants: { tried: number; killed: number; equivalent: number; survived: number }
  queryMutants: { tried: number; killed: number; survived: number }
  ungrounded: number
  leaks: number
  unnecessary: number
  ambiguous: number
  uninformed: number
  reorderings: { tried: number; accepted: number }
  preferences: { pairs: number; proved: number; failed: number }
}

/** A summary of no rows. */
export function emptySummary(): VerifySummary {
  return {
    rows: 0,
    verified: 0,
    failed: 0,
    nullPassed: 0,
    mutants: { tried: 0, killed: 0, equivalent: 0, survived: 0 },
    queryMutants: { tried: 0, killed: 0, survived: 0 },
    ungrounded: 0,
    leaks: 0,
    unnecessary: 0,
    ambiguous: 0,
    uninformed: 0,
    reorderings: { tried: 0, accepted: 0 },
    preferences: { pairs: 0, proved: 0, failed: 0 },
  }
}

/** Adds one row's verdict. */
export function addVerdict(summary: VerifySummary, { pass, reasons, certificate, pairs }: RowVerdict): void {
  summary.rows += 1
  if (pass) summary.verified += 1
  else summary.failed += 1
  for (const { tried, killed, survived } of Object.values(certificate.mutants)) {
    summary.mutants.tried += tried
    summary.mutants.killed += killed
    summary.mutants.survived += survived
  }
  for (const { tried, killed, survived } of Object.values(certificate.queryMutants)) {
    summary.queryMutants.tried += tried
    summary.queryMutants.killed += killed
    summary.queryMutants.survived += survived
  }
  for (const { tried, failed } of Object.values(certificate.nullAgents)) summary.nullPassed += tried - failed
  summary.ungrounded += reasons.filter(({ kind }) => kind === 'ungrounded-argument').length
  summary.leaks += reasons.filter(({ kind }) => kind === 'leak').length
  summary.ambiguous += reasons.filter(({ kind }) => kind === 'ambiguous' || kind === 'incomplete-query').length
  summary.uninformed += reasons.filter(({ kind }) => kind === 'uninformed').length
  summary.reorderings.tried += certificate.reorderings.tried
  summary.reorderings.accepted += certificate.reorderings.accepted
  for (const pair of pairs) addPair(summary, pair.pass)
  summary.unnecessary += certificate.mutants['drop-call']?.survived ?? 0
}

/** Adds one preference pair. */
export function addPair({ preferences }: VerifySummary, proved: boolean): void {
  preferences.pairs += 1
  if (proved) preferences.proved += 1
  else preferences.failed += 1
}
