import { collectionsOf, placeOf } from './collections.js'
import { type Endpoint, parameterIn } from './endpoints.js'
import type { Field } from './field.js'
import { PEOPLE } from './kinds.js'
import { isMadeByServer, textFormOf } from './texts.js'
import { identifier, type Noun, nounOf, wordsOf } from './words.js'

/** A kind of thing that an interface keeps: what stands below one path. */
export interface Resource {
  /** The last segment of its path; the key of its things in the state. */
  readonly name: string
  readonly noun: Noun
  /** The entity type of its ids. */
  readonly entity: string
  readonly id: Field
  readonly fields: readonly Field[]
  /** The field by which people tell its things apart: a name, a title. */
  readonly key?: Field
  /** Does the key tell whose a thing is, and not what it is called: the booking of Ada Abebe? */
  readonly isWhose: boolean
  /** Can a thing be found by its key? Then nobody needs to know ids. */
  readonly findable: boolean
  /** The resource that a field's values are ids of, by the field's name. */
  readonly links: ReadonlyMap<string, string>
  /** Fields that whatever people make of this kind has. */
  readonly always: ReadonlySet<string>
}

/** All kinds of things by the names of their collections. */
export type Resources = ReadonlyMap<string, Resource>

/** Fields that people call things by, the most telling first. */
const KEYS = [
  'name',
  'title',
  'fullName',
  'full_name',
  'displayName',
  'display_name',
  'label',
  'subject',
  'lastName',
  'last_name',
  'username',
  'email',
  'code',
  'sku',
  'model',
]

/** What the collections of a document keep. Two paths with the same last segment are two ways to the same things. */
export function resourcesOf(environment: string, endpoints: readonly Endpoint[]): Resources {
  const collections = collectionsOf(endpoints)
  const names = [...new Set(collections.map((path) => path.split('/').at(-1) ?? ''))]
  const kept = names.flatMap((name) => {
    const here = endpoints.filter((endpoint) => placeOf(collections, endpoint)?.collection.at(-1) === name)
    const noun = nounOf(name)
    const fields = fieldsTogether(here.filter((endpoint) => isOfThings(collections, endpoint)))
    const id = idAmong(fields, parameterOf(collections, here), noun[0])
    return id ? [{ name, noun, fields, id: { ...id, required: true }, here }] : []
  })
  const nouns = new Map(kept.map(({ name, noun }) => [noun[0], name]))
  const ids = new Map(kept.map(({ name, id }) => [name, id]))
  return new Map(
    kept.map(({ here, ...resource }) => {
      const key = keyAmong(resource.fields, resource.id)
      const links = linksAmong(resource.fields, nouns, resource.name)
      return [
        resource.name,
        {
          ...resource,
          fields: resource.fields.map((field) => linked(field, ids.get(links.get(field.name) ?? ''))),
          entity: `${environment}-${identifier(resource.noun[0], '-')}`,
          ...(key ? { key } : {}),
          isWhose: key !== undefined && isWhose(key),
          findable: key !== undefined && here.some((endpoint) => listsAll(collections, endpoint, key)),
          links,
          always: new Set([
            ...alwaysThere(resource, here, collections),
            ...(key && isSaidOfNew(key, here, collections) ? [key.name] : []),
          ]),
        },
      ]
    }),
  )
}

/** A field or a parameter that holds ids of this kind: they are what the things show, whatever is written elsewhere. */
export function linked(field: Field, id: Field | undefined): Field {
  return id ? { ...field, shape: id.shape } : field
}

/** Is it about the things themselves, and not about something below one of them, such as the payment of a booking? */
function isOfThings(collections: readonly string[], endpoint: Endpoint): boolean {
  const place = placeOf(collections, endpoint)
  return place !== undefined && (!place.one || place.rest.length === 0)
}

/** What is shown of a thing, and behind it what is sent and never shown; in both, what more operations know comes first. */
function fieldsTogether(endpoints: readonly Endpoint[]): readonly Field[] {
  const shown = endpoints.flatMap(({ response }) => {
    return response.is === 'nothing' ? [] : [response.fields]
  })
  const sent = endpoints.map(({ body }) => body)
  const byName = new Map<string, Field>()
  for (const fields of [...shown.toSorted((a, b) => b.length - a.length), ...sent])
    for (const field of fields) if (!byName.has(field.name)) byName.set(field.name, field)
  return [...byName.values()]
}

/**
 * Which fields everything has. A document that requires nothing says nothing about that: there it is what is said or set when
 * something is made.
 */
function alwaysThere(
  resource: Pick<Resource, 'noun' | 'fields'>,
  endpoints: readonly Endpoint[],
  collections: readonly string[],
): ReadonlySet<string> {
  const { fields } = resource
  const required = fields.filter((field) => field.required && !field.writeOnly)
  if (required.length > 0) return new Set(required.map(({ name }) => name))
  const creations = endpoints.filter(
    (endpoint) => endpoint.method === 'post' && !placeOf(collections, endpoint)?.one && endpoint.body.length > 0,
  )
  const isSet = (field: Field): boolean =>
    isGiven(field) || creations.every(({ body }) => saidOf(body, resource).some(({ name }) => name === field.name))
  return new Set(fields.filter(isSet).map(({ name }) => name))
}

/** Can everybody who makes something new say what it is called, or whose it is? Then everybody does. */
function isSaidOfNew(key: Field, endpoints: readonly Endpoint[], collections: readonly string[]): boolean {
  const creations = endpoints.filter(
    (endpoint) => endpoint.method === 'post' && !placeOf(collections, endpoint)?.one && endpoint.body.length > 0,
  )
  return (isCalledSo(key) || isWhose(key)) && creations.every(({ body }) => body.some(({ name }) => name === key.name))
}

/** What things are called by, and not merely told apart by. */
const CALLED = /(?:^| )(?:name|title|label|subject|headline)$/

/** Is it what a thing is called? */
export function isCalledSo(key: Field): boolean {
  return !isWhose(key) && CALLED.test(wordsOf(key.name).replace(/^(?:first|last|user) name$/, ''))
}

function isWhose({ name }: Field): boolean {
  return WHOSE.test(wordsOf(name))
}

/** Does a server put something there whatever is sent? */
function isGiven(field: Field): boolean {
  const { is } = field.shape
  return field.default !== undefined || is === 'number' || is === 'truth' || (is === 'choice' && field.readOnly)
}

/** So many fields of something new are said where the document requires none. */
const SAID = 4

/** The fields that everybody says of something new: the required ones, else the first plain ones. */
export function saidOf(body: readonly Field[], { noun }: Pick<Resource, 'noun'>): readonly Field[] {
  const required = body.filter((field) => field.required)
  if (required.length > 0) return required.map(withRequiredParts)
  const isPlain = (field: Field): boolean =>
    field.shape.is === 'choice' || field.shape.is === 'number' || textFormOf(field, noun[0]) !== undefined
  return body.filter((field) => isPlain(field) && !field.readOnly && !isMadeByServer(field)).slice(0, SAID)
}

/** Of an object, the parts that it cannot do without, or the first ones where it could do without each. */
function withRequiredParts(field: Field): Field {
  if (field.shape.is !== 'object') return field
  const required = field.shape.fields.filter((part) => part.required)
  return {
    ...field,
    shape: { is: 'object', fields: required.length > 0 ? required : field.shape.fields.slice(0, SAID) },
  }
}

/** The parameter that names one thing of a collection, as its paths call it. */
function parameterOf(collections: readonly string[], endpoints: readonly Endpoint[]): string | undefined {
  for (const endpoint of endpoints) {
    const place = placeOf(collections, endpoint)
    if (place?.one) return parameterIn(endpoint.segments[place.collection.length])
  }
  return undefined
}

function idAmong(fields: readonly Field[], parameter: string | undefined, noun: string): Field | undefined {
  const named = (words: string): Field | undefined => fields.find(({ name }) => wordsOf(name) === words)
  const found = [parameter && wordsOf(parameter), 'id', `${noun} id`, 'uuid', 'key', 'slug', 'code'].map(
    (words) => words && named(words),
  )
  return found.find(
    (field) => typeof field === 'object' && (field.shape.is === 'text' || field.shape.is === 'number'),
  ) as Field | undefined
}

/** What tells whose a thing is, where it has no name of its own: `passenger_name`, `customerName`. */
const WHOSE = new RegExp(`^(?:${PEOPLE.source.replace(/\$$/, '')}) name$`)

function keyAmong(fields: readonly Field[], id: Field): Field | undefined {
  const own = KEYS.map((wanted) => fields.find(({ name }) => name === wanted))
  const whose = fields.filter(isWhose)
  return [...own, ...(whose.length === 1 ? whose : [])].find(
    (field) => field && field.name !== id.name && field.shape.is === 'text' && !field.writeOnly,
  )
}

/** Does it list all things of its kind, whatever is known? */
function listsAll(collections: readonly string[], endpoint: Endpoint, key: Field): boolean {
  const place = placeOf(collections, endpoint)
  return (
    endpoint.method === 'get' &&
    endpoint.response.is === 'list' &&
    endpoint.response.fields.some(({ name }) => name === key.name) &&
    place?.rest.length === 0 &&
    endpoint.pathParameters.length === 0 &&
    endpoint.unread.length === 0 &&
    !endpoint.query.some(isNarrowing)
  )
}

/** Does a list leave something out by this parameter, whatever is asked? */
export function isNarrowing({ shape, required, ...field }: Field): boolean {
  return required || (field.default !== undefined && shape.is !== 'number')
}

function linksAmong(
  fields: readonly Field[],
  nouns: ReadonlyMap<string, string>,
  own: string,
): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap((field) => {
      const { is } = field.shape
      const resource = is === 'text' || is === 'number' ? linkOf(field, nouns) : undefined
      return resource === undefined || resource === own ? [] : [[field.name, resource] as const]
    }),
  )
}

/** What people are to a thing: where there is one kind of people, a field of this name leads to one of them. */
const ROLE =
  /(?:^| )(?:assignee|owner|author|creator|reporter|reviewer|manager|assigned to|created by|organizer|host|lead)$/

/**
 * The resource that a field's name is about: `stationId`, `home_station_id`, `assigneeId`; or `station`, where its description says
 * that it is an id.
 */
function linkOf({ name, description = '' }: Field, nouns: ReadonlyMap<string, string>): string | undefined {
  const words = wordsOf(name)
  const [, thing] = /^(.+) id$/.exec(words) ?? []
  if (thing === undefined) return /\b(?:id|identifier)\b/i.test(description) ? nouns.get(words) : undefined
  const noun = [...nouns.keys()].find((known) => thing === known || thing.endsWith(` ${known}`))
  if (noun !== undefined) return nouns.get(noun)
  const people = [...nouns.keys()].filter((known) => PEOPLE.test(known))
  return ROLE.test(thing) && people.length === 1 ? nouns.get(people[0] ?? '') : undefined
}
