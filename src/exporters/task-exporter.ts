import type { Json } from '../core/json.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Format } from './format.js'

/** A turn as something to try -> what a trainer starts a try from. `turnsmith serve` has the world and the reward. */
export interface TaskExporter extends Format {
  readonly task: (row: Trajectory, turn: number) => Json
}
