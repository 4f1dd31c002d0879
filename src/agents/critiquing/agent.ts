import type { Discrepancy } from '../../core/verdict.js'

/** The critiquing agent [AC]: turns typed discrepancies into a corrective hint that gives no value and no call away. */
export interface CritiquingAgent {
  critique(reasons: readonly Discrepancy[]): Promise<string>
}
