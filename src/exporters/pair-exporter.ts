import type { Json } from '../core/json.js'
import type { Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Format } from './format.js'

/** A preference pair and the row it belongs to -> training records of one format. */
export interface PairExporter extends Format {
  readonly records: (row: Trajectory, pair: Preference) => readonly Json[]
}
