import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type BenchmarkClasses,
  CLASS_NAMES,
  createStart,
  Executor,
  loadClasses,
} from '../../../src/benchmarks/bfcl/index.js'
import type { Json } from '../../../src/core/json.js'
import { literalValue } from '../text/arbitraries.js'

let classes: BenchmarkClasses

beforeAll(async () => {
  classes = await loadClasses()
})

const value: fc.Arbitrary<Json> = fc.oneof(
  literalValue,
  fc.constantFrom<Json>(
    '',
    '.',
    '..',
    '/',
    'a',
    'root',
    0,
    -1,
    1,
    5,
    { $float: 5 },
    2.5,
    { $int: '9'.repeat(400) },
    { $float: 'inf' },
    { $float: 'nan' },
    true,
    null,
    [],
    {},
    ['a'],
    [1, null],
    { a: 1 },
    { $tuple: [] },
    { $entries: [[1, 2]] },
  ),
)

/** Logins that open the way to what lies behind them. */
const OPENING = [
  "ticket_login('a','b')",
  "message_login('USR001')",
  "authenticate_twitter('john','john123')",
  "trading_login('a','b')",
  "authenticate_travel('a','b','c','d','e','f')",
  "touch('a')",
  "mkdir('b')",
]

describe.each(CLASS_NAMES)('%s', (name) => {
  it('answers arguments of any type with a text, never with a crash', () => {
    const start = createStart(classes, {
      involved: [name],
      configuration: {},
      longContext: false,
      extension: {},
      clock: '2026-01-05T10:00:00',
    })
    const specs = start.classes[0]?.environment.specs ?? []
    const calls = fc.array(
      fc
        .constantFrom(...specs)
        .chain((spec) =>
          fc.tuple(
            fc.constant(spec.name),
            fc.record(
              Object.fromEntries(
                Object.keys((spec.parameters['properties'] as object | undefined) ?? {}).map((parameter) => [
                  parameter,
                  value,
                ]),
              ),
              { requiredKeys: [] },
            ),
          ),
        ),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(calls, (made) => {
        const executor = new Executor(start, 'x')
        for (const text of OPENING) executor.execute(text)
        for (const [tool, args] of made)
          expect(typeof executor.call(tool, args as { [parameter: string]: Json }).text).toBe('string')
      }),
      { numRuns: 400 },
    )
  })
})
