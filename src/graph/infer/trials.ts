import type { Rng } from '../../core/random.js'
import type { Ledger } from './ledger.js'
import type { Situation } from './situation.js'
import type { Study } from './study.js'

/** What a series of trials works with: what is known, where relations are noted, the places to try from and its budget. */
export interface Trials {
  readonly study: Study
  readonly ledger: Ledger
  /** Trials may add to them. */
  readonly places: Situation[]
  readonly random: Rng
  /** Is the share of the budget gone that these trials may use? */
  readonly spent: () => boolean
}
