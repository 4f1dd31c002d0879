import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../../src/core/json.js'
import { testEnvironment } from '../../../../src/testing/index.js'
import { importedFrom, json } from '../../../support/interfaces.js'

const FIELDS: { readonly [name: string]: Json } = {
  title: { type: 'string' },
  email: { type: 'string', format: 'email' },
  status: { type: 'string', enum: ['OPEN', 'CLOSED', 'ON_HOLD'] },
  price: { type: 'number', minimum: 1 },
  quantity: { type: 'integer' },
  createdAt: { type: 'string', format: 'date-time', readOnly: true },
  startTime: { type: 'string', format: 'date-time' },
  due_date: { type: 'string', format: 'date' },
  isVip: { type: 'boolean' },
  tags: { type: 'array', items: { type: 'string' } },
  address: { type: 'object', properties: { street: { type: 'string' }, zip: { type: 'string' } } },
  kind: { type: 'string', enum: ['a', 'b c', 'D-e'] },
  size: { type: 'string', enum: ['a', 'large'] },
  notes: { type: 'string', nullable: true },
  website: { type: 'string', format: 'uri' },
  password: { type: 'string', writeOnly: true },
  ownerId: { type: 'string' },
}

const COLLECTIONS = [
  'orders',
  'customers',
  'employees',
  'people',
  'news',
  'user-groups',
  'line_items',
  'Pets',
  'media',
  'boxes',
]

/** One collection as services describe them: with some of the operations, in some frame, requiring something or nothing. */
const collection = fc.record({
  name: fc.constantFrom(...COLLECTIONS),
  id: fc.constantFrom<[string, Json]>(
    ['id', { type: 'string' }],
    ['id', { type: 'integer' }],
    ['uuid', { type: 'string', format: 'uuid' }],
  ),
  named: fc.boolean(),
  fields: fc.subarray(Object.keys(FIELDS), { minLength: 1, maxLength: 6 }),
  required: fc.option(fc.subarray(['name', ...Object.keys(FIELDS)])),
  framed: fc.boolean(),
  operations: fc.subarray(['list', 'create', 'patch', 'put', 'delete', 'close', 'archive']),
  filter: fc.constantFrom('status', 'quantity', 'kind', 'sort'),
})

type Collection = typeof collection extends fc.Arbitrary<infer Described> ? Described : never

function pathsOf({ name, id, named, fields, required, framed, operations, filter }: Collection): JsonObject {
  const properties = Object.fromEntries([
    id,
    ...(named ? [['name', { type: 'string' }]] : []),
    ...fields.map((field) => [field, FIELDS[field]]),
  ]) as JsonObject
  const has = (field: string): boolean => field in properties
  const schema: Json = {
    type: 'object',
    properties,
    ...(required ? { required: [id[0], ...required.filter(has)] } : {}),
  }
  const sent = (inner: Json): Json => ({
    responses: { 200: json(framed ? { type: 'object', properties: { data: inner } } : inner) },
  })
  const parameters = [
    { name: 'filter', in: 'query', schema: { type: 'string' } },
    { name: filter, in: 'query', schema: { type: 'string' } },
  ]
  const may = (operation: string, described: JsonObject): JsonObject =>
    operations.includes(operation) ? described : {}
  return {
    [`/${name}`]: {
      ...may('list', { get: { ...(sent({ type: 'array', items: schema }) as JsonObject), parameters } }),
      ...may('create', { post: { requestBody: json(schema), ...(sent(schema) as JsonObject) } }),
    },
    [`/${name}/{thing}`]: {
      get: sent(schema),
      ...may('patch', { patch: { requestBody: json(schema), ...(sent(schema) as JsonObject) } }),
      ...may('put', { put: { requestBody: json(schema), ...(sent(schema) as JsonObject) } }),
      ...may('delete', { delete: { responses: { 204: { description: 'Gone.' } } } }),
    },
    ...may('close', { [`/${name}/{thing}/close`]: { post: sent(schema) } }),
    ...may('archive', { [`/${name}/{thing}/archive`]: { post: sent(schema) } }),
  }
}

it('whatever collections a document describes, the environment keeps all laws', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(collection, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
      (described) => {
        const paths = Object.assign({}, ...described.map(pathsOf)) as Json
        const { environment } = importedFrom(paths)
        for (const { check } of testEnvironment(environment)) expect(check).not.toThrow()
      },
    ),
    { seed: 7, numRuns: 25 },
  )
}, 120_000)
