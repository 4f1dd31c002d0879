import { UsageError } from '../../core/errors.js'
import type { JsonObject } from '../../core/json.js'
import { defineEnvironment, type Environment, type ToolDefinition } from '../../environment/index.js'
import { askedFor } from './asked.js'
import { candidatesOf } from './candidates.js'
import { collectionsOf, placeOf } from './collections.js'
import { conversationOf } from './conversation.js'
import { objectAt, type OpenApiDocument } from './document.js'
import { type Endpoint, endpointsOf, otherOperations } from './endpoints.js'
import { entitiesOf } from './entities.js'
import { type LeftOut, type Operation, operationsOf } from './operations.js'
import { phrasesOf } from './phrases/index.js'
import { type Resources, resourcesOf } from './resources.js'
import { scenarioOf } from './scenario.js'
import { oneLine } from './schema.js'
import { parametersOf, returnsOf } from './signature.js'
import { simulate } from './simulate.js'
import { linkTo, type State, state } from './state.js'
import { identifier, withArticle } from './words.js'

/** An environment made from a document, and what of the document is not in it. */
export interface Imported {
  readonly environment: Environment
  readonly leftOut: readonly LeftOut[]
}

/** What titles say of the document and not of what it is about. */
const NOT_ITS_NAME = /\b(?:api|rest|swagger|openapi|v?\d+(?:\.\d+)+)\b/gi

/**
 * A stateful simulator of the interface that an OpenAPI document describes (3.0 to 3.2): collections, the things in them, and
 * what its operations do to those. Nothing is asked of any server. With `only`, collections and tags of that name alone.
 */
export function environmentFrom(document: OpenApiDocument, only: readonly string[] = []): Imported {
  const info = objectAt(document, document.root['info'])
  const title = typeof info['title'] === 'string' ? info['title'] : ''
  const name = identifier(title.replaceAll(NOT_ITS_NAME, ' '), '-') || 'interface'
  const endpoints = chosen(document, endpointsOf(document), only)
  const collections = collectionsOf(endpoints)
  const resources = resourcesOf(name, endpoints)
  const { operations, leftOut } = operationsOf(endpoints, collections, resources)
  if (operations.length === 0)
    throw new UsageError(
      document.where,
      `none of its ${endpoints.length} operations can be simulated${leftOut[0] ? ` (${leftOut[0].what}: ${leftOut[0].reason})` : ''}`,
      'It needs collections of things: paths such as /books and /books/{bookId}, with schemas.',
    )
  const environment = defineEnvironment<State>({
    name,
    version: Number.parseInt(String(info['version'] ?? '1').replace(/^\D+/, ''), 10) || 1,
    source: 'openapi',
    summary: summaryOf(info, title, resources),
    state,
    entities: entitiesOf(resources),
    conversation: conversationOf(operations, resources),
    scenario: scenarioOf(resources, ownersOf(operations)),
    tools: Object.fromEntries(
      operations.map((operation) => [operation.tool, toolOf(operation, resources, operations)]),
    ),
  })
  const fields = [...document.unread].map(([field, reason]) => ({ what: `field '${field}'`, reason }))
  const others = otherOperations(document).map((what) => ({ what, reason: 'its method is not simulated' }))
  return { environment, leftOut: [...leftOut, ...others, ...fields] }
}

/** The operations on these collections, or with these tags; all where none is named. */
function chosen(
  { where }: OpenApiDocument,
  endpoints: readonly Endpoint[],
  only: readonly string[],
): readonly Endpoint[] {
  if (only.length === 0) return endpoints
  const collections = collectionsOf(endpoints)
  const namesOf = (endpoint: Endpoint): readonly string[] => [
    ...(placeOf(collections, endpoint)?.collection.slice(-1) ?? []),
    ...endpoint.tags,
  ]
  const known = new Set(endpoints.flatMap(namesOf))
  const unknown = only.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new UsageError(where, `it has no collection and no tag '${unknown}'`, `Known: ${[...known].join(', ')}.`)
  return endpoints.filter((endpoint) => namesOf(endpoint).some((name) => only.includes(name)))
}

function summaryOf(info: JsonObject, title: string, resources: Resources): string {
  const [first = ''] = typeof info['description'] === 'string' ? oneLine(info['description']).split(/(?<=\.) /) : []
  return first.length > 0 && first.length <= 160
    ? first
    : `${title}: ${[...resources.values()].map(({ noun }) => noun[1]).join(', ')}.`
}

/** Which collections belong to the things of another that no field of theirs names. */
function ownersOf(operations: readonly Operation[]): ReadonlyMap<string, string> {
  return new Map(
    operations.flatMap(({ resource, owner }) =>
      owner && linkTo(resource, owner.resource) === undefined ? [[resource.name, owner.resource.name] as const] : [],
    ),
  )
}

function toolOf(operation: Operation, resources: Resources, operations: readonly Operation[]): ToolDefinition<State> {
  const asked = askedFor(operation, operations)
  const phrases = asked && phrasesOf(asked, resources)
  return {
    description: operation.endpoint.summary ?? describe(operation),
    effect: operation.does === 'list' || operation.does === 'get' ? 'read' : 'write',
    parameters: parametersOf(operation, resources),
    returns: returnsOf(operation, resources),
    ...(operation.does === 'remove' && operation.id ? { ends: operation.id.name } : {}),
    ...(asked && phrases ? { phrases, candidates: candidatesOf(asked, resources) } : {}),
    run: simulate(operation),
  }
}

function describe({ does, resource, endpoint }: Operation): string {
  const [one, many] = resource.noun
  switch (does) {
    case 'list':
      return `List ${many}.`
    case 'get':
      return `Show one ${one}.`
    case 'create':
      return `Add ${withArticle(one)}.`
    case 'update':
    case 'replace':
      return `Change ${withArticle(one)}.`
    case 'remove':
      return `Delete ${withArticle(one)}.`
    case 'transition':
      return `Set ${withArticle(one)} to ${endpoint.segments.at(-1) ?? ''}.`
  }
}
