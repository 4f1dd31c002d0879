import { describe, expect, it } from 'vitest'
import { pythonEquals } from '../../../src/benchmarks/bfcl/attributes.js'
import type { Json } from '../../../src/core/json.js'

describe('pythonEquals', () => {
  it.each<[Json, Json]>([
    [5, { $float: 5 }],
    [true, 1],
    [{ $float: 0 }, false],
    [{ $int: '9007199254740993' }, { $int: '9007199254740993' }],
    [
      { a: 1, b: [2] },
      { b: [{ $float: 2 }], a: 1 },
    ],
    [
      {
        $entries: [
          [1, 'x'],
          ['y', 2],
        ],
      },
      {
        $entries: [
          ['y', 2],
          [{ $float: 1 }, 'x'],
        ],
      },
    ],
    [{ a: 1 }, { $entries: [['a', 1]] }],
    [{ $set: [1, 2] }, { $set: [2, 1] }],
    [{ $tuple: [1] }, { $tuple: [true] }],
    [null, null],
  ])('holds for %j and %j', (a, b) => {
    expect(pythonEquals(a, b)).toBe(true)
    expect(pythonEquals(b, a)).toBe(true)
  })

  it.each<[Json, Json]>([
    [5, '5'],
    [0, null],
    ['', null],
    [
      [1, 2],
      [2, 1],
    ],
    [{ $int: '9007199254740993' }, { $int: '9007199254740992' }],
    [{ $entries: [[1, 'x']] }, { $entries: [['1', 'x']] }],
    [{ a: 1 }, { a: 1, b: null }],
    [{ $tuple: [1] }, [1]],
    [{ $float: 'nan' }, { $float: 'inf' }],
  ])('does not hold for %j and %j', (a, b) => {
    expect(pythonEquals(a, b)).toBe(false)
    expect(pythonEquals(b, a)).toBe(false)
  })
})
