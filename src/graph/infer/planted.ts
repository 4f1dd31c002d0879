import { isArray, isObject, type Json } from '../../core/json.js'
import { mayBeKey } from './parameters.js'
import type { Call } from './situation.js'
import type { Study } from './study.js'

/**
 * Was a value only put where it works by a call that takes anything? A folder named like a text that was read does not
 * make that text a folder's name. One call up to the producer may bring the value in, if nobody knew it before.
 */
export function isPlanted(
  study: Study,
  value: Json,
  calls: readonly Call[],
  producer: number,
  knownBefore: (call: number) => boolean,
): boolean {
  const plants = calls.flatMap((call, i) => (brings(study, call, value) ? [i] : []))
  const [first] = plants
  if (first === undefined) return false
  return plants.length > 1 || first > producer || knownBefore(first)
}

function brings(study: Study, { tool, arguments: args }: Call, value: Json): boolean {
  return tool.parameters.some(
    (parameter) =>
      !mayBeKey(study, tool, parameter) && !parameter.closed && contains(args[parameter.name] ?? null, value),
  )
}

function contains(given: Json, value: Json): boolean {
  if (isArray(given)) return given.some((item) => contains(item, value))
  return isObject(given) ? Object.values(given).some((item) => contains(item, value)) : given === value
}
