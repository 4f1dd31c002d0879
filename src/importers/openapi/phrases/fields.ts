import type { Resource, Resources } from '../resources.js'
import type { Field } from '../field.js'
import { textFormOf } from '../values.js'
import { isPlural, withArticle, wordsOf } from '../words.js'

/** Is a field an adjective of its thing: something that is so, or is not? */
export function isCondition({ name, shape }: Field): boolean {
  const words = wordsOf(name)
  if (shape.is === 'truth') return !/^(?:has|have|can|should|allow|requires?|enable|send|include|use) /.test(words)
  return shape.is === 'choice' && /(?:^| )(?:status|state|condition|stage|phase|availability)$/.test(words)
}

/** The words of a field's value, as a slot. */
export function slotOf({ links, noun }: Resource, field: Field): string | undefined {
  // An id that leads nowhere is nothing that anybody would say.
  if (wordsOf(field.name).endsWith(' id') && !links.has(field.name) && field.shape.is !== 'choice') return undefined
  if (links.has(field.name)) return `<${field.name}>`
  if (field.shape.is === 'choice' || field.shape.is === 'number') return `<${field.name}>`
  if (field.shape.is === 'truth') return isCondition(field) ? `<${field.name}>` : undefined
  const form = textFormOf(field, noun[0])
  return form === undefined ? undefined : `<${field.name}:${form}>`
}

/** A field with its value, as it stands after "with": "the plan family", "a price per day of 12". */
export function withValue(resource: Resource, resources: Resources, field: Field): string | undefined {
  const slot = slotOf(resource, field)
  if (slot === undefined || field.shape.is === 'truth') return undefined
  const target = resources.get(resource.links.get(field.name) ?? '')
  if (target) {
    const thing = target.findable ? slot : `${target.noun[0]} ${slot}`
    return label(field) === target.noun[0] ? thing : `${thing} as ${label(field)}`
  }
  if (field.shape.is === 'number')
    return isPlural(field.name) ? `${slot} ${wordsOf(field.name)}` : `${withArticle(wordsOf(field.name))} of ${slot}`
  return `the ${wordsOf(field.name)} ${slot}`
}

/** What a field is set to, as it stands after "to". */
export function newValue(resource: Resource, resources: Resources, field: Field): string {
  const target = resources.get(resource.links.get(field.name) ?? '')
  const slot = slotOf(resource, field) ?? ''
  return target && !target.findable ? `${target.noun[0]} ${slot}` : slot
}

/** What people call a field: the station, and not the station id. */
export function label({ name }: Pick<Field, 'name'>): string {
  return wordsOf(name).replace(/ id$/, '')
}

/** Fields that count something have a name in the plural: "the docks are 24". */
export function be({ name }: Field): 'is' | 'are' {
  return isPlural(name) ? 'are' : 'is'
}
