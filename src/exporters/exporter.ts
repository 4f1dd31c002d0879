import type { Json } from '../core/json.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Format } from './format.js'

/** Trajectory -> training records of one format. */
export interface Exporter extends Format {
  readonly rows: (trajectory: Trajectory) => readonly Json[]
}
