import type { EntityDefinition } from '../../environment/index.js'
import { PEOPLE } from './kinds.js'
import type { Resource, Resources } from './resources.js'
import type { Field } from './field.js'
import { textFormOf } from './texts.js'
import { isPlural, wordsOf } from './words.js'

/** The entity type of a field's values, where people have a way of their own to say them. */
export function sayingEntity(resource: Resource, field: Field): string | undefined {
  const { shape, name } = field
  const form = textFormOf(field, resource.noun[0])
  const isOwn = shape.is === 'choice' || shape.is === 'truth' || (form !== undefined && form !== 'quoted')
  return isOwn ? `${resource.entity}-${wordsOf(name).replaceAll(' ', '-')}` : undefined
}

/** How people name the things of an interface and choose among its words. */
export function entitiesOf(resources: Resources): { readonly [entity: string]: EntityDefinition } {
  return Object.fromEntries(
    [...resources.values()].flatMap((resource) => [
      [resource.entity, thingEntity(resource)] as const,
      ...resource.fields.flatMap((field) => {
        const entity = sayingEntity(resource, field)
        return entity === undefined ? [] : [[entity, saying(resource, field)] as const]
      }),
    ]),
  )
}

function thingEntity(resource: Resource): EntityDefinition {
  const { noun, key, findable, id, isWhose } = resource
  const [one] = noun
  const common = {
    noun: [`${one} id`, `${one} ids`] as const,
    earlier: [`that ${one}`],
  }
  if (!findable || !key) return { ...common, form: id.shape.is === 'number' ? 'number' : 'word', apart: true }
  const form = textFormOf(key, one) === 'name' ? 'name' : 'quoted'
  const slot = `<value:${form}>`
  return {
    ...common,
    opaque: true,
    mentions: { [`${key.name}:equals`]: isWhose ? ofSomebody(one, slot) : descriptions(one, slot, form) },
    named: [`the ${one} ${isWhose ? 'of ' : ''}<${key.name}:${form}>`, `${one} <value>`],
    again: [`the ${one}`],
    listed: [`the <place> ${one} on that list`],
    ...endsOf(resource),
  }
}

/** How people describe a thing by whose it is. */
function ofSomebody(one: string, slot: string): string[] {
  return [`the ${one} of ${slot}`, `${slot}'s ${one}`, `the ${one} for ${slot}`]
}

/** How people describe a thing by its name; people are not called "the Ada Abebe member". */
function descriptions(one: string, slot: string, form: 'name' | 'quoted'): string[] {
  if (form === 'quoted') return [`the ${one} ${slot}`]
  return [`the ${one} ${slot}`, `${one} ${slot}`, ...(PEOPLE.test(one) ? [] : [`the ${slot} ${one}`])]
}

/** Figures of which people look for the ends, beside those that count something: the bike with the lowest price per day. */
const ORDERED =
  /(?:^| )(?:price|cost|fee|rate|rating|score|capacity|stock|budget|amount|size|weight|distance|length|height)(?: |$)/

function endsOf({ fields, noun, always }: Resource): Pick<EntityDefinition, 'extremes'> {
  const ordered = fields.filter(
    ({ name, shape }) => shape.is === 'number' && always.has(name) && (isPlural(name) || ORDERED.test(wordsOf(name))),
  )
  if (ordered.length === 0) return {}
  return {
    extremes: Object.fromEntries(
      ordered.flatMap(({ name }) => [
        [`${name}:most`, [`the ${noun[0]} with the ${isPlural(name) ? 'most' : 'highest'} ${wordsOf(name)}`]],
        [`${name}:least`, [`the ${noun[0]} with the ${isPlural(name) ? 'fewest' : 'lowest'} ${wordsOf(name)}`]],
      ]),
    ),
  }
}

function saying({ noun: [one] }: Resource, field: Field): EntityDefinition {
  const { name, shape } = field
  const words = wordsOf(name)
  const noun = [words, `${words}s`] as const
  const form = textFormOf(field, one)
  if (form !== undefined) return { noun, form }
  if (shape.is === 'truth') {
    const adjective = words.replace(/^is /, '')
    return { noun, words: { true: [adjective], false: [`not ${adjective}`] } }
  }
  const values = shape.is === 'choice' ? shape.of : []
  return { noun, words: Object.fromEntries(values.map((value) => [value, [saidAs(value)]])) }
}

/** A constant as people say it: `in_repair` is "in repair", `HIGH` is "high". */
export function saidAs(value: string): string {
  return /^[A-Za-z][\w-]*$/.test(value) ? wordsOf(value.replace(/^[A-Z_]+$/, (all) => all.toLowerCase())) : value
}
