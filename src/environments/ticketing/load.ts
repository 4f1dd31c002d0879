import type { Json, JsonObject } from '../../core/json.js'
import type { State } from './state.js'

/** A published configuration as a state; the long-context extension leaves tickets alone (`SEMANTICS.md` sections 3 and 9). */
export function load(config: JsonObject): State {
  const value = <T extends Json>(key: string, otherwise: T): T => (config[key] as T | undefined) ?? otherwise
  return {
    ticket_queue: [...value<readonly JsonObject[]>('ticket_queue', [])],
    ticket_counter: value('ticket_counter', 1),
    current_user: value<string | null>('current_user', null),
    account: null,
  }
}
