import type { Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'
import type { ApiGraph } from '../graph/index.js'
import type { Overlap, OverlapFigure } from './decontaminate/overlap.js'
import { collectNearDuplicates } from './duplicates/near-duplicates.js'
import { factsOf, type Meaning } from './facts.js'
import { collectAttempts } from './figures/attempts.js'
import { collectCoverage } from './figures/coverage.js'
import { collectExamples, type Example } from './figures/examples.js'
import { collectFamilies } from './figures/families.js'
import type { Figures } from './figures/figures.js'
import { collectHidden } from './figures/hidden.js'
import { collectLengths, type CountTokens } from './figures/lengths.js'
import { collectOperators } from './figures/operators.js'
import { collectPreferences } from './figures/preferences.js'
import { collectProof, type Proof } from './figures/proof.js'
import { collectProvenance } from './figures/provenance.js'
import { collectReasoning } from './figures/reasoning.js'
import { collectReuse } from './figures/reuse.js'
import { collectShape } from './figures/shape.js'
import { collectSignatures } from './figures/signatures.js'
import { collectWording } from './figures/wording.js'
import type { QualityLine } from './quality/line.js'
import { qualityOf } from './quality/quality.js'

/** A measured run: the quality table, the figures behind it, and three rows to read. */
export interface Report {
  readonly quality: readonly QualityLine[]
  readonly figures: Figures
  readonly overlaps: readonly OverlapFigure[]
  readonly examples: readonly Example[]
}

export interface ReportOptions {
  /** The graph of all environments of the run. */
  readonly universe: ApiGraph
  /** Undefined for rows whose environments are unknown or have changed. */
  readonly meaningOf: (row: Trajectory) => Meaning | undefined
  /** The preference pairs of the run. */
  readonly pairs?: AsyncIterable<Preference>
  /** Proves a row again; without it certificates are taken at their word. */
  readonly prove?: (row: Trajectory) => Proof
  readonly countTokens?: CountTokens
  /** Benchmarks to compare with. */
  readonly overlaps?: readonly Overlap[]
  readonly onRow?: () => void
}

/** Measures rows as they come, one at a time. */
export async function reportOn(rows: AsyncIterable<Trajectory>, options: ReportOptions): Promise<Report> {
  const collectors = collectorsOf(options)
  const [examples, proof] = [collectExamples(), collectProof()]
  let unknownRows = 0
  for await (const row of rows) {
    const meaning = options.meaningOf(row)
    if (!meaning) unknownRows += 1
    const facts = factsOf(row, meaning)
    for (const collector of [...Object.values(collectors), examples, ...(options.overlaps ?? [])]) collector.add(facts)
    proof.add(options.prove?.(row) ?? { reasons: [], certificate: row.certificate })
    options.onRow?.()
  }
  const preferences = collectPreferences()
  for await (const pair of options.pairs ?? []) preferences.add(pair)
  const figures: Figures = {
    shape: collectors.shape.figure(),
    proof: proof.figure(),
    families: collectors.families.figure(),
    hidden: collectors.hidden.figure(),
    reuse: collectors.reuse.figure(),
    provenance: collectors.provenance.figure(),
    signatures: collectors.signatures.figure(),
    coverage: collectors.coverage.figure(),
    wording: collectors.wording.figure(),
    reasoning: collectors.reasoning.figure(),
    lengths: collectors.lengths.figure(),
    attempts: collectors.attempts.figure(),
    nearDuplicates: collectors.nearDuplicates.figure(),
    preferences: preferences.figure(),
    operators: collectors.operators.figure(),
    unknownRows,
  }
  return {
    quality: qualityOf(figures),
    figures,
    overlaps: (options.overlaps ?? []).map((overlap) => overlap.figure()),
    examples: examples.figure(),
  }
}

function collectorsOf({ universe, countTokens }: ReportOptions) {
  return {
    shape: collectShape(),
    families: collectFamilies(),
    hidden: collectHidden(),
    reuse: collectReuse(),
    provenance: collectProvenance(),
    signatures: collectSignatures(),
    coverage: collectCoverage(universe),
    wording: collectWording(),
    reasoning: collectReasoning(),
    lengths: collectLengths(countTokens),
    attempts: collectAttempts(),
    nearDuplicates: collectNearDuplicates(),
    operators: collectOperators(),
  }
}
