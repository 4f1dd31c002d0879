import * as z from 'zod'
import type { JsonObject } from '../../core/json.js'
import type { Resource } from './resources.js'

/** What a simulated interface holds: its things by resource and id, and how many of each it has ever made. */
export const state = z.object({
  things: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.json()))),
  /** To which thing one of a nested collection belongs, where no field of its own says so. */
  owners: z.record(z.string(), z.record(z.string(), z.string())),
  made: z.record(z.string(), z.number().int()),
})

export interface State {
  readonly things: { [resource: string]: { [id: string]: JsonObject } }
  readonly owners: { [resource: string]: { [id: string]: string } }
  readonly made: { [resource: string]: number }
}

/** The id of what a thing belongs to. */
export function ownerOf(
  resource: Resource,
  owner: Resource,
  id: string,
  thing: JsonObject,
  { owners }: Pick<State, 'owners'>,
): string | undefined {
  const field = linkTo(resource, owner)
  if (field === undefined) return owners[resource.name]?.[id]
  return thing[field] === undefined || thing[field] === null ? undefined : String(thing[field])
}

/** The field of a resource's things that holds the id of another's. */
export function linkTo({ links }: Resource, { name }: Resource): string | undefined {
  return [...links].find(([, resource]) => resource === name)?.[0]
}
