import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { objectAt, type OpenApiDocument } from './document.js'
import type { Field } from './field.js'
import { fieldOf, fieldsOf, isName, listOf, oneLine, pruned, textField } from './schema.js'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof METHODS)[number]

/** One operation as the document describes it: a method on a path. */
export interface Endpoint {
  readonly method: Method
  readonly path: string
  /** Segments of the path; those in braces are parameters. */
  readonly segments: readonly string[]
  readonly id?: string
  readonly summary?: string
  readonly tags: readonly string[]
  readonly pathParameters: readonly Field[]
  readonly query: readonly Field[]
  /** Names of parameters that it cannot do without and that are not understood. */
  readonly unread: readonly string[]
  readonly body: readonly Field[]
  /** Is there a body that is not JSON? */
  readonly foreignBody: boolean
  readonly response: Response
}

/** What comes back: one object, a list of objects, or neither; `frame` is what they are wrapped in, the outermost first. */
export type Response =
  | { readonly is: 'thing' | 'list'; readonly fields: readonly Field[]; readonly frame: readonly Wrapping[] }
  | { readonly is: 'nothing' }

/** An object around what matters: the property that holds it, and what stands beside that. */
export interface Wrapping {
  readonly name: string
  readonly beside: readonly Field[]
}

/** All operations of the document, in its order. */
export function endpointsOf(document: OpenApiDocument): readonly Endpoint[] {
  const paths = isObject(document.root['paths']) ? document.root['paths'] : {}
  return Object.entries(paths).flatMap(([path, node]) => {
    const item = objectAt(document, node)
    return METHODS.flatMap((method) => (isObject(item[method]) ? [endpointOf(document, path, method, item)] : []))
  })
}

const OTHER_METHODS = ['head', 'options', 'trace', 'query'] as const

/** Operations by methods that nothing is made of, as `METHOD /path`; those of OpenAPI 3.2 that documents name themselves too. */
export function otherOperations(document: OpenApiDocument): readonly string[] {
  const paths = isObject(document.root['paths']) ? document.root['paths'] : {}
  return Object.entries(paths).flatMap(([path, node]) => {
    const item = objectAt(document, node)
    const more = Object.keys(objectAt(document, item['additionalOperations']))
    return [...OTHER_METHODS.filter((method) => isObject(item[method])), ...more].map(
      (method) => `${method.toUpperCase()} ${path}`,
    )
  })
}

function endpointOf(document: OpenApiDocument, path: string, method: Method, item: JsonObject): Endpoint {
  const operation = objectAt(document, item[method])
  const { query, ...parameters } = parametersOf(document, [
    ...listOf(item['parameters']),
    ...listOf(operation['parameters']),
  ])
  const { body, foreignBody } = bodyOf(document, operation['requestBody'])
  // What is written may be sent in the address as well.
  const isSentThere = method !== 'get' && method !== 'delete' && body.length === 0 && !foreignBody
  const summary = operation['summary'] ?? operation['description']
  return {
    method,
    path,
    segments: segmentsOf(path),
    ...(typeof operation['operationId'] === 'string' ? { id: operation['operationId'] } : {}),
    ...(typeof summary === 'string' && summary.trim() !== '' ? { summary: oneLine(summary) } : {}),
    tags: listOf(operation['tags']).filter((tag) => typeof tag === 'string'),
    ...parameters,
    pathParameters: [...parameters.pathParameters, ...undeclared(path, parameters)],
    query: isSentThere ? [] : query,
    body: isSentThere ? query : body,
    foreignBody,
    response: responseOf(document, objectAt(document, operation['responses'])),
  }
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '')
}

/** The name of the parameter that a segment of a path is; undefined where it is a word, or more than a parameter. */
export function parameterIn(segment: string | undefined): string | undefined {
  return /^\{([^{}]+)\}$/.exec(segment ?? '')?.[1]
}

/** Parameters that a path holds and that nothing describes: texts. */
function undeclared(path: string, { pathParameters, unread }: Pick<Endpoint, 'pathParameters' | 'unread'>): Field[] {
  const known = new Set([...pathParameters.map(({ name }) => name), ...unread])
  return segmentsOf(path).flatMap((segment) => {
    const name = parameterIn(segment)
    return name === undefined || known.has(name) || !isName(name) ? [] : [textField(name)]
  })
}

/** Headers and cookies are the client's business, as is who is signed in. */
function parametersOf(
  document: OpenApiDocument,
  nodes: readonly Json[],
): Pick<Endpoint, 'pathParameters' | 'query' | 'unread'> {
  const byName = new Map(
    nodes.map((node) => {
      const parameter = objectAt(document, node)
      return [`${String(parameter['in'])} ${String(parameter['name'])}`, parameter] as const
    }),
  )
  const found: { pathParameters: Field[]; query: Field[]; unread: string[] } = {
    pathParameters: [],
    query: [],
    unread: [],
  }
  for (const parameter of byName.values()) {
    if (parameter['in'] !== 'path' && parameter['in'] !== 'query') continue
    const name = String(parameter['name'])
    const required = parameter['in'] === 'path' || parameter['required'] === true
    const read = fieldOf(document, name, parameter['schema'], required)
    const { description } = parameter
    const field = read && typeof description === 'string' ? { ...read, description: oneLine(description) } : read
    if (field) found[parameter['in'] === 'path' ? 'pathParameters' : 'query'].push(field)
    else if (required) found.unread.push(name)
  }
  return found
}

function bodyOf(document: OpenApiDocument, node: Json | undefined): Pick<Endpoint, 'body' | 'foreignBody'> {
  const content = objectAt(document, objectAt(document, node)['content'])
  const schema = jsonIn(document, content)
  const fields = schema === undefined ? [] : pruned(document, fieldsOf(document, schema))
  return { body: fields, foreignBody: fields.length === 0 && Object.keys(content).length > 0 }
}

/** The schema of what is sent or comes back as JSON, or as a form with the same fields. */
function jsonIn(document: OpenApiDocument, content: JsonObject): Json | undefined {
  const kinds = Object.keys(content)
  const kind =
    kinds.find((name) => /^application\/(?:[\w.-]+\+)?json\b/.test(name)) ??
    kinds.find((name) => name === '*/*' || name === 'application/x-www-form-urlencoded')
  return kind === undefined ? undefined : objectAt(document, content[kind])['schema']
}

function responseOf(document: OpenApiDocument, responses: JsonObject): Response {
  const [code] = Object.keys(responses)
    .filter((name) => /^2\d\d$|^2XX$/.test(name))
    .toSorted()
  // Where no success is documented, the default response is one.
  const response = objectAt(document, responses[code ?? 'default'])
  const schema = firstOf(document, objectAt(document, jsonIn(document, objectAt(document, response['content']))))
  const read =
    schema['type'] === 'array'
      ? ({ is: 'list', fields: fieldsOf(document, schema['items']), frame: [] } as const)
      : unwrapped(fieldsOf(document, schema), [])
  return read.is === 'nothing' ? read : { ...read, fields: pruned(document, read.fields) }
}

/** Of several objects that may come back, the one that is named first: the others are what is left of it. */
function firstOf(document: OpenApiDocument, schema: JsonObject): JsonObject {
  const branches = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]
  return branches.length > 1 && !isObject(schema['properties']) ? objectAt(document, branches[0]) : schema
}

/** So many objects lie around a thing at most. */
const DEEPEST_FRAME = 3

/** Fields that only things have: what they are called, what they are known by. */
const OWN = /^(?:id|_id|uuid|name|title|code)$|Id$|_id$/

/** A thing has a name of its own; what has none and holds one list, or one object alone, is what that is wrapped in. */
function unwrapped(fields: readonly Field[], frame: readonly Wrapping[]): Response {
  if (fields.length === 0) return { is: 'nothing' }
  const holding = fields.flatMap((field) => {
    const { shape } = field
    const held = shape.is === 'list' ? shape.of : shape
    return held.is === 'object' ? [{ field, held: held.fields, isList: shape.is === 'list' }] : []
  })
  const lists = holding.filter(({ isList }) => isList)
  // Beside a list there may be objects about it: links to other pages.
  const [only, ...others] = lists.length === 1 ? lists : holding
  const isThing = others.length > 0 || frame.length >= DEEPEST_FRAME || fields.some(({ name }) => OWN.test(name))
  if (!only || isThing) return { is: 'thing', fields, frame }
  const inside = [...frame, { name: only.field.name, beside: fields.filter((field) => field !== only.field) }]
  return only.isList ? { is: 'list', fields: only.held, frame: inside } : unwrapped(only.held, inside)
}

/** The place of what matters within a response. */
export function placeIn(response: Response): string {
  return response.is === 'nothing' ? '' : response.frame.map(({ name }) => `/${name}`).join('')
}
