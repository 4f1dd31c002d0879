import type { NearDuplicatesFigure } from '../duplicates/near-duplicates.js'
import type { AttemptsFigure } from './attempts.js'
import type { CoverageFigure } from './coverage.js'
import type { FamiliesFigure } from './families.js'
import type { HiddenFigure } from './hidden.js'
import type { LengthsFigure } from './lengths.js'
import type { OperatorsFigure } from './operators.js'
import type { PreferencesFigure } from './preferences.js'
import type { ProofFigure } from './proof.js'
import type { ProvenanceFigure } from './provenance.js'
import type { ReasoningFigure } from './reasoning.js'
import type { ReuseFigure } from './reuse.js'
import type { ShapeFigure } from './shape.js'
import type { SignatureFigure } from './signatures.js'
import type { WordingFigure } from './wording.js'

/** Everything measured about a run's rows. */
export interface Figures {
  readonly shape: ShapeFigure
  readonly proof: ProofFigure
  readonly families: FamiliesFigure
  readonly hidden: HiddenFigure
  readonly reuse: ReuseFigure
  readonly provenance: ProvenanceFigure
  readonly signatures: SignatureFigure
  readonly coverage: CoverageFigure
  readonly wording: WordingFigure
  readonly reasoning: ReasoningFigure
  readonly lengths: LengthsFigure
  readonly attempts: AttemptsFigure
  readonly nearDuplicates: NearDuplicatesFigure
  readonly preferences: PreferencesFigure
  readonly operators: OperatorsFigure
  /** Rows whose environments are unknown or have changed: figures that need them leave these rows out. */
  readonly unknownRows: number
}
