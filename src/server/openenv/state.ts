import type { JsonObject } from '../../core/json.js'
import type { Session } from '../session.js'

/** What OpenEnv calls the state: which session this is, how far it is, and the task that it is about. */
export function stateOf(session: Session | undefined): JsonObject {
  return session
    ? {
        episode_id: session.id,
        step_count: session.calls,
        task_id: session.task.id,
        done: session.outcome !== undefined,
      }
    : { episode_id: null, step_count: 0 }
}
