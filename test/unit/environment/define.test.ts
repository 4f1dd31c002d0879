import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkArguments, defineEnvironment, defineTool, entity, withDefaults } from '../../../src/environment/index.js'
import { mini } from '../../../src/environments/mini/environment.js'
import { counter } from '../../support/counter.js'

const tool = defineTool<{ x: number }>()
const define = (version: number, description = 'Do it.'): ReturnType<typeof defineEnvironment> =>
  defineEnvironment<{ x: number }>({
    name: 'small',
    version,
    summary: 'Small.',
    state: z.object({ x: z.number() }),
    scenario: () => ({ state: { x: 1 }, userKnows: [], situations: [] }),
    tools: {
      act: tool({
        description,
        effect: 'read',
        parameters: z.object({
          room: entity('room', z.string()).describe('Which room.'),
          size: z.number().default(2),
          tags: z.array(entity('tag', z.string())).optional(),
        }),
        returns: z.object({
          rooms: z.array(z.object({ id: entity('room', z.string()), name: z.string() })),
          byTag: z.record(entity('tag', z.string()), z.object({ best: entity('room', z.string()).nullable() })),
        }),
        run: () => null,
      }),
    },
  })

describe('defineEnvironment', () => {
  const environment = define(1)

  it('makes JSON Schemas without entity annotations', () => {
    expect(JSON.stringify(environment.specs)).not.toContain('"entity"')
    expect(environment.spec('act')?.parameters).toEqual({
      type: 'object',
      properties: {
        room: { type: 'string', description: 'Which room.' },
        size: { type: 'number', default: 2 },
        tags: { type: 'array', items: { type: 'string' } },
      },
      required: ['room'],
    })
  })

  it('keeps entity types by place, keys and alternatives too', () => {
    expect(environment.entities['act']).toEqual({
      parameters: { room: 'room' },
      returns: [
        { path: '/rooms/*/id', part: 'value', entity: 'room' },
        { path: '/byTag/*', part: 'key', entity: 'tag' },
        { path: '/byTag/*/best', part: 'value', entity: 'room' },
      ],
    })
  })

  it('gives a digest that changes with version, tools and name only', () => {
    expect(define(1).ref.digest).toBe(environment.ref.digest)
    expect(define(2).ref.digest).not.toBe(environment.ref.digest)
    expect(define(1, 'Do it now.').ref.digest).not.toBe(environment.ref.digest)
  })

  it('observes the state without its unobserved keys', () => {
    expect(counter.observe({ count: { $float: 1 }, log: [], seat: 'x', generator: { seed: 1, drawn: 2 } })).toEqual({
      count: 1,
      log: [],
    })
  })

  it('knows its tools and no inherited names', () => {
    expect(mini.tool('get_parcel')?.effect).toBe('read')
    expect([mini.tool('toString'), mini.spec('constructor'), mini.tool('none')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('withDefaults', () => {
  it('adds what is documented and missing, and nothing else', () => {
    const schema = define(1).spec('act')?.parameters ?? {}
    expect(withDefaults(schema, { room: 'a' })).toEqual({ room: 'a', size: 2 })
    const full = { size: 3, room: 'a' }
    expect(withDefaults(schema, full)).toBe(full)
    expect(withDefaults({}, full)).toBe(full)
  })
})

describe('checkArguments', () => {
  it('names places inside lists and objects', () => {
    const schema = z.toJSONSchema(z.object({ list: z.array(z.object({ n: z.number().int().min(2) })) }), {
      io: 'input',
    }) as never
    expect(checkArguments(schema, { list: [{ n: 2 }, { n: 1 }, {}] })).toEqual([
      { at: '/list/1/n', message: 'must be at least 2' },
      { at: '/list/2', message: "the required parameter 'n' is missing" },
    ])
    expect(checkArguments(schema, { list: [] })).toEqual([])
  })

  it('never uses the words of the library', () => {
    const schema = z.toJSONSchema(
      z.object({ a: z.string().regex(/^x/), b: z.array(z.number()).max(1), c: z.union([z.string(), z.number()]) }),
    ) as never
    const messages = checkArguments(schema, { a: 'y', b: [1, 2], c: true }).map(({ message }) => message)
    expect(messages.length).toBeGreaterThan(2)
    for (const message of messages) expect(message).toMatch(/^(must be of type |does not satisfy ')/)
  })
})
