import type { Json, JsonObject } from '../../core/json.js'
import { between, pick, type Rng } from '../../core/random.js'
import type { Cast, Known, Scenario, ScenarioContext } from '../../environment/index.js'
import type { Resource, Resources } from './resources.js'
import type { State } from './state.js'
import { chosenIds, idOf, keysFor } from './ids.js'
import { type Source, valueOf } from './values.js'

/** How many things of a kind an ordinary world holds. */
const [FEWEST, MOST] = [5, 7]

/** Which collections lie below which: those whose things belong to another thing that no field of theirs names. */
export type Owners = ReadonlyMap<string, string>

/** A start with some things of every kind, whose links lead to each other; its user knows what they are called. */
export function scenarioOf(resources: Resources, owners: Owners): (context: ScenarioContext) => Scenario<State> {
  return ({ random, cast, today, size }) => {
    const counts = new Map([...resources.keys()].map((name) => [name, countOf(name, random, size)]))
    const keys = new Map(
      [...resources.values()].map((resource) => [
        resource.name,
        keysFor(resource, counts.get(resource.name) ?? 0, { random: random.fork(resource.name), cast, today }),
      ]),
    )
    const ids = new Map(
      [...resources.values()].map((resource) => {
        const count = keys.get(resource.name)?.length ?? counts.get(resource.name) ?? 0
        return [resource.name, idsOf(resource, count, { random, cast, today })]
      }),
    )
    const things = Object.fromEntries(
      [...resources.values()].map((resource) => {
        const source = { random: random.fork(resource.name), cast, today }
        const made = ids.get(resource.name) ?? []
        return [
          resource.name,
          Object.fromEntries(
            made.map((id, i) => [
              String(id),
              thing(resource, id, keys.get(resource.name)?.[i], ids, {
                ...source,
                random: source.random.fork(`thing${i}`),
              }),
            ]),
          ),
        ] as const
      }),
    )
    const made = [...counts].map(([name, count]) => [name, startOf(random, name) + count - 1] as const)
    return {
      state: { things, owners: ownersOf(owners, things, random), made: Object.fromEntries(made) },
      userKnows: [...resources.values()].flatMap((resource) => known(resource, things[resource.name] ?? {})),
      situations: situationsOf(resources, cast),
    }
  }
}

function countOf(name: string, random: Rng, size: number): number {
  return Math.round(between(random.fork(`count ${name}`), FEWEST, MOST) * size)
}

/** Ids are made one after another, from somewhere: they tell nothing, and cannot be guessed from how many things there are. */
function startOf(random: Rng, name: string): number {
  return between(random.fork(`start ${name}`), 101, 9880)
}

function idsOf(resource: Resource, count: number, source: Source): readonly Json[] {
  const start = startOf(source.random, resource.name)
  return chosenIds(resource, count, source) ?? Array.from({ length: count }, (_, i) => idOf(resource, start + i))
}

function thing(
  resource: Resource,
  id: Json,
  key: Json | undefined,
  ids: ReadonlyMap<string, readonly Json[]>,
  source: Source,
): JsonObject {
  const made: { [field: string]: Json } = {}
  for (const field of resource.fields) {
    const { name } = field
    const random = source.random.fork(name)
    const target = resource.links.get(name)
    if (name === resource.id.name) made[name] = id
    else if (name === resource.key?.name && key !== undefined) made[name] = key
    else if (target !== undefined) made[name] = pick(random, ids.get(target) ?? [null])
    else made[name] = valueOf(field, resource.noun[0], { ...source, random }, made)
  }
  return made
}

function ownersOf(owners: Owners, things: State['things'], random: Rng): State['owners'] {
  return Object.fromEntries(
    [...owners].map(([name, owner]) => [
      name,
      Object.fromEntries(
        Object.keys(things[name] ?? {}).map((id) => [
          id,
          pick(random.fork(`owner ${name} ${id}`), Object.keys(things[owner] ?? {})),
        ]),
      ),
    ]),
  )
}

/** Things that can be found are known by their name, others by their id. */
function known(
  { entity, findable, key, id }: Resource,
  things: { readonly [id: string]: JsonObject },
): readonly Known[] {
  return Object.values(things).map((one) => ({
    entity,
    value: one[id.name] ?? null,
    by: findable && key ? [{ field: key.name, match: 'equals', value: one[key.name] ?? null }] : [],
  }))
}

/** Why somebody is here, in a sentence that names no wish. */
function situationsOf(resources: Resources, { team, organisation, colleagues, projects }: Cast): readonly string[] {
  const kinds = [...resources.values()].map(({ noun }) => noun[1])
  const colleague = colleagues[0]?.first ?? 'a colleague'
  const project = projects[0] ?? 'the move'
  return [
    `I'm helping out the ${team} team today.`,
    `I look after the records at ${organisation}.`,
    `${colleague} is off today, so I'm filling in.`,
    `We're busy with ${project}, and a few things have been left lying.`,
    `I took over from ${colleague} last week.`,
    `The ${team} team needs a few things from me before noon.`,
    'A few things have piled up here.',
    'I only have a minute before my next call.',
    "It's my first day back from leave.",
    'The phone has been ringing all morning.',
    'I want to get this off my desk.',
    ...kinds
      .slice(0, 4)
      .flatMap((kind) => [`I'm going over our ${kind} today.`, `There were some questions about our ${kind}.`]),
  ]
}
