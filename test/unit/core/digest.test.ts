import { describe, expect, it } from 'vitest'
import { canonicalJson, digest, sha256 } from '../../../src/core/digest.js'
import type { Json } from '../../../src/core/json.js'

/** RFC 8785, appendix B: bits of a double and its text. */
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const

const doubleOf = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE()

describe('canonicalJson', () => {
  it.each(NUMBERS)('writes the double %s as %s', (hex, text) => {
    expect(canonicalJson(doubleOf(hex))).toBe(text)
  })

  it('writes the example of RFC 8785 section 3.2.2', () => {
    const text = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`
    expect(canonicalJson(JSON.parse(text) as Json)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts keys by UTF-16 code units as RFC 8785 section 3.2.3 does', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, null])))
    expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual(keys.toSorted())
    expect([...text.matchAll(/"([^"]+)"/g)].map(([, key = '']) => JSON.parse(`"${key}"`) as string)).toEqual([
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
  })

  it.each([NaN, Infinity, -Infinity])('refuses %d, as RFC 8785 section 3.2.2.3 demands', (value) => {
    expect(() => canonicalJson(value)).toThrow(Error)
  })

  it('keeps the order of lists and nests', () => {
    expect(canonicalJson([{ b: [2, 1], a: {} }, []])).toBe('[{"a":{},"b":[2,1]},[]]')
  })
})

describe('digest', () => {
  it('is the SHA-256 of the canonical text', () => {
    expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(digest({ b: 1, a: [true] })).toBe(sha256('{"a":[true],"b":1}'))
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is the same for tagged and bare numbers and mappings', () => {
    expect(digest({ price: { $float: 5 }, big: { $int: '12' }, map: { $entries: [['1', { $float: 2 }]] } })).toBe(
      digest({ price: 5, big: 12, map: { 1: 2 } }),
    )
  })

  it('changes with any leaf', () => {
    const values: Json[] = [{ a: 1 }, { a: 2 }, { a: '1' }, { b: 1 }, { a: [1] }, { a: null }, {}]
    const digests = values.map((value) => digest(value))
    expect(new Set(digests).size).toBe(digests.length)
  })
})
