import type { Pointer } from '../../../core/pointer.js'
import type { TextContent } from '../../../environment/index.js'
import { saidAs, sayingEntity } from '../entities.js'
import { type Field, isConstant, isTimestamp } from '../field.js'
import type { Resource } from '../resources.js'
import { isSecret, textFormOf } from '../texts.js'
import { be, label } from './fields.js'

/** Something that is told of a thing: what it is called, and the leaf of the result that it is, as a slot. */
export interface Fact {
  readonly words: string
  readonly be: 'is' | 'are'
  readonly at: Pointer
  readonly slot: string
  readonly field: Field
}

/** What is worth telling of things that lie at `place` of a result: what may be chosen, counted or dated. */
export function factsAmong(resource: Resource, shown: readonly Field[], place: Pointer): readonly Fact[] {
  return toldOf(resource, shown)
    .filter(({ shape, readOnly, nullable }) => {
      const isMoment = shape.is === 'text' && shape.format === 'date-time' && !readOnly
      const isDay = shape.is === 'text' && shape.format === 'date'
      return !nullable && (shape.is === 'choice' || shape.is === 'number' || isDay || isMoment)
    })
    .map((field) => factOf(resource, field, `${place}/${field.name}`))
}

/** What else a thing could be told by: texts that are a name or a word, also those in an object of it. */
export function namesAmong(resource: Resource, shown: readonly Field[], place: Pointer): readonly Fact[] {
  const isName = (field: Field): boolean => {
    const form = textFormOf(field, resource.noun[0])
    return (form === 'name' || form === 'word') && !isSecret(field)
  }
  return toldOf(resource, shown).flatMap((field) => {
    const within = `${place}/${field.name}`
    if (field.shape.is !== 'object') return isName(field) ? [factOf(resource, field, within)] : []
    const parts = field.shape.fields.filter((part) => part.required && isName(part))
    return parts.map((part) => factOf(resource, part, `${within}/${part.name}`))
  })
}

/** Fields that are always there and that tell of the thing itself: neither what it is called nor what it leads to. */
function toldOf({ id, key, always, links }: Resource, shown: readonly Field[]): readonly Field[] {
  const own = new Set(['id', id.name, key?.name])
  return shown.filter((field) => {
    const { name } = field
    return always.has(name) && !own.has(name) && !links.has(name) && !isConstant(field) && !isTimestamp(field)
  })
}

function factOf(resource: Resource, field: Field, at: Pointer): Fact {
  return { words: label(field), be: be(field), at, slot: slotAt(resource, field, at), field }
}

function slotAt(resource: Resource, field: Field, at: Pointer): string {
  const { shape } = field
  const entity = shape.is === 'choice' ? sayingEntity(resource, field) : undefined
  if (entity !== undefined) return `<${at}:thing-${entity}>`
  const form = shape.is === 'text' && (shape.format === 'date' ? 'date' : shape.format === 'date-time' && 'moment')
  return form ? `<${at}:${form}>` : `<${at}>`
}

/** What an answer says for the constants of a field, where people have other words for them. */
export function constantsOf({ field: { shape }, at }: Fact): readonly (readonly [Pointer, readonly TextContent[]])[] {
  const constants = shape.is === 'choice' ? shape.of.filter((value) => saidAs(value) !== value) : []
  if (constants.length === 0) return []
  return [[at, constants.map((value) => ({ reads: `^${value}$`, told: `\\b${saidAs(value)}\\b` }))]]
}
