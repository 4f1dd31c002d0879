import { digest } from '../../core/digest.js'
import type { Json } from '../../core/json.js'
import { REMARKS } from './pools.js'
import type { Resource } from './resources.js'
import { isMadeByServer, poolOf } from './texts.js'
import { type Source, valueOf } from './values.js'

/** What things are called, each otherwise; undefined where nothing is called anything. */
export function keysFor({ key, noun }: Resource, count: number, source: Source): readonly Json[] | undefined {
  if (!key) return undefined
  const taken = new Set<Json>()
  for (let i = 0; taken.size < count && i < count * 12; i++)
    taken.add(valueOf(key, noun[0], { ...source, random: source.random.fork(`key${i}`) }))
  return [...taken]
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
  if (isMade || poolOf(id, noun[0]) === REMARKS) return undefined
  const taken = new Set<Json>()
  for (let i = 0; taken.size < count && i < count * 12; i++)
    taken.add(valueOf(id, noun[0], { ...source, random: source.random.fork(`id${i}`) }))
  return [...taken]
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
