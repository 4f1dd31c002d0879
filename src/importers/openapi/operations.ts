import { type Endpoint, parameterIn } from './endpoints.js'
import { placeOf, type Place } from './collections.js'
import { isCalledSo, linked, type Resource, type Resources, saidOf } from './resources.js'
import { stateNamedAfter } from './states.js'
import type { Field } from './field.js'
import { isPaging } from './paging.js'
import { isMadeByServer } from './texts.js'
import { identifier, wordsOf } from './words.js'

/** What an operation does to the things of a resource. */
export type Deed = 'list' | 'get' | 'create' | 'update' | 'replace' | 'remove' | 'transition'

/** An operation that is understood, as a tool. */
export interface Operation {
  readonly tool: string
  readonly does: Deed
  readonly endpoint: Endpoint
  readonly resource: Resource
  /** The parameter that names the thing. */
  readonly id?: Field
  /** The parameter that names the thing to which this one belongs, and that thing's resource. */
  readonly owner?: { readonly parameter: Field; readonly resource: Resource }
  /** Parameters of a list, each the field that things must have so. */
  readonly filters: readonly Field[]
  readonly paging: readonly Field[]
  readonly body: readonly Field[]
  /** The field of the body that says what something new is called. */
  readonly title?: Field
  /** Other fields of the body that everybody says who asks for it. */
  readonly said: readonly Field[]
  /** Where a transition leads: a field, and what it is afterwards. */
  readonly to?: { readonly field: Field; readonly value: string }
}

/** What of a document is not simulated: an operation, a parameter of one, a field. */
export interface LeftOut {
  readonly what: string
  readonly reason: string
}

/** The operations of the document as tools, and what is left out of them. */
export function operationsOf(
  endpoints: readonly Endpoint[],
  collections: readonly string[],
  resources: Resources,
): { readonly operations: readonly Operation[]; readonly leftOut: readonly LeftOut[] } {
  const operations: Operation[] = []
  const leftOut: LeftOut[] = []
  for (const endpoint of endpoints) {
    const operation = titleOf(endpoint)
    const read = operationOf(endpoint, collections, resources)
    if (typeof read === 'string') leftOut.push({ what: operation, reason: read })
    else if (operations.some(({ tool }) => tool === read.tool))
      leftOut.push({ what: operation, reason: `another operation is called ${read.tool} too` })
    else {
      operations.push(read)
      for (const { name } of unusedOf(read))
        leftOut.push({ what: `parameter '${name}' of ${operation}`, reason: 'nothing says what it does to a list' })
    }
  }
  return { operations, leftOut }
}

function titleOf({ method, path }: Endpoint): string {
  return `${method.toUpperCase()} ${path}`
}

function unusedOf({ endpoint, filters, paging }: Operation): readonly Field[] {
  const used = new Set([...filters, ...paging].map(({ name }) => name))
  return endpoint.query.filter(({ name }) => !used.has(name))
}

/** An operation, or why there is none. */
function operationOf(endpoint: Endpoint, collections: readonly string[], resources: Resources): Operation | string {
  const place = placeOf(collections, endpoint)
  if (!place) return 'its path leads neither to a collection nor to a thing in one'
  const resource = resources.get(place.collection.at(-1) ?? '')
  if (!resource)
    return `nothing shows what identifies ${place.collection.at(-1)}: no field is named like the parameter of their path`
  const [unread] = endpoint.unread
  if (unread !== undefined) return `the schema of its parameter '${unread}' is not understood`
  if (endpoint.foreignBody) return 'its body is not JSON with named fields'
  const others = endpoint.pathParameters.filter(({ name }) => name !== parameterOf(place, endpoint))
  if (others.length > 1) return 'its path leads through more than one other thing'
  const owner = ownerOf(place, endpoint, resources)
  if (others.length > 0 && !owner) return `nothing shows what '${others[0]?.name}' names`
  const deed = deedOf(place, endpoint, resource)
  if (typeof deed === 'string') return deed
  const links = (fields: readonly Field[]): readonly Field[] =>
    fields.map((field) => chosen(linked(field, resources.get(resource.links.get(field.name) ?? '')?.id), resource))
  const { id, filters = [], body = [], said = [], ...rest } = deed
  const tool = identifier(endpoint.id ?? '', '_') || identifier(nameFor(deed, place, resource, owner), '_')
  return {
    tool,
    endpoint,
    resource,
    ...(id ? { id: linked(id, resource.id) } : {}),
    ...(owner ? { owner: { ...owner, parameter: linked(owner.parameter, owner.resource.id) } } : {}),
    filters: links(filters),
    paging: [],
    body: links(body),
    said: links(said),
    ...rest,
  }
}

/** A text that is sent, where the things show one of a few: it is one of those, whatever is written where it is sent. */
function chosen(field: Field, { fields }: Resource): Field {
  const shown = fields.find(({ name }) => name === field.name)
  return field.shape.is === 'text' && shown?.shape.is === 'choice' ? { ...field, shape: shown.shape } : field
}

/** The name of the parameter that stands for the thing itself. */
function parameterOf({ one, collection }: Place, { segments }: Endpoint): string | undefined {
  return one ? parameterIn(segments[collection.length]) : undefined
}

/** To what a nested collection belongs: the rentals of a member. */
function ownerOf({ collection }: Place, { pathParameters }: Endpoint, resources: Resources): Operation['owner'] {
  const [above, name] = [collection.at(-3), collection.at(-2)]
  const parameter = pathParameters.find((field) => field.name === parameterIn(name))
  const resource = resources.get(above ?? '')
  return parameter && resource ? { parameter, resource } : undefined
}

/** A name for an operation that has none. */
function nameFor(
  { does }: Understood,
  { rest }: Place,
  { noun: [one, many] }: Resource,
  owner: Operation['owner'],
): string {
  const of = owner ? ` of ${owner.resource.noun[0]}` : ''
  if (does === 'list') return `list ${[many, ...rest].join(' ')}${of}`
  if (does === 'transition') return `${rest.join(' ')} ${one}`
  if (does === 'update' && rest.length > 0) return `set ${one} ${rest.join(' ')}`
  return `${does === 'remove' ? 'delete' : does} ${one}${of}`
}

type Understood = Pick<Operation, 'does'> &
  Partial<Pick<Operation, 'id' | 'filters' | 'paging' | 'body' | 'title' | 'said' | 'to'>>

function deedOf(place: Place, endpoint: Endpoint, resource: Resource): Understood | string {
  const { method, response } = endpoint
  const id = endpoint.pathParameters.find(({ name }) => name === parameterOf(place, endpoint))
  const [action, ...more] = place.rest
  if (more.length > 0 || parameterIn(action) !== undefined) return 'its path goes on below a thing'
  if (method === 'get' && !place.one) return listing(place, endpoint, resource)
  if (action !== undefined) {
    if (!id) return `'${action}' is neither a list nor one thing`
    if (method !== 'get' && method !== 'delete' && isAboutFields(endpoint, resource))
      return changing('update', endpoint, id)
    if (method === 'get') return `'${action}' is a part of a thing, which is not simulated`
    return transition(endpoint, resource, id, action)
  }
  if (id) {
    if (method === 'get') return response.is === 'thing' ? { does: 'get', id } : 'its response is not one thing'
    if (method === 'delete') return { does: 'remove', id }
    if (method === 'post' && !isAboutFields(endpoint, resource)) return 'nothing says what posting to a thing does'
    return changing(isWhole(endpoint) ? 'replace' : 'update', endpoint, id)
  }
  if (method === 'post') return creation(endpoint, resource)
  const named = endpoint.body.find(({ name }) => name === resource.id.name)
  if (named && method !== 'delete')
    return changing(isWhole(endpoint) ? 'replace' : 'update', endpoint, { ...named, required: true })
  return 'it is about all things of its kind at once'
}

/** Does its body hold fields of the thing and nothing else? */
function isAboutFields({ body }: Endpoint, { fields }: Resource): boolean {
  return body.length > 0 && body.every(({ name }) => fields.some((field) => field.name === name))
}

/** Does it put a whole thing in the place of another? A body that may leave everything out changes what it holds. */
function isWhole({ method, body }: Endpoint): boolean {
  return method === 'put' && body.some(({ required }) => required)
}

function listing({ rest }: Place, { response, query }: Endpoint, resource: Resource): Understood | string {
  if (response.is !== 'list') return 'its response is not a list of things'
  const shown = new Set(response.fields.map(({ name }) => name))
  if (!shown.has(resource.id.name)) return `its list does not show the ${resource.id.name} of what it lists`
  // A filter takes what the things show, whatever is written of the parameter.
  const filters = query.flatMap((field) => {
    const { shape } = resource.fields.find(({ name }) => name === field.name && shown.has(name)) ?? {}
    return shape && shape.is !== 'list' && shape.is !== 'object' ? [{ ...field, shape }] : []
  })
  const paging = query.filter(isPaging)
  const known = new Set([...filters, ...paging].map(({ name }) => name))
  // A search without what it searches by would be a list of everything.
  const blind = query.find(({ required, name }) => (required || rest.length > 0) && !known.has(name))
  return blind ? `nothing says what its parameter '${blind.name}' does to a list` : { does: 'list', filters, paging }
}

/** An action that leads to a state of its thing. */
function transition({ body }: Endpoint, resource: Resource, id: Field, action: string): Understood | string {
  if (body.some(({ required }) => required)) return `nothing says what '${action}' does with its body`
  const to = stateNamedAfter(resource, action)
  if (to) return { does: 'transition', id, to }
  return `nothing says what '${action}' does: no state of ${resource.noun[1]} is named like it`
}

function creation({ body }: Endpoint, resource: Resource): Understood | string {
  const { key, isWhose } = resource
  const sent = body.filter((field) => !field.readOnly && !isMadeByServer(field))
  if (sent.length === 0) return 'it takes no field of what it makes'
  const named = key && sent.find(({ name }) => name === key.name)
  const title = named && isCalledSo(named) ? named : undefined
  const said = saidOf(sent, resource).filter((field) => field !== title)
  const isUnsaid = named !== undefined && isWhose && !said.some(({ name }) => name === named.name)
  return { does: 'create', body: sent, said: isUnsaid ? [named, ...said] : said, ...(title ? { title } : {}) }
}

function changing(does: 'update' | 'replace', { body }: Endpoint, id: Field): Understood | string {
  const sent = body.filter((field) => !field.readOnly && field.name !== id.name && !isMadeByServer(field))
  return sent.length === 0
    ? 'it takes no field of what it changes'
    : { does, id, body: sent, said: sent.filter(({ required }) => required) }
}

/** The fields of the things that come back; none where nothing of them does. What is deleted is shown only where the document says so. */
export function shownFields({
  resource,
  endpoint: { response },
  does,
}: Pick<Operation, 'resource' | 'endpoint' | 'does'>): readonly Field[] {
  if (response.is === 'nothing') return []
  const names = new Set(response.fields.map(({ name }) => name))
  if (does === 'remove' && !names.has(resource.id.name)) return []
  return resource.fields.filter(({ name, writeOnly }) => names.has(name) && !writeOnly)
}

/** Does a number beside a list say how many there are in all? */
export function isCount({ name, shape }: Field): boolean {
  return (
    shape.is === 'number' && /^(?:total|count|(?:total|result) (?:count|results|items|elements))$/.test(wordsOf(name))
  )
}
