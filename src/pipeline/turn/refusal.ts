import { AgentFailure } from '../../agents/index.js'
import type { Rejection } from '../../core/run.js'
import { ModelError } from '../../model/index.js'

/** Why nothing came of a try at a turn. */
export type Refusal = Pick<Rejection, 'phase' | 'cause' | 'detail'>

/** What stands in the place of what was to be made. */
export interface Refused {
  readonly refusal: Refusal
}

/** Characters of a detail that are kept. */
const DETAIL = 200

export function refused(phase: string, cause: Rejection['cause'], detail?: string): Refusal {
  return { phase, cause, ...(detail === undefined ? {} : { detail: detail.slice(0, DETAIL) }) }
}

/** Work that models do, or why nothing can be made of what they answered. */
export async function unlessRefused<T>(phase: string, work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AgentFailure) return { refusal: refused(phase, error.failure, error.message) }
    if (error instanceof ModelError) return { refusal: refused(phase, 'model', error.message) }
    throw error
  }
}
