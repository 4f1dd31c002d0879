import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { at, formatPointer, matchPointer, parsePointer, withValueAt } from '../../../src/core/pointer.js'

/** The document and pointers of RFC 6901 section 5. */
const RFC = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
}

describe('at', () => {
  it.each([
    ['', RFC],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('finds %j of RFC 6901', (pointer, value) => {
    expect(at(RFC, pointer)).toEqual(value)
  })

  it.each(['/nothing', '/foo/2', '/foo/bar', '/foo/0/deeper', '/toString'])('finds nothing at %j', (pointer) => {
    expect(at(RFC, pointer)).toBeUndefined()
  })
})

describe('formatPointer and parsePointer', () => {
  it('are inverse for any keys', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (path) => {
        expect(parsePointer(formatPointer(path))).toEqual(path)
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('withValueAt', () => {
  it('changes a copy and shares what it leaves alone', () => {
    const document = { a: { b: 1 }, list: [1, 2] }
    const changed = withValueAt(document, '/a/b', 2)
    expect(changed).toEqual({ a: { b: 2 }, list: [1, 2] })
    expect(document.a.b).toBe(1)
    expect(at(changed, '/list')).toBe(document.list)
  })

  it('creates objects that are missing on the way', () => {
    expect(withValueAt({}, '/a/b~1c', 1)).toEqual({ a: { 'b/c': 1 } })
    expect(withValueAt(undefined, '', 1)).toBe(1)
  })

  it('replaces items of lists', () => {
    expect(withValueAt({ list: [{ a: 1 }, { a: 2 }] }, '/list/1/a', 3)).toEqual({ list: [{ a: 1 }, { a: 3 }] })
  })
})

describe('matchPointer', () => {
  it('finds all places of a pattern in document order, keys with slashes too', () => {
    const document = { rooms: { 'a/b': { beds: [1, 2] }, c: { beds: [3] }, d: {} } }
    expect(matchPointer(document, '/rooms/*/beds/*')).toEqual([
      '/rooms/a~1b/beds/0',
      '/rooms/a~1b/beds/1',
      '/rooms/c/beds/0',
    ])
    expect(matchPointer(document, '/rooms/*')).toEqual(['/rooms/a~1b', '/rooms/c', '/rooms/d'])
    expect(matchPointer(document, '/rooms/none/*')).toEqual([])
  })

  it('gives places at which the document has a value', () => {
    const document: Json = { a: [{ x: 1 }, { y: 2 }, [3]] }
    for (const place of matchPointer(document, '/a/*/*')) expect(at(document, place)).toBeDefined()
    expect(matchPointer(document, '/a/*/*')).toHaveLength(3)
  })
})
