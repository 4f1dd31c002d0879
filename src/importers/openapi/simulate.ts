import { ToolError } from '../../core/errors.js'
import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import { createRng, pick as oneOf } from '../../core/random.js'
import type { ToolContext } from '../../environment/index.js'
import { isCount, type Operation, shownFields } from './operations.js'
import { pageOf } from './paging.js'
import type { Resource } from './resources.js'
import { type Field, isTimestamp } from './field.js'
import { linkTo, ownerOf, type State } from './state.js'
import { idOf } from './ids.js'
import { valueOf } from './values.js'
import { wordsOf } from './words.js'

type Context = ToolContext<State, JsonObject>

/** What comes back where the document shows nothing. */
const DONE: Json = { status: 204 }

/** What a call of an operation does and shows: what servers with such paths do. Refusals have a status code. */
export function simulate(operation: Operation): (context: Context) => Json {
  const names = shownFields(operation).map(({ name }) => name)
  const shown = (thing: JsonObject): JsonObject =>
    Object.fromEntries(names.flatMap((name) => (thing[name] === undefined ? [] : [[name, thing[name]]])))
  const answer = (thing: JsonObject): Json => (names.length > 0 ? framed(operation, shown(thing)) : DONE)
  switch (operation.does) {
    case 'list':
      return (context) => {
        const all = listed(operation, context)
        return framed(operation, pageOf(operation.paging, all, context.args).map(shown), all.length)
      }
    case 'get':
      return (context) => answer(found(operation, context))
    case 'create':
      return (context) => answer(created(operation, context))
    case 'update':
    case 'replace':
      return (context) => answer(changed(operation, context))
    case 'transition':
      return (context) => answer(moved(operation, context))
    case 'remove':
      return (context) => answer(removed(operation, context))
  }
}

/** What is shown, in the objects that the document wraps it in, with how many there are where those say it. */
function framed({ endpoint: { response } }: Operation, value: Json, total?: number): Json {
  if (response.is === 'nothing') return value
  return response.frame.reduceRight(
    (inner, { name, beside }): Json => ({
      ...Object.fromEntries(beside.filter(isCount).map((count) => [count.name, total ?? 1])),
      [name]: inner,
    }),
    value,
  )
}

function refusal(status: 404 | 409 | 422, error: string): ToolError {
  return new ToolError(`http-${status}`, { status, error })
}

/** Things of the operation's collection: all of a resource, or those that belong to its owner. */
function within({ resource, owner }: Operation, { state, args }: Context): readonly (readonly [string, JsonObject])[] {
  const all = Object.entries(state.things[resource.name] ?? {})
  if (!owner) return all
  const id = String(args[owner.parameter.name])
  if (!state.things[owner.resource.name]?.[id]) throw missing(owner.resource, id)
  return all.filter(([thing, fields]) => ownerOf(resource, owner.resource, thing, fields, state) === id)
}

function missing({ noun }: Resource, id: string): ToolError {
  return refusal(404, `There is no ${noun[0]} ${id}.`)
}

function found(operation: Operation, context: Context): JsonObject {
  const id = idIn(operation, context.args)
  const [, thing] = within(operation, context).find(([key]) => key === id) ?? []
  if (!thing) throw missing(operation.resource, id)
  return thing
}

function idIn({ id }: Operation, args: JsonObject): string {
  return String(args[id?.name ?? ''])
}

function listed(operation: Operation, context: Context): readonly JsonObject[] {
  const wanted = operation.filters.flatMap(({ name, ...field }) => {
    const value = context.args[name] ?? field.default
    return value === undefined ? [] : [[name, value] as const]
  })
  return within(operation, context)
    .map(([, thing]) => thing)
    .filter((thing) => wanted.every(([name, value]) => sameJson(thing[name], value)))
}

/** Fields that name other things must name some that exist. */
function checkLinks({ resource }: Operation, written: JsonObject, resources: State['things']): void {
  for (const [field, target] of resource.links) {
    const id = written[field]
    if (id === undefined || id === null || resources[target]?.[String(id)]) continue
    throw refusal(422, `${field}: there is no ${target} with the id ${String(id)}.`)
  }
}

function created(operation: Operation, context: Context): JsonObject {
  const { resource, owner, body } = operation
  const { state, args } = context
  within(operation, context)
  const sent = sentIn(args, body, resource)
  checkLinks(operation, sent, state.things)
  const made = (state.made[resource.name] ?? 0) + 1
  const own = sent[resource.id.name]
  const id = own ?? idOf(resource, made)
  if (state.things[resource.name]?.[String(id)])
    throw refusal(409, `There is ${resource.noun[0]} ${String(id)} already.`)
  const ownerId = owner && args[owner.parameter.name]
  const link = owner && linkTo(resource, owner.resource)
  const thing: JsonObject = {
    [resource.id.name]: id,
    ...(link !== undefined && ownerId !== undefined ? { [link]: ownerId } : {}),
    ...sent,
    ...Object.fromEntries(
      resource.fields.flatMap((field) => {
        if (field.name === resource.id.name || field.name === link || field.name in sent) return []
        const value = setByServer(resource, field, made, context)
        return value === undefined ? [] : [[field.name, value]]
      }),
    ),
  }
  const draft = context.draft()
  ;(draft.things[resource.name] ??= {})[String(id)] = inOrder(resource, thing)
  draft.made[resource.name] = made
  if (ownerId !== undefined && link === undefined) (draft.owners[resource.name] ??= {})[String(id)] = String(ownerId)
  return inOrder(resource, thing)
}

/** Where things go by a name, a number beside it tells them apart as well; when a thing was made may be a number too. */
function givenTo(field: Field, made: number, clock: string): number | undefined {
  if (field.name === 'id' && field.shape.is === 'number') return made
  return isTimestamp(field) ? Date.parse(`${clock.slice(0, 19)}Z`) / 1000 : undefined
}

/** What the server puts into a field that nobody sent; nothing where it may be absent. */
function setByServer(resource: Resource, field: Field, made: number, context: Context): Json | undefined {
  const isNeeded = resource.always.has(field.name)
  const value = givenTo(field, made, context.clock) ?? initially(field, context.clock, isNeeded)
  return value === undefined && isNeeded ? madeFor(resource, field, made, context) : value
}

/** What a server has of its own for what it must show and nobody sent: for the same thing always the same. */
function madeFor({ name, noun, links }: Resource, field: Field, made: number, { state, clock }: Context): Json {
  const random = createRng(`${name} ${made} ${field.name}`)
  const others = Object.keys(state.things[links.get(field.name) ?? ''] ?? {})
  if (others.length === 0) return valueOf(field, noun[0], { random, today: clock.slice(0, 10) })
  const id = oneOf(random, others)
  return field.shape.is === 'number' ? Number(id) : id
}

/** What the server puts where nothing was sent: the documented default, the first state of all, now, nothing yet. */
function initially({ shape, readOnly, ...field }: Field, clock: string, isNeeded: boolean): Json | undefined {
  if (field.default !== undefined) return field.default
  if (shape.is === 'choice' && (isNeeded || readOnly)) return shape.of[0]
  if (shape.is === 'text' && readOnly && shape.format === 'date-time') return `${clock.slice(0, 19)}Z`
  if (shape.is === 'text' && readOnly && shape.format === 'date') return clock.slice(0, 10)
  if (!isNeeded) return undefined
  switch (shape.is) {
    case 'number':
      return Math.max(0, shape.low ?? 0)
    case 'truth':
      return false
    case 'list':
      return []
    default:
      return field.nullable ? null : undefined
  }
}

function changed(operation: Operation, context: Context): JsonObject {
  const { resource, body, does } = operation
  const before = found(operation, context)
  const sent = sentIn(context.args, body, resource)
  checkLinks(operation, sent, context.state.things)
  const optional = new Set(resource.fields.flatMap(({ name }) => (resource.always.has(name) ? [] : [name])))
  const dropped = new Set(does === 'replace' ? body.flatMap(({ name }) => (optional.has(name) ? [name] : [])) : [])
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !dropped.has(name)))
  return put(operation, context, inOrder(resource, { ...kept, ...sent }))
}

function moved(operation: Operation, context: Context): JsonObject {
  const { resource, to } = operation
  const before = found(operation, context)
  if (!to) return before
  if (before[to.field.name] === to.value)
    throw refusal(
      409,
      `The ${wordsOf(to.field.name)} of ${resource.noun[0]} ${idIn(operation, context.args)} is ${to.value} already.`,
    )
  return put(operation, context, { ...before, [to.field.name]: to.value })
}

function put(operation: Operation, context: Context, thing: JsonObject): JsonObject {
  const things = context.draft().things[operation.resource.name]
  if (things) things[idIn(operation, context.args)] = thing
  return thing
}

function removed(operation: Operation, context: Context): JsonObject {
  const { resource } = operation
  const thing = found(operation, context)
  const id = idIn(operation, context.args)
  const draft = context.draft()
  delete draft.things[resource.name]?.[id]
  delete draft.owners[resource.name]?.[id]
  return thing
}

/** What was sent of a thing; `null` for what cannot be so says that nothing was. */
function sentIn(args: JsonObject, body: readonly Field[], { fields }: Resource): JsonObject {
  return Object.fromEntries(
    body.flatMap(({ name }) => {
      const value = args[name]
      const isAbsent = value === null && fields.some((field) => field.name === name && !field.nullable)
      return value === undefined || isAbsent ? [] : [[name, value]]
    }),
  )
}

/** Fields in the order of the document, whoever wrote them. */
function inOrder({ fields }: Resource, thing: JsonObject): JsonObject {
  const known = fields.flatMap(({ name }) => (name in thing ? [[name, thing[name] as Json] as const] : []))
  return Object.fromEntries([
    ...known,
    ...Object.entries(thing).filter(([name]) => !fields.some((field) => field.name === name)),
  ])
}
