import * as z from 'zod'
import type { Wanted } from '../sessions.js'

/** What OpenEnv says of how a session is to begin; all else is let be. */
export const RESET = z.looseObject({
  seed: z.int().nonnegative().optional(),
  episode_id: z.string().min(1).max(255).optional(),
  task_id: z.string().optional(),
})
export type Reset = z.infer<typeof RESET>

export function wantedBy({ seed, episode_id: id, task_id: task }: Reset): Wanted {
  return { id, seed, task }
}
