import * as z from 'zod'
import { entity, link } from '../../environment/index.js'
import { sayingEntity } from './entities.js'
import { isCount, type Operation, shownFields } from './operations.js'
import type { Resource, Resources } from './resources.js'
import type { Field } from './field.js'
import { schemaOf } from './schema.js'

/** The parameters of an operation's tool: those of its path, what a list is filtered by, and the fields of its body, side by side. */
export function parametersOf(operation: Operation, resources: Resources): z.ZodObject {
  const { resource, id, owner, filters, paging, body } = operation
  const path = [
    ...(owner ? [[owner.parameter.name, schemaOf(owner.parameter, named(owner.resource))] as const] : []),
    ...(id ? [[id.name, schemaOf(id, named(resource))] as const] : []),
  ]
  const taken = new Set(path.map(([name]) => name))
  const others = [...filters, ...paging, ...body].filter(({ name }) => !taken.has(name))
  const rest = others.map((field) => [field.name, optional(field, parameter(resource, field, resources))] as const)
  return z.object(Object.fromEntries([...path, ...rest]))
}

function named(resource: Resource): (schema: z.ZodType) => z.ZodType {
  return (schema) => entity(resource.entity, schema)
}

function optional({ required }: Field, schema: z.ZodType): z.ZodType {
  return required ? schema : schema.optional()
}

function parameter(resource: Resource, field: Field, resources: Resources): z.ZodType {
  const type = typeOf(resource, field, resources) ?? sayingEntity(resource, field)
  return type === undefined ? schemaOf(field) : schemaOf(field, (schema) => entity(type, schema))
}

/** The entity type of a field that names a thing: its own id, or a link. */
function typeOf(resource: Resource, { name }: Field, resources: Resources): string | undefined {
  return name === resource.id.name ? resource.entity : resources.get(resource.links.get(name) ?? '')?.entity
}

/** What an operation's tool returns: in the frame that the document describes. */
export function returnsOf(operation: Operation, resources: Resources): z.ZodType {
  const { resource, does } = operation
  const fields = shownFields(operation)
  const { response } = operation.endpoint
  if (fields.length === 0 || response.is === 'nothing') return z.object({ status: z.number().int() })
  const thing: z.ZodType = z.object(
    Object.fromEntries(fields.map((field) => [field.name, optional(field, shown(resource, field, resources))])),
  )
  return response.frame.reduceRight(
    (inner, { name, beside }) =>
      z.object({
        ...Object.fromEntries(beside.filter(isCount).map((count) => [count.name, z.number().int()])),
        [name]: inner,
      }),
    does === 'list' ? z.array(thing) : thing,
  )
}

function shown(resource: Resource, field: Field, resources: Resources): z.ZodType {
  const type = typeOf(resource, field, resources)
  if (type === undefined) return schemaOf(field)
  return schemaOf(field, (schema) => (field.name === resource.id.name ? entity(type, schema) : link(type, schema)))
}
