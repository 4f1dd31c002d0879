import * as z from 'zod'
import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { type OpenApiDocument, objectAt } from './document.js'
import type { Field, Shape } from './field.js'

/** Objects within the fields of a thing are read so deep; below that they are left out. */
const DEEPEST = 1

/** Names that would mean something else to JavaScript, or that no tool call could hold. */
const NAME = /^(?!__proto__$|constructor$|prototype$)[A-Za-z_][\w-]{0,63}$/

/**
 * The properties of an object schema, those of its `allOf` among them; one that is not understood is noted as unread. Objects in
 * them are read when they are looked into, since they may hold themselves.
 */
export function fieldsOf(document: OpenApiDocument, node: Json | undefined): readonly Field[] {
  const schema = objectAt(document, node)
  const known = document.fields.get(schema)
  if (known) return known
  document.fields.set(schema, []) // Whoever is a part of itself finds nothing there.
  const fields = readFields(document, schema)
  document.fields.set(schema, fields)
  return fields
}

function readFields(document: OpenApiDocument, schema: JsonObject): readonly Field[] {
  const required = new Set(listOf(schema['required']))
  const byName = new Map<string, Field>()
  const unreadBefore = new Set(document.unread.keys())
  for (const part of listOf(schema['allOf']))
    for (const field of fieldsOf(document, part)) byName.set(field.name, field)
  for (const [name, property] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
    const field = fieldOf(document, name, property, required.has(name))
    if (field) byName.set(name, field)
    else document.unread.set(name, 'its schema is not understood')
  }
  // What one part leaves open another may say.
  for (const name of document.unread.keys())
    if (!unreadBefore.has(name) && byName.has(name)) document.unread.delete(name)
  return [...byName.values()].map((field) => (required.has(field.name) ? { ...field, required: true } : field))
}

/** One property or parameter; undefined where its schema says more, or something else, than `Shape` can. */
export function fieldOf(
  document: OpenApiDocument,
  name: string,
  node: Json | undefined,
  required: boolean,
): Field | undefined {
  const { schema, nullable } = withoutNull(document, objectAt(document, node))
  const shape = isName(name) ? shapeOf(document, schema) : undefined
  if (!shape) return undefined
  const examples = [schema['example'], ...listOf(schema['examples'])].filter((value) => value !== undefined)
  return {
    name,
    shape,
    required,
    readOnly: schema['readOnly'] === true,
    writeOnly: schema['writeOnly'] === true,
    nullable,
    ...(typeof schema['description'] === 'string' ? { description: oneLine(schema['description']) } : {}),
    ...(schema['default'] === undefined || schema['default'] === null ? {} : { default: schema['default'] }),
    examples,
  }
}

/** Can a field be called so? */
export function isName(name: string): boolean {
  return NAME.test(name)
}

/** A text of which nothing is known but its name. */
export function textField(name: string): Field {
  return {
    name,
    shape: { is: 'text' },
    required: true,
    readOnly: false,
    writeOnly: false,
    nullable: false,
    examples: [],
  }
}

/** A text of the document as one line: what people wrote for a page. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** `null` as one of the types (3.1), by `nullable` (3.0) or as a branch: the schema without it, and whether it was there. */
function withoutNull(document: OpenApiDocument, schema: JsonObject): { schema: JsonObject; nullable: boolean } {
  const isNull = (node: Json): boolean => objectAt(document, node)['type'] === 'null'
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = listOf(schema[keyword])
    const others = branches.filter((branch) => !isNull(branch))
    // A text that may stand for an object: an id, and the thing itself in its place where that is asked for.
    const texts = others.filter((branch) => objectAt(document, branch)['type'] === 'string')
    const [only, ...more] = texts.length === 1 ? texts : others
    if (only !== undefined && more.length === 0) {
      const { [keyword]: _, ...beside } = schema
      const nullable = schema['nullable'] === true || branches.length > others.length
      return { schema: { ...objectAt(document, only), ...beside }, nullable }
    }
  }
  const types = listOf(schema['type']).filter((type) => type !== 'null')
  const nullable = schema['nullable'] === true || types.length < listOf(schema['type']).length
  return { schema: types.length === 1 ? { ...schema, type: types[0] as Json } : schema, nullable }
}

function shapeOf(document: OpenApiDocument, schema: JsonObject): Shape | undefined {
  const choices = listOf(schema['enum']).filter((value) => value !== null)
  if (choices.length > 0)
    return choices.every((value) => typeof value === 'string') ? { is: 'choice', of: choices } : undefined
  switch (schema['type'] ?? (schema['properties'] || schema['allOf'] ? 'object' : undefined)) {
    case 'string':
      return {
        is: 'text',
        ...(typeof schema['format'] === 'string' ? { format: schema['format'] } : {}),
        ...named('shortest', schema['minLength']),
        ...named('longest', schema['maxLength']),
      }
    case 'integer':
    case 'number':
      return {
        is: 'number',
        whole: schema['type'] === 'integer',
        ...named('low', schema['minimum'] ?? schema['exclusiveMinimum']),
        ...named('high', schema['maximum'] ?? schema['exclusiveMaximum']),
        ...named('step', schema['multipleOf']),
      }
    case 'boolean':
      return { is: 'truth' }
    case 'array': {
      const item = shapeOf(document, withoutNull(document, objectAt(document, schema['items'])).schema)
      return item && { is: 'list', of: item }
    }
    case 'object': {
      const { properties } = schema
      const isEmpty =
        listOf(schema['allOf']).length === 0 && !(isObject(properties) && Object.keys(properties).length > 0)
      if (isEmpty) return undefined
      let fields: readonly Field[] | undefined
      return {
        is: 'object',
        get fields() {
          return (fields ??= fieldsOf(document, schema))
        },
      }
    }
    default:
      return undefined
  }
}

/** The same fields without what lies deeper in them than is simulated, which is noted as unread. */
export function pruned(
  document: OpenApiDocument,
  fields: readonly Field[],
  within: readonly string[] = [],
): readonly Field[] {
  return fields.flatMap((field) => {
    const path = [...within, field.name]
    const shape = prunedShape(document, field.shape, path)
    if (!shape) document.unread.set(path.join('.'), 'it lies deeper in its object than is simulated')
    return shape ? [{ ...field, shape }] : []
  })
}

function prunedShape(document: OpenApiDocument, shape: Shape, path: readonly string[]): Shape | undefined {
  if (shape.is === 'list') {
    const of = prunedShape(document, shape.of, path)
    return of && { is: 'list', of }
  }
  if (shape.is !== 'object') return shape
  const fields = path.length <= DEEPEST ? pruned(document, shape.fields, path) : []
  return fields.length === 0 ? undefined : { is: 'object', fields }
}

function named<Name extends string>(name: Name, value: Json | undefined): { readonly [key in Name]?: number } {
  return typeof value === 'number' ? ({ [name]: value } as { readonly [key in Name]: number }) : {}
}

export function listOf(node: Json | undefined): readonly Json[] {
  if (isArray(node)) return node
  return node === undefined ? [] : [node]
}

/** The zod schema of a field, for a tool's parameters and results; `mark` tells of which entity type its values are. */
export function schemaOf(field: Field, mark: (schema: z.ZodType) => z.ZodType = (schema) => schema): z.ZodType {
  const bare = zodOf(field.shape)
  const described = mark(field.description === undefined ? bare : bare.describe(field.description))
  return field.nullable ? described.nullable() : described
}

function zodOf(shape: Shape): z.ZodType {
  switch (shape.is) {
    case 'text': {
      const text = z.string()
      const long = shape.longest === undefined ? text : text.max(shape.longest)
      return shape.shortest === undefined ? long : long.min(shape.shortest)
    }
    case 'choice':
      return z.enum(shape.of)
    case 'number': {
      const number = shape.whole ? z.number().int() : z.number()
      const high = shape.high === undefined ? number : number.max(shape.high)
      return shape.low === undefined ? high : high.min(shape.low)
    }
    case 'truth':
      return z.boolean()
    case 'list':
      return z.array(zodOf(shape.of))
    case 'object':
      return z.object(
        Object.fromEntries(
          shape.fields.map((field) => [field.name, field.required ? schemaOf(field) : schemaOf(field).optional()]),
        ),
      )
  }
}
