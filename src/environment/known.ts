import type { Json } from '../core/json.js'
import type { Rng } from '../core/random.js'
import type { Match } from '../core/reference.js'

/** Something the user of a scenario knows, and by which descriptions they can point at it. */
export interface Known {
  readonly entity: string
  readonly value: Json
  /** Empty: the user says the value itself. */
  readonly by: readonly { readonly field: string; readonly match: Match; readonly value: Json }[]
}

/** What candidates are proposed from. */
export interface CandidateContext<State> {
  readonly state: State
  readonly known: readonly Known[]
  readonly random: Rng
  readonly clock: string
  /** Is the tool wanted whatever a person would wish for? Then what is proposed seldom is proposed too. */
  readonly insists?: boolean
}
