import type { Pointer } from '../../../core/pointer.js'
import type { TextContent } from '../../../environment/index.js'
import { saidAs, sayingEntity } from '../entities.js'
import type { Resource } from '../resources.js'
import type { Field } from '../field.js'
import { isSecret, textFormOf } from '../values.js'

/** What is worth telling of a thing: what may be chosen, counted or dated. */
export function factsAmong({ links, id, always }: Resource, shown: readonly Field[]): readonly Field[] {
  return shown.filter(
    ({ name, shape, nullable }) =>
      always.has(name) &&
      !nullable &&
      name !== id.name &&
      name !== 'id' &&
      !links.has(name) &&
      (shape.is === 'choice' || shape.is === 'number' || (shape.is === 'text' && shape.format === 'date')),
  )
}

/** What else a thing could be told by: texts that are a name or a word. */
export function namesAmong({ links, id, key, always, noun }: Resource, shown: readonly Field[]): readonly Field[] {
  const own = new Set([id.name, key?.name])
  return shown.filter((field) => {
    const form = textFormOf(field, noun[0])
    return (
      (form === 'name' || form === 'word') &&
      always.has(field.name) &&
      !own.has(field.name) &&
      !links.has(field.name) &&
      !isSecret(field)
    )
  })
}

/** A leaf of the result in words. */
export function leaf(resource: Resource, field: Field, place = ''): string {
  const entity = field.shape.is === 'choice' ? sayingEntity(resource, field) : undefined
  const at = `${place}/${field.name}`
  if (entity !== undefined) return `<${at}:thing-${entity}>`
  return field.shape.is === 'text' && field.shape.format === 'date' ? `<${at}:date>` : `<${at}>`
}

/** What an answer says for the constants of a field, where people have other words for them. */
export function constantsOf(
  { name, shape }: Field,
  place: string,
): readonly (readonly [Pointer, readonly TextContent[]])[] {
  const constants = shape.is === 'choice' ? shape.of.filter((value) => saidAs(value) !== value) : []
  if (constants.length === 0) return []
  return [[`${place}/${name}`, constants.map((value) => ({ reads: `^${value}$`, told: `\\b${saidAs(value)}\\b` }))]]
}
