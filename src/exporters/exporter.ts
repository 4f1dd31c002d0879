import type { Json } from '../core/json.js'
import type { Trajectory } from '../core/trajectory.js'

/** Trajectory -> training records of one format. */
export interface Exporter {
  readonly name: string
  /** One sentence: which trainer reads it. */
  readonly description: string
  readonly fileName: string
  /** What the format cannot carry, by name, with the reason. */
  readonly lost: { readonly [what: string]: string }
  readonly rows: (trajectory: Trajectory) => readonly Json[]
}
