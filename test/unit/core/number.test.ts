import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { float, isFloat, isNumeric, mapping, toNumber, untag } from '../../../src/core/number.js'

describe('float', () => {
  it('tags only what would read as an int', () => {
    expect(float(5)).toEqual({ $float: 5 })
    expect(float(5.5)).toBe(5.5)
    expect(float(1e21)).toEqual({ $float: 1e21 })
  })

  it('is told from an int', () => {
    expect([float(5), 5.5, 5, { $int: '5' }, '5', null].map((value) => isFloat(value as Json))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('isNumeric', () => {
  it.each<[Json, boolean]>([
    [5, true],
    [{ $float: 5 }, true],
    [{ $int: '9007199254740993' }, true],
    [{ $float: '5' }, false],
    [{ $int: 5 }, false],
    [{ $float: 5, unit: 'm' }, false],
    ['5', false],
    [[], false],
  ])('of %j is %s', (value, numeric) => {
    expect(isNumeric(value)).toBe(numeric)
  })

  it('values have a nearest double', () => {
    expect([5, { $float: 5 }, { $int: '9007199254740993' }].map((value) => toNumber(value as never))).toEqual([
      5, 5, 9007199254740992,
    ])
  })
})

describe('mapping', () => {
  it('is a plain object where that keeps order and keys, else a list of entries', () => {
    expect(
      mapping([
        ['b', 1],
        ['a', 2],
      ]),
    ).toEqual({ b: 1, a: 2 })
    expect(
      mapping([
        ['x', 1],
        ['7', 2],
      ]),
    ).toEqual({
      $entries: [
        ['x', 1],
        ['7', 2],
      ],
    })
    expect(mapping([[7, 1]])).toEqual({ $entries: [[7, 1]] })
    expect(mapping([['007', 1]])).toEqual({ '007': 1 })
  })
})

describe('untag', () => {
  it('takes tags off at any depth', () => {
    expect(
      untag({
        a: [{ $float: 5 }, { b: { $int: '12' } }],
        m: {
          $entries: [
            [1, { $float: 2 }],
            ['k', []],
          ],
        },
      }),
    ).toEqual({ a: [5, { b: 12 }], m: { 1: 2, k: [] } })
  })

  it('gives untagged values back as they are, not as copies', () => {
    const value = { a: [1, { b: 'x' }], c: null }
    expect(untag(value)).toBe(value)
  })

  it('leaves objects alone that only resemble tags', () => {
    const value = { $float: 5, unit: 'm' }
    expect(untag({ value })).toEqual({ value })
  })
})
