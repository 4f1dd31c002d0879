import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'

/** An error's text without the values in it, so that refusals for the same reason look the same. */
export function maskError(value: Json, args: JsonObject): string {
  let text = typeof value === 'string' ? value : JSON.stringify(value)
  for (const given of textsIn(args)) text = text.replaceAll(given, '_')
  return text
    .replaceAll(/\[[^[\]{}]*\]/g, '[]')
    .replaceAll(/'[^']*'/g, "''")
    .replaceAll(/\d+/g, '#')
    .slice(0, 160)
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return value.length > 1 ? [value] : []
  const children = isArray(value) ? value : isObject(value) ? Object.values(value) : []
  return children.flatMap(textsIn).toSorted((a, b) => b.length - a.length)
}
