import type { Message } from '../../core/message.js'
import type { Discrepancy } from '../../core/verdict.js'

/** What an attempt was and what became of it. */
export interface CritiqueInput {
  readonly reasons: readonly Discrepancy[]
  /** The user's message and all that the attempt did about it. */
  readonly messages: readonly Message[]
  /** Which attempt failed, counted from 0. */
  readonly attempt: number
  /** Hints for this attempt that gave something away. */
  readonly refused?: number
}

/** The critiquing agent [AC]: turns typed discrepancies into a corrective hint that gives no value and no call away. */
export interface CritiquingAgent {
  critique(input: CritiqueInput): Promise<string>
}
