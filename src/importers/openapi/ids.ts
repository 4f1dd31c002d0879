import { digest } from '../../core/digest.js'
import type { Json } from '../../core/json.js'
import type { Resource } from './resources.js'
import { isMadeByServer, isAboutAnything } from './texts.js'
import { type Source, valueOf } from './values.js'

/** What things are called, each otherwise; undefined where nothing is called anything. */
export function keysFor({ key, noun }: Resource, count: number, source: Source): readonly Json[] | undefined {
  if (!key) return undefined
  return different(count, (i) => valueOf(key, noun[0], { ...source, random: source.random.fork(`key${i}`) }))
}

/** So many values that are all different; fewer where they run out. */
function different(count: number, make: (i: number) => Json): readonly Json[] {
  const made = new Set<Json>()
  for (let i = 0; made.size < count && i < count * 12; i++) made.add(make(i))
  return [...made]
}

/** What somebody would call a thing by that nobody but its maker names: a user name, a code. */
export function chosenIds(
  { id, noun }: Pick<Resource, 'id' | 'noun'>,
  count: number,
  source: Source,
): readonly Json[] | undefined {
  const isMade =
    isMadeByServer(id) ||
    id.shape.is !== 'text' ||
    id.shape.format === 'uuid' ||
    id.examples.some((value) => /\d/.test(String(value)))
  if (isMade || isAboutAnything(id, noun[0])) return undefined
  return different(count, (i) => valueOf(id, noun[0], { ...source, random: source.random.fork(`id${i}`) }))
}

/** The id of the n-th thing of its kind: a number, a name like the documented one, or a UUID. */
export function idOf({ id, noun }: Pick<Resource, 'id' | 'noun'>, made: number): Json {
  if (id.shape.is === 'number') return made
  if (id.shape.is === 'text' && id.shape.format === 'uuid') {
    const hex = digest([noun[0], made])
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
  const example = id.examples.find((value) => typeof value === 'string' && /\d/.test(value))
  if (typeof example === 'string') return example.replace(/\d+/, String(made))
  return `${noun[0]
    .split(' ')
    .map((word) => word.slice(0, 2))
    .join('')}-${made}`
}
