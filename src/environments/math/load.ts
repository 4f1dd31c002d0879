import type { JsonObject } from '../../core/json.js'
import type { State } from './state.js'

/** A published configuration has no effect on the calculator (SEMANTICS section 6); results keep Python's number types. */
export function load(
  _config: JsonObject,
  _options: { readonly longContext: boolean; readonly extension: JsonObject },
): State {
  return { notation: 'python', series: [] }
}
