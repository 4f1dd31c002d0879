import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../../src/core/errors.js'
import type { Json, JsonObject } from '../../../../src/core/json.js'
import { environmentFrom, readDocument } from '../../../../src/importers/openapi/index.js'
import { testEnvironment } from '../../../../src/testing/index.js'
import { documentOf, importedFrom, json } from '../../../support/interfaces.js'

const THING = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'string' }, name: { type: 'string' } },
}

const paths = (schema: Json): Json => ({
  '/things': { get: { responses: { 200: json({ type: 'array', items: schema }) } } },
  '/things/{id}': {
    get: { parameters: [{ name: 'id', in: 'path', schema: { type: 'string' } }], responses: { 200: json(schema) } },
  },
})

const PATHS = paths(THING) as JsonObject

describe('an OpenAPI document', () => {
  it.each([
    ['swagger: "2.0"', 'this is Swagger 2.0'],
    ['openapi: 2.5.0', 'its version is "2.5.0"'],
    ['openapi: 3.3.0', 'its version is "3.3.0"'],
    ['{}', 'its version is null'],
    ['- a list', 'the file holds no document'],
    ['a: [b', 'it is neither YAML nor JSON'],
    [
      'a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]',
      'neither YAML nor JSON',
    ],
    ['x'.repeat(8_000_001), 'longer than 8000000 characters'],
    [documentOf({}), 'none of its 0 operations can be simulated'],
    [
      documentOf({ '/status': { get: { responses: { 200: { description: 'fine' } } } } }),
      'none of its 1 operations can be simulated (GET /status: its path leads',
    ],
    [documentOf(paths({ $ref: 'other.yaml#/Thing' })), "'other.yaml#/Thing' leads to another document"],
    [documentOf(paths({ $ref: '#/components/schemas/Nowhere' })), "'#/components/schemas/Nowhere' leads nowhere"],
    [
      documentOf(paths({ $ref: '#/components/schemas/A' }), {
        A: { $ref: '#/components/schemas/B' },
        B: { $ref: '#/components/schemas/A' },
      }),
      'leads nowhere',
    ],
  ])('is refused with what is wrong with it: %.40s', (text, complaint) => {
    expect(() => environmentFrom(readDocument(text, 'x.yaml'))).toThrow(complaint)
  })

  it('means the same in YAML and in JSON', () => {
    const text = documentOf(paths(THING))
    const yaml = `openapi: 3.1.0\ninfo: { title: Probe, version: '1' }\npaths: ${JSON.stringify(paths(THING))}`
    const [one, other] = [text, yaml].map((source) => environmentFrom(readDocument(source, 'x')).environment)
    expect(one?.ref).toEqual(other?.ref)
  })

  it('may describe things that hold things of their own kind', () => {
    const schemas = {
      Node: { ...THING, properties: { ...THING.properties, parent: { $ref: '#/components/schemas/Node' } } },
    }
    const { environment } = importedFrom(paths({ $ref: '#/components/schemas/Node' }), schemas)
    for (const { check } of testEnvironment(environment)) expect(check).not.toThrow()
  })

  it('cannot reach a prototype by the name of a field', () => {
    const properties = JSON.parse(
      '{"id":{"type":"string"},"name":{"type":"string"},"__proto__":{"type":"string"},"constructor":{"type":"string"}}',
    ) as Json
    const { environment } = importedFrom(paths({ type: 'object', required: ['id', 'name'], properties }))
    expect(JSON.stringify(environment.specs)).not.toMatch(/__proto__|constructor/)
  })

  it('makes an environment, or is refused, and never anything else', () => {
    const schema = fc.letrec<{ schema: Json }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        fc.record(
          {
            type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'null', 'file'),
            format: fc.constantFrom('date', 'uuid', 'email', 'odd'),
            enum: fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
          },
          { requiredKeys: [] },
        ),
        fc.record({ type: fc.constant('array'), items: tie('schema') }),
        fc.record({
          type: fc.constant('object'),
          properties: fc.dictionary(fc.constantFrom('id', 'name', 'status', 'thingId', 'data', 'x y'), tie('schema'), {
            maxKeys: 4,
          }),
          required: fc.array(fc.constantFrom('id', 'name'), { maxLength: 2 }),
        }),
        fc.record({ allOf: fc.array(tie('schema'), { maxLength: 2 }) }),
        fc.record({ oneOf: fc.array(tie('schema'), { maxLength: 2 }) }),
        fc.constantFrom<Json>(null, 7, 'x', [], {}, { $ref: '#/components/schemas/Thing' }),
      ),
    })).schema
    const operation = fc.record(
      {
        operationId: fc.string({ maxLength: 8 }),
        summary: fc.string({ maxLength: 8 }),
        requestBody: schema.map(json),
        responses: schema.map((of) => ({ 200: json(of) })),
        parameters: fc.array(
          fc.record({
            name: fc.constantFrom('id', 'status', 'q'),
            in: fc.constantFrom('path', 'query', 'header'),
            schema,
          }),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    )
    const document = fc.dictionary(
      fc.constantFrom(
        '/things',
        '/things/{id}',
        '/things/{id}/status',
        '/things/{id}/parts',
        '/things/find',
        '/',
        '//',
        '/{a}/{b}',
      ),
      fc.dictionary(
        fc.constantFrom('get', 'post', 'put', 'patch', 'delete', 'trace'),
        operation as fc.Arbitrary<Json>,
        { maxKeys: 3 },
      ),
      { maxKeys: 4 },
    )
    let made = 0
    fc.assert(
      fc.property(document, (described) => {
        try {
          const { environment } = importedFrom({ ...described, ...PATHS }, { Thing: THING })
          for (const { name } of environment.specs) expect(name).toMatch(/^[a-z\d][\w-]{0,63}$/)
          expect(environment.specs.length).toBeGreaterThan(0)
          made += 1
        } catch (error) {
          if (!(error instanceof UsageError)) throw error
        }
      }),
      { numRuns: 400 },
    )
    expect(made).toBeGreaterThan(100)
  })
})
