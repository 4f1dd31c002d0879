import type { Json } from '../../core/json.js'

/** A value inside a text: texts as they are, nothing as `None`. */
export function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'None'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
