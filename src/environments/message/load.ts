import { isArray, type Json, type JsonObject } from '../../core/json.js'
import { isNumeric, toNumber } from '../../core/number.js'
import { pairsOf, type State } from './state.js'

const DEFAULT_SEED = 200191

const DEFAULTS: JsonObject = {
  generated_ids: [],
  user_count: 4,
  user_map: { Alice: 'USR001', Bob: 'USR002', Catherine: 'USR003', Daniel: 'USR004' },
  inbox: [
    { USR002: 'My name is Alice. I want to connect.' },
    { USR003: 'Could you upload the file?' },
    { USR004: 'Could you upload the file?' },
  ],
  message_count: 3,
  current_user: null,
  random_seed: DEFAULT_SEED,
}

/** A published configuration as a state: its keys replace the class's defaults (SEMANTICS section 7). */
export function load(
  config: JsonObject,
  _options?: { readonly longContext: boolean; readonly extension: JsonObject },
): State {
  const value = (key: string): Json => config[key] ?? DEFAULTS[key] ?? null
  const current = value('current_user')
  const user = typeof current === 'string' ? current : null
  return {
    generated_ids: listOf(value('generated_ids')).map((id) => numberOf(id)),
    user_count: numberOf(value('user_count')),
    user_map: pairsOf(value('user_map')).map(([name, id]) => [name, String(id)]),
    inbox: listOf(value('inbox')).map(pairsOf),
    message_count: numberOf(value('message_count')),
    current_user: user,
    account: user,
    generator: { seed: numberOf(value('random_seed')), drawn: 0 },
  }
}

const listOf = (value: Json): readonly Json[] => (isArray(value) ? value : [])

const numberOf = (value: Json): number => (isNumeric(value) ? toNumber(value) : 0)
