import type { Operation } from '../operations.js'

/** Ways to name the thing that an operation is about. */
export function namings({ id, resource }: Operation): readonly string[] {
  if (!id) return []
  return resource.findable ? [`<${id.name}>`] : [`${resource.noun[0]} <${id.name}>`, `<${id.name}:back>`]
}

/** The thing that an operation is about, in the assistant's words. */
export function told({ id, resource }: Operation): string {
  if (!id) return `the ${resource.noun[0]}`
  return resource.findable ? `<${id.name}>` : `${resource.noun[0]} <${id.name}>`
}

/** Ways to name the thing to which others belong; one that says nothing where they belong to none. */
export function ownersIn({ owner }: Operation): readonly string[] {
  if (!owner) return ['']
  const { parameter, resource } = owner
  return resource.findable
    ? [`<${parameter.name}>`]
    : [`${resource.noun[0]} <${parameter.name}>`, `<${parameter.name}:back>`]
}
