import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import { pick, type Rng, sampleOf } from '../../core/random.js'
import type { CandidateContext } from '../../environment/index.js'
import type { Operation } from './operations.js'
import { changesSaid, extrasOf, filtersSaid, isOpen } from './phrases/index.js'
import type { Resource, Resources } from './resources.js'
import type { Field } from './field.js'
import { ownerOf, type State } from './state.js'
import { valueOf } from './values.js'

type Context = CandidateContext<State>

/** What values for a wish are made from. */
interface Making {
  readonly resource: Resource
  readonly resources: Resources
  readonly state: State
  /** ISO date of the simulated day. */
  readonly today: string
}

/** So many assignments are proposed at most. */
const LIMIT = 12

/** What people may want from an operation in a state; every assignment succeeds there. */
export function candidatesOf(operation: Operation, resources: Resources): (context: Context) => readonly JsonObject[] {
  switch (operation.does) {
    case 'list':
      return (context) => lists(operation, context)
    case 'get':
    case 'remove':
      return (context) => some(context.random, ids(operation, context.state))
    case 'create':
      return (context) => creations(operation, resources, context)
    case 'update':
    case 'replace':
      return (context) => changes(operation, resources, context)
    case 'transition':
      return (context) =>
        some(
          context.random,
          ids(operation, context.state, (thing) => thing[operation.to?.field.name ?? ''] !== operation.to?.value),
        )
  }
}

function some(random: Rng, assignments: readonly JsonObject[]): readonly JsonObject[] {
  return sampleOf(random, assignments, LIMIT)
}

/** One assignment for each thing, its owner named with it. */
function ids(
  { resource, id, owner }: Operation,
  state: State,
  isWanted: (thing: JsonObject) => boolean = () => true,
): JsonObject[] {
  return Object.entries(state.things[resource.name] ?? {}).flatMap(([key, thing]) => {
    const belongs = owner && ownerOf(resource, owner.resource, key, thing, state)
    if (!id || !isWanted(thing) || (owner && belongs === undefined)) return []
    return [
      {
        ...(owner && belongs !== undefined ? { [owner.parameter.name]: idValue(owner.resource, belongs, state) } : {}),
        [id.name]: thing[resource.id.name] ?? key,
      },
    ]
  })
}

/** The id of a thing as it is written, a number where it is one. */
function idValue({ name, id }: Resource, key: string, state: State): Json {
  return state.things[name]?.[key]?.[id.name] ?? key
}

function lists(operation: Operation, { state, random }: Context): readonly JsonObject[] {
  const { resource, owner } = operation
  const things = Object.entries(state.things[resource.name] ?? {})
  if (things.length === 0) return []
  if (owner) {
    const owners = things.flatMap(([key, thing]) => ownerOf(resource, owner.resource, key, thing, state) ?? [])
    return some(
      random,
      [...new Set(owners)]
        .filter((key) => state.things[owner.resource.name]?.[key])
        .map((key) => ({ [owner.parameter.name]: idValue(owner.resource, key, state) })),
    )
  }
  const filtered = filtersSaid(operation).flatMap(({ name }) => {
    const values = [...new Set(things.flatMap(([, thing]) => (isScalar(thing[name]) ? [thing[name] as Json] : [])))]
    return sampleOf(random.fork(name), values, 3).map((value) => ({ [name]: value }))
  })
  return [...(isOpen(operation) ? [{}] : []), ...some(random, filtered)]
}

function isScalar(value: Json | undefined): boolean {
  return value !== undefined && value !== null && typeof value !== 'object'
}

/** New things that are called like none there is. */
function creations(
  operation: Operation,
  resources: Resources,
  { state, random, known, clock }: Context,
): readonly JsonObject[] {
  const { resource, owner, title, said: always } = operation
  const things = state.things[resource.name] ?? {}
  const owners = owner ? Object.keys(state.things[owner.resource.name] ?? {}) : ['']
  if (owners.length === 0) return []
  const names = new Set(Object.values(things).map((thing) => thing[resource.key?.name ?? '']))
  const said = new Set(known.flatMap(({ by }) => by.map(({ value }) => value)))
  const extras = extrasOf(operation)
  const making = { resource, resources, state, today: clock.slice(0, 10) }
  return Array.from({ length: LIMIT }, (_, i) => random.fork(`new${i}`)).flatMap((stream) => {
    const wanted = [
      ...(title ? [title] : []),
      ...always,
      ...extras.filter((field) => stream.fork(`with ${field.name}`).next(2) === 0),
    ]
    const made: { [name: string]: Json } = {}
    for (const field of wanted) {
      const value = fieldValue(making, field, stream.fork(field.name), made)
      if (value === undefined) return []
      made[field.name] = value
    }
    const name = made[resource.key?.name ?? '']
    if (name !== undefined && (names.has(name) || said.has(name))) return []
    if (Object.hasOwn(things, String(made[resource.id.name]))) return []
    return [
      owner
        ? { [owner.parameter.name]: idValue(owner.resource, pick(stream.fork('owner'), owners), state), ...made }
        : made,
    ]
  })
}

/** A value for a field: of a link, the id of one of the things that it may lead to. */
function fieldValue(
  { resource, resources, state, today }: Making,
  field: Field,
  random: Rng,
  beside: JsonObject,
): Json | undefined {
  const target = resources.get(resource.links.get(field.name) ?? '')
  if (!target) return valueOf(field, resource.noun[0], { random, today }, beside)
  const linked = Object.values(state.things[target.name] ?? {})
  return linked.length === 0 ? undefined : pick(random, linked)[target.id.name]
}

/** What fits the rest of a thing is often what it has: then it is made again. */
const TRIES = ['', '+', '++', '+++']

/** Things changed to what they are not: one field at a time, or all that must be said at once. */
function changes(operation: Operation, resources: Resources, { state, random, clock }: Context): readonly JsonObject[] {
  const { resource, id } = operation
  const sets = changesSaid(operation)
  if (!id || sets.length === 0) return []
  const making = { resource, resources, state, today: clock.slice(0, 10) }
  const all = ids(operation, state).flatMap((assignment) => {
    const thing = state.things[resource.name]?.[String(assignment[id.name])] ?? {}
    const stream = random.fork(String(assignment[id.name]))
    return sampleOf(stream, sets, 2).flatMap((fields) => {
      const made: { [name: string]: Json } = {}
      for (const field of fields) {
        const values = TRIES.map((again) =>
          fieldValue(making, field, stream.fork(`${field.name}${again}`), { ...thing, ...made }),
        )
        const value = values.find((one) => one !== undefined && !sameJson(one, thing[field.name]))
        if (value === undefined) return []
        made[field.name] = value
      }
      return [{ ...assignment, ...made }]
    })
  })
  return some(random, all)
}
