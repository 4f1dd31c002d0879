import type { Resource, Resources } from '../resources.js'
import type { Field } from '../field.js'
import { textFormOf } from '../texts.js'
import { named } from './namings.js'
import { isPlural, singular, withArticle, wordsOf } from '../words.js'

/** Is a field an adjective of its thing: something that is so, or is not? */
export function isCondition({ name, shape }: Field): boolean {
  const words = wordsOf(name)
  if (shape.is === 'truth') return !/^(?:has|have|can|should|allow|requires?|enable|send|include|use) /.test(words)
  return shape.is === 'choice' && /(?:^| )(?:status|state|condition|stage|phase|availability)$/.test(words)
}

/** The words of a field's value, as a slot; undefined where nobody would say it. */
export function slotOf({ links, noun }: Resource, field: Field): string | undefined {
  const { name, shape } = field
  if (links.has(name)) return `<${name}>`
  // An id that leads nowhere is nothing that anybody would say.
  if (wordsOf(name).endsWith(' id') && shape.is !== 'choice') return undefined
  if (shape.is === 'choice' || shape.is === 'number') return `<${name}>`
  if (shape.is === 'truth') return isCondition(field) ? `<${name}>` : undefined
  const form = formOf(field, noun[0])
  return form === undefined ? undefined : `<${name}:${form}>`
}

/** The written form of a text, or of a list of them; sentences are not said in lists. */
function formOf(field: Field, noun: string): string | undefined {
  const { shape, name } = field
  if (shape.is !== 'list') return textFormOf(field, noun)
  const item = textFormOf({ ...field, name: singular(name), shape: shape.of }, noun)
  return item === 'name' || item === 'word' ? `${item}-list` : undefined
}

/** A field with its value, as it stands after "with": "the plan family", "a price per day of 12"; of an object, each of its fields. */
export function withValues(resource: Resource, resources: Resources, field: Field): readonly string[] | undefined {
  if (field.shape.is === 'object') return withParts(resource, field.name, field.shape.fields)
  const slot = slotOf(resource, field)
  if (slot === undefined || field.shape.is === 'truth') return undefined
  const target = resources.get(resource.links.get(field.name) ?? '')
  if (!target) return [describedBy(field, slot)]
  const thing = named(target, slot)
  return [label(field) === target.noun[0] ? thing : `${thing} as ${label(field)}`]
}

function describedBy({ name, shape }: Field, slot: string): string {
  const words = label({ name })
  if (shape.is !== 'number') return `the ${words} ${slot}`
  return isPlural(name) ? `${slot} ${words}` : `${withArticle(words)} of ${slot}`
}

/** The parts of an object that is sent: texts and numbers, each said by itself. */
function withParts({ noun }: Resource, whole: string, fields: readonly Field[]): readonly string[] | undefined {
  const parts = fields.map((field) => {
    const form = field.shape.is === 'number' ? 'number' : textFormOf(field, noun[0])
    return form === undefined ? undefined : describedBy(field, `<${whole}/${field.name}:${form}>`)
  })
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? [])
}

/** What a field is set to, as it stands after "to". */
export function newValue(resource: Resource, resources: Resources, field: Field): string {
  const target = resources.get(resource.links.get(field.name) ?? '')
  const slot = slotOf(resource, field) ?? ''
  return target ? named(target, slot) : slot
}

/** What people call a field: the station, and not the station id; the start time of what starts at one. */
export function label({ name }: Pick<Field, 'name'>): string {
  return wordsOf(name)
    .replace(/ id$/, '')
    .replace(/s? at$/, ' time')
}

/** Fields that count something have a name in the plural: "the docks are 24". */
export function be({ name }: Field): 'is' | 'are' {
  return isPlural(name) ? 'are' : 'is'
}
