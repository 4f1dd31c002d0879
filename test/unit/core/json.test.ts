import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forEachLeaf, type Json, sameJson } from '../../../src/core/json.js'

describe('sameJson', () => {
  it.each<[Json | undefined, Json | undefined, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [[1, 2], [2, 1], false],
    [[1, 2], [1, 2, 3], false],
    [{ a: 1 }, { a: 1, b: null }, false],
    [{ a: 1, b: 2 }, { a: 1, c: 2 }, false],
    [[], {}, false],
    [{ 0: 'x' }, ['x'], false],
    [0, -0, true],
    [null, undefined, false],
    [{ a: [{ b: null }] }, { a: [{ b: null }] }, true],
    [{ a: [{ b: null }] }, { a: [{ b: false }] }, false],
  ])('of %j and %j is %s', (a, b, same) => {
    expect(sameJson(a, b)).toBe(same)
    expect(sameJson(b, a)).toBe(same)
  })

  it('sees no key that an object only inherits', () => {
    expect(sameJson({ constructor: 1 }, { toString: 1 })).toBe(false)
    expect(sameJson({ a: null }, { toString: null })).toBe(false)
  })

  it('holds for a value and its copy through text, and only for equal texts of sorted keys', () => {
    const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
    const sorted = (value: Json): string =>
      JSON.stringify(value, (_, child: unknown) =>
        typeof child === 'object' && child !== null && !Array.isArray(child)
          ? Object.fromEntries(Object.entries(child).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : child,
      )
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(sameJson(a, JSON.parse(JSON.stringify(a)) as Json)).toBe(true)
        expect(sameJson(a, b)).toBe(sorted(a) === sorted(b))
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('forEachLeaf', () => {
  it('visits scalars and empty containers in document order with their paths', () => {
    const seen: [string, Json][] = []
    forEachLeaf({ b: [1, { c: null }], a: {}, d: [] }, (leaf, path) => seen.push([path.join('/'), leaf]))
    expect(seen).toEqual([
      ['b/0', 1],
      ['b/1/c', null],
      ['a', {}],
      ['d', []],
    ])
  })
})
