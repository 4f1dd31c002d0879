import { isObject, type JsonObject } from '../core/json.js'
import { parseTaggedJson } from './tagged-json.js'

/** The arguments of a call as an endpoint gives them, a JSON text, empty for none; undefined where it is no JSON object. */
export function parseArguments(text: string): JsonObject | undefined {
  if (text.trim() === '') return {}
  try {
    const value = parseTaggedJson(text)
    return isObject(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
