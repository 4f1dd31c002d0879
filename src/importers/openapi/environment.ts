import { UsageError } from '../../core/errors.js'
import type { JsonObject } from '../../core/json.js'
import { defineEnvironment, type Environment, type ToolDefinition } from '../../environment/index.js'
import { candidatesOf } from './candidates.js'
import { conversationOf } from './conversation.js'
import { objectAt, type OpenApiDocument } from './document.js'
import { endpointsOf } from './endpoints.js'
import { entitiesOf } from './entities.js'
import { type LeftOut, type Operation, operationsOf } from './operations.js'
import { phrasesOf } from './phrases/index.js'
import { collectionsOf, type Resources, resourcesOf } from './resources.js'
import { scenarioOf } from './scenario.js'
import { oneLine } from './schema.js'
import { parametersOf, returnsOf } from './signature.js'
import { simulate } from './simulate.js'
import { linkTo, type State, state } from './state.js'
import { identifier } from './words.js'

/** An environment made from a document, and what of the document is not in it. */
export interface Imported {
  readonly environment: Environment
  readonly leftOut: readonly LeftOut[]
}

/** What titles say of the document and not of what it is about. */
const NOT_ITS_NAME = /\b(?:api|rest|swagger|openapi|v?\d+(?:\.\d+)+)\b/gi

/**
 * A stateful simulator of the interface that an OpenAPI document describes (3.0, 3.1): collections, the things in them, and
 * what its operations do to those. Nothing is asked of any server.
 */
export function environmentFrom(document: OpenApiDocument): Imported {
  const info = objectAt(document, document.root['info'])
  const title = typeof info['title'] === 'string' ? info['title'] : ''
  const name = identifier(title.replaceAll(NOT_ITS_NAME, ' '), '-') || 'interface'
  const endpoints = endpointsOf(document)
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
  return { environment, leftOut: [...leftOut, ...fields] }
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
  const phrases = isSecondChoice(operation, operations) ? undefined : phrasesOf(operation, resources)
  return {
    description: operation.endpoint.summary ?? describe(operation),
    effect: operation.does === 'list' || operation.does === 'get' ? 'read' : 'write',
    parameters: parametersOf(operation, resources),
    returns: returnsOf(operation, resources),
    ...(operation.does === 'remove' && operation.id ? { ends: operation.id.name } : {}),
    ...(phrases ? { phrases, candidates: candidatesOf(operation, resources) } : {}),
    run: simulate(operation),
  }
}

/** Of two operations for the same, people ask for the one that takes less to say, else for the first. */
function isSecondChoice(operation: Operation, operations: readonly Operation[]): boolean {
  const { does } = operation
  const same = operations.filter((other) => purposeOf(other) === purposeOf(operation))
  return (
    same[0] !== operation ||
    (does === 'replace' &&
      operations.some(
        (other) => other.does === 'update' && isAboutTheSame(operation, other) && changesAll(other, operation),
      ))
  )
}

function isAboutTheSame(one: Operation, other: Operation): boolean {
  return one.resource === other.resource && one.owner?.resource === other.owner?.resource
}

/** May one change all that the other puts there? */
function changesAll({ body }: Operation, other: Operation): boolean {
  return other.body.every(({ name }) => body.some((field) => field.name === name))
}

/** What an operation is for, as text: two with the same are told apart by nothing that anybody would say. */
function purposeOf({ does, resource, owner, to, filters }: Operation): string {
  const needed = filters.filter(({ required }) => required).map(({ name }) => name)
  return JSON.stringify([does, resource.name, owner?.resource.name, to?.value, needed])
}

function describe({ does, resource, endpoint }: Operation): string {
  const [one, many] = resource.noun
  switch (does) {
    case 'list':
      return `List ${many}.`
    case 'get':
      return `Show one ${one}.`
    case 'create':
      return `Add a ${one}.`
    case 'update':
    case 'replace':
      return `Change a ${one}.`
    case 'remove':
      return `Delete a ${one}.`
    case 'transition':
      return `Set a ${one} to ${endpoint.segments.at(-1) ?? ''}.`
  }
}
