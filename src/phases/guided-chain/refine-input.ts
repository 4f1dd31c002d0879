import type { Message } from '../../core/message.js'
import type { Rng } from '../../core/random.js'
import type { Trace } from '../../core/trace.js'
import type { Step } from '../../core/trajectory.js'
import type { Discrepancy } from '../../core/verdict.js'
import type { World } from '../../environment/index.js'

/** A turn as phase III gets it. */
export interface RefineInput {
  /** The world at the start of the turn; it is not moved. */
  readonly start: World
  /** The conversation up to and with the turn's user message. */
  readonly messages: readonly Message[]
  readonly turn: number
  readonly trace: Trace
  /** The advanced tool's capabilities, told from the second attempt on. */
  readonly capability: string
  /** Attempts after the first. */
  readonly kmax: number
  /** Makes call ids unique over the dataset. */
  readonly label: string
  readonly random: Rng
  /** What else an attempt that reached the outcome must not be guilty of. */
  readonly check?: (steps: readonly Step[]) => readonly Discrepancy[]
  /** Nobody can read the user's words back: tries that have nothing else tell whether they can be understood. */
  readonly blind?: boolean
}
