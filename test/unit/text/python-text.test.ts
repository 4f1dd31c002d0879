import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import {
  DigitLimitError,
  dictOf,
  floatValue,
  formatCall,
  formatJson,
  formatRepr,
  formatResult,
  parseCall,
  parseTaggedJson,
} from '../../../src/text/index.js'
import { literalValue } from './arbitraries.js'

describe('formatRepr', () => {
  it.each<[Json, string]>([
    [null, 'None'],
    [true, 'True'],
    [5, '5'],
    [floatValue(5), '5.0'],
    [floatValue(-0), '-0.0'],
    [1e-5, '1e-05'],
    [0.0001, '0.0001'],
    [floatValue(1e16), '1e+16'],
    [floatValue(1e22), '1e+22'],
    [1.5e-7, '1.5e-07'],
    [floatValue(9999999999999998), '9999999999999998.0'],
    [floatValue(Infinity), 'inf'],
    [floatValue(NaN), 'nan'],
    [{ $int: '9007199254740993' }, '9007199254740993'],
    ["it's", '"it\'s"'],
    ['say "it\'s"', "'say \"it\\'s\"'"],
    ['a\nb\\\x07\x7f\u00a0\u2028é😀', "'a\\nb\\\\\\x07\\x7f\\xa0\\u2028é😀'"],
    ['\u{1FAE8}', "'\\U0001fae8'"],
    [[1, 'a', [null]], "[1, 'a', [None]]"],
    [{ $tuple: [1] }, '(1,)'],
    [{ $tuple: [] }, '()'],
    [{ $set: [1, 2] }, '{1, 2}'],
    [
      {
        $entries: [
          [1, 'x'],
          ['1', 'y'],
        ],
      },
      "{1: 'x', '1': 'y'}",
    ],
    [{ $decimal: '1.0' }, "Decimal('1.0')"],
    [{ $mpf: '2.0' }, "mpf('2.0')"],
    [{ $complex: [8.659560562354934e-17, 1.4142135623730951] }, '(8.659560562354934e-17+1.4142135623730951j)'],
    [{ $complex: [floatValue(0), floatValue(-1)] }, '-1j'],
    [{ $ellipsis: true }, 'Ellipsis'],
    [{}, '{}'],
  ])('of %j is %s', (value, text) => expect(formatRepr(value)).toBe(text))

  it('refuses ints of more than 4,300 digits', () => {
    expect(formatRepr({ $int: `-${'9'.repeat(4300)}` })).toHaveLength(4301)
    expect(() => formatRepr({ $int: '9'.repeat(4301) })).toThrow(DigitLimitError)
  })
})

describe('formatJson', () => {
  it.each<[Json, string]>([
    [{ a: 1, b: floatValue(2) }, '{"a": 1, "b": 2.0}'],
    [[1, null, true], '[1, null, true]'],
    ['é😀\x7f"\\\n\x01', '"\\u00e9\\ud83d\\ude00\\u007f\\"\\\\\\n\\u0001"'],
    [
      {
        $entries: [
          [1, 'a'],
          ['1', 'b'],
          [true, 0],
          [null, 0],
          [floatValue(1), 0],
        ],
      },
      '{"1": "a", "1": "b", "true": 0, "null": 0, "1.0": 0}',
    ],
    [{ $tuple: [1, floatValue(NaN), floatValue(-Infinity)] }, '[1, NaN, -Infinity]'],
  ])('of %j is %s', (value, text) => expect(formatJson(value)).toBe(text))

  it('has none for values that JSON cannot hold', () => {
    const values: Json[] = [{ $decimal: '1' }, { $ellipsis: true }, { $set: [1] }, { $complex: [0, 1] }]
    for (const value of values) expect(formatJson({ deep: [value] })).toBeUndefined()
  })

  it('is JSON that reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const made = value as Json
        expect(JSON.parse(formatJson(made) ?? '')).toEqual(JSON.parse(JSON.stringify(made)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('formatResult', () => {
  it.each<[Json, string]>([
    ['bare', 'bare'],
    [{ result: null }, '{"result": null}'],
    [{ result: { $decimal: '4' } }, "{'result': Decimal('4')}"],
    [['RMS', { id: 0 }], "['RMS', {'id': 0}]"],
    [null, 'None'],
    [floatValue(2), '2.0'],
  ])('of %j is %s', (value, text) => expect(formatResult(value)).toBe(text))
})

describe('formatCall', () => {
  it('writes calls that parse back to their arguments', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('a', 'b', 'c'),
          literalValue.filter((value) => !/Ellipsis|inf/.test(formatRepr(value))),
        ),
        (args) => {
          const { keywords } = parseCall(formatCall('f', args))
          expect(keywords.map(({ name, value }) => [name, value])).toEqual(
            Object.entries(args).map(([name, value]) => [name, { kind: 'literal', value }]),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('dictOf', () => {
  it('keeps an equal key once, at its first place with its last value', () => {
    expect(
      dictOf([
        [1, 'a'],
        ['x', 0],
        [true, 'b'],
        [floatValue(1), 'c'],
      ]),
    ).toEqual({
      $entries: [
        [1, 'c'],
        ['x', 0],
      ],
    })
  })

  it('keeps keys that JavaScript would move or change', () => {
    expect(
      dictOf([
        ['b', 1],
        ['10', 2],
      ]),
    ).toEqual({
      $entries: [
        ['b', 1],
        ['10', 2],
      ],
    })
    expect(dictOf([['__proto__', 1]])).toEqual({ $entries: [['__proto__', 1]] })
  })
})

describe('parseTaggedJson', () => {
  it('keeps 5.0 and 5 apart, and all digits', () => {
    expect(parseTaggedJson('[5, 5.0, 1e2, 2.5, 12345678901234567890, -0]')).toEqual([
      5,
      { $float: 5 },
      { $float: 100 },
      2.5,
      { $int: '12345678901234567890' },
      0,
    ])
  })
})
