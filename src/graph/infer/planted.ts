import { isArray, isObject, type Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Rng } from '../../core/random.js'
import type { World } from '../../environment/index.js'
import { freshValue, freshWord } from './fresh.js'
import { mayBeKey } from './parameters.js'
import type { Call } from './situation.js'
import type { Study } from './study.js'

/**
 * Was a value only put where it works by a call that takes anything? A folder named like a text that was read does not
 * make that text a folder's name. One call up to the producer may bring the value in, if nobody knew it before, or if
 * it is the producer itself and has checked it, as one does that picks from a list.
 */
export function isPlanted(
  study: Study,
  value: Json,
  calls: readonly Call[],
  producer: number,
  knownBefore: (call: number) => boolean,
  checked: () => boolean,
): boolean {
  const plants = calls.flatMap((call, i) => (brings(study, call, value) ? [i] : []))
  const [first] = plants
  if (first === undefined) return false
  if (plants.length > 1 || first > producer) return true
  return knownBefore(first) && !(first === producer && checked())
}

/** Does the producer look at what it is given before it gives it back, so that a made-up value in its place does not come back? */
export function isChecked(
  study: Study,
  value: Json,
  before: World,
  { tool, arguments: args }: Call,
  random: Rng,
): boolean {
  const madeUp = new Map(
    tool.parameters
      .filter(({ name }) => contains(args[name] ?? null, value))
      .map(({ name, type, schema }) => [name, type === 'array' ? [freshWord(random)] : freshValue(schema, random)]),
  )
  const attempt = study.prober.attempt(before, tool.spec.name, { ...args, ...Object.fromEntries(madeUp) })
  return attempt.ok && [...madeUp.values()].flat().every((given) => !contains(untag(attempt.value), given))
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
