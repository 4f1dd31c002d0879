import type { Field } from '../field.js'
import type { Operation } from '../operations.js'
import type { Resource } from '../resources.js'

/** A thing by a slot for its id: its words where it can be found by a name, else its kind and the id itself. */
export function named({ findable, noun }: Resource, slot: string): string {
  return findable ? slot : `${noun[0]} ${slot}`
}

/** Ways to name a thing, and to point back at it. */
function waysToName(resource: Resource, { name }: Field): readonly string[] {
  const outright = named(resource, `<${name}>`)
  return resource.findable ? [outright] : [outright, `<${name}:back>`]
}

/** Ways to name the thing that an operation is about. */
export function namings({ id, resource }: Operation): readonly string[] {
  return id ? waysToName(resource, id) : []
}

/** Ways to name the thing to which others belong; one that says nothing where they belong to none. */
export function ownersIn({ owner }: Operation): readonly string[] {
  return owner ? waysToName(owner.resource, owner.parameter) : ['']
}

/** The thing that an operation is about, in one way: as the assistant names it, and where a message says nothing else of it. */
export function told({ id, resource }: Operation): string {
  return id ? named(resource, `<${id.name}>`) : `the ${resource.noun[0]}`
}
