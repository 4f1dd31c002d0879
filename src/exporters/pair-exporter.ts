import type { Json } from '../core/json.js'
import type { Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'

/** A preference pair and the row it belongs to -> training records of one format. */
export interface PairExporter {
  readonly name: string
  /** One sentence: which trainer reads it. */
  readonly description: string
  readonly fileName: string
  /** What the format cannot carry, by name, with the reason. */
  readonly lost: { readonly [what: string]: string }
  readonly records: (row: Trajectory, pair: Preference) => readonly Json[]
}
