import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { isEntries } from '../../core/number.js'
import type { State } from './state.js'

const DEFAULT_SEED = 141053

/** A published configuration as a state; long-context ones get the extension's cards and bookings after their own (`SEMANTICS.md` sections 3 and 11). */
export function load(
  config: JsonObject,
  options: { readonly longContext: boolean; readonly extension: JsonObject },
): State {
  const value = <T extends Json>(key: string, otherwise: T): T => (config[key] as T | undefined) ?? otherwise
  const entries = (key: string, extension: string): (readonly [string, JsonObject])[] => {
    const own = entriesOf(config[key])
    const ids = new Set(own.map(([id]) => id))
    return options.longContext
      ? [...own, ...entriesOf(options.extension[extension]).filter(([id]) => !ids.has(id))]
      : own
  }
  return {
    credit_card_list: entries('credit_card_list', 'CREDIT_CARD_EXTENSION').map(([id, card]) => ({ id, card })),
    booking_record: entries('booking_record', 'BOOKING_RECORD_EXTENSION').map(([id, booking]) => ({ id, booking })),
    access_token: value<string | null>('access_token', null),
    token_type: value<string | null>('token_type', null),
    token_expires_in: value<number | null>('token_expires_in', null),
    token_scope: value<string | null>('token_scope', null),
    user_first_name: value<string | null>('user_first_name', null),
    user_last_name: value<string | null>('user_last_name', null),
    budget_limit: value<State['budget_limit']>('budget_limit', null),
    long_context: options.longContext,
    credentials: null,
    generator: { seed: value('random_seed', DEFAULT_SEED), drawn: 0 },
  }
}

function entriesOf(value: Json | undefined): (readonly [string, JsonObject])[] {
  const entries = isEntries(value) ? value.$entries : isObject(value) ? Object.entries(value) : []
  return entries as (readonly [string, JsonObject])[]
}
