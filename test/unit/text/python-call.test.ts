import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatExpression, parseAssignments, parseCall, ParseError, parseExpression } from '../../../src/text/index.js'
import { almostCall, expression } from './arbitraries.js'

const literal = (text: string): unknown => {
  const parsed = parseExpression(text)
  return parsed.kind === 'literal' ? parsed.value : parsed
}

const problem = (text: string): string => {
  try {
    parseExpression(text)
  } catch (error) {
    if (error instanceof ParseError) return error.message
    throw error
  }
  return 'parsed'
}

describe('parseExpression', () => {
  it('reads positional and keyword arguments in order', () => {
    const { callee, positional, keywords } = parseCall("grep('a.txt', pattern = 'x y',)")
    expect(callee).toEqual({ kind: 'name', name: 'grep' })
    expect(positional).toEqual([{ kind: 'literal', value: 'a.txt' }])
    expect(keywords).toEqual([{ name: 'pattern', value: { kind: 'literal', value: 'x y' } }])
  })

  it('reads back what it formats', () => {
    fc.assert(
      fc.property(expression, (made) => {
        expect(parseExpression(formatExpression(made))).toEqual(made)
      }),
      { numRuns: 2000 },
    )
  })

  it('fails on any text with a ParseError or not at all', () => {
    fc.assert(
      fc.property(almostCall, (text) => {
        try {
          parseExpression(text)
        } catch (error) {
          if (!(error instanceof ParseError)) throw error
          expect(error.problem === undefined).toBe(error.unsupported !== undefined)
        }
      }),
      { numRuns: 20_000 },
    )
  })

  it('survives endless nesting and endless chains', () => {
    for (const text of [
      '('.repeat(1e5),
      '['.repeat(300) + ']'.repeat(300),
      '-'.repeat(1e5) + '1',
      'f' + '()'.repeat(1e5),
      '1' + '+1'.repeat(1e5),
      'not '.repeat(1e5),
    ]) {
      expect(problem(text)).not.toBe('')
    }
  })

  it.each([
    ["'it\\'s'", "it's"],
    ['"a\\nb\\t\\x41\\u00e9\\U0001F600\\101"', 'a\nb\tAé😀A'],
    ["r'\\d' 'x' u'y'", '\\dxy'],
    ["'''a\nb'''", 'a\nb'],
    ["'\\q'", '\\q'],
    ['1_000', 1000],
    ['0x1F', 31],
    ['-5', -5],
    ['5.0', { $float: 5 }],
    ['-0.0', { $float: -0 }],
    ['1e400', { $float: 'inf' }],
    ['9007199254740993', { $int: '9007199254740993' }],
    ['(1, 2)', { $tuple: [1, 2] }],
    ['1,', { $tuple: [1] }],
    [
      "{'a': 1, 2: [None]}",
      {
        $entries: [
          ['a', 1],
          [2, [null]],
        ],
      },
    ],
    ["{'$float': 1}", { $entries: [['$float', 1]] }],
    ["{'a': 1, 'a': 2}", { a: 2 }],
    ['...', { $ellipsis: true }],
    ['2j', { $complex: [{ $float: 0 }, { $float: 2 }] }],
    [' \t[True] # done\n', [true]],
  ])('reads %s', (text, value) => expect(literal(text)).toEqual(value))

  /** Texts and messages of CPython 3.11. */
  it.each([
    ['', 'invalid syntax (<string>, line 0)'],
    ['a b c', 'invalid syntax (<string>, line 1)'],
    ['x = 1', 'invalid syntax (<string>, line 1)'],
    ['f(a b', "'(' was never closed (<string>, line 1)"],
    ['f(a=1,', "'(' was never closed (<string>, line 1)"],
    ['f(a=[1)', "closing parenthesis ')' does not match opening parenthesis '[' (<string>, line 1)"],
    ['f(a=1))', "unmatched ')' (<string>, line 1)"],
    ['f(a=1, a=2)', 'keyword argument repeated: a (<string>, line 1)'],
    ['f(g(x=1, x=2), y=1, y=2)', 'keyword argument repeated: y (<string>, line 1)'],
    ['f(a=1, b)', 'positional argument follows keyword argument (<string>, line 1)'],
    ["f('a'=1)", 'expression cannot contain assignment, perhaps you meant "=="? (<string>, line 1)'],
    ['f(True=1)', 'cannot assign to True (<string>, line 1)'],
    ["f(a='x", 'unterminated string literal (detected at line 1) (<string>, line 1)'],
    ["f(a='it's ok')", 'unterminated string literal (detected at line 1) (<string>, line 1)'],
    ["f(a='it's John's car')", 'invalid syntax. Perhaps you forgot a comma? (<string>, line 1)'],
    ["f(x 'a')", 'invalid syntax (<string>, line 1)'],
    [
      '2024-09-01',
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (<string>, line 1)',
    ],
    ['f(a=1abc)', 'invalid decimal literal (<string>, line 1)'],
    ['f(a=\u201cx\u201d)', "invalid character '\u201c' (U+201C) (<string>, line 1)"],
    [
      "'C:\\\\ok \\Users'",
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 7-8: truncated \\UXXXXXXXX escape (<string>, line 1)",
    ],
    ['\n f()', 'unexpected indent (<string>, line 2)'],
    ['f(\\ a=1)', 'unexpected character after line continuation character (<string>, line 1)'],
    ["{'a':}", "expression expected after dictionary key and ':' (<string>, line 1)"],
    ['a\0', 'source code string cannot contain null bytes'],
  ])('says of %j what CPython says', (text, message) => expect(problem(text)).toBe(message))

  it.each([
    ['a < b', 'comparison'],
    ['[x for x in y]', 'comprehension'],
    ['f(*a)', 'unpacking'],
    ["f'{x}'", 'formatted string'],
    ['2 ** 3', 'power operator'],
    ['a[1:2]', 'slice'],
    ['lambda: 1', 'lambda'],
    ["b'x'", 'bytes literal'],
  ])('names the form of %j that it does not read', (text, form) => {
    expect(() => parseExpression(text)).toThrow(
      expect.objectContaining({ unsupported: form, problem: undefined }) as Error,
    )
  })
})

describe('parseAssignments', () => {
  it('reads constants and runs nothing', () => {
    const file =
      '# notes\nNAMES = ["a",  # first\n  "b"]\n\nTEXT = """two\nlines"""\nROW = {\n  "1": 2.0,\n  "x": [..., (1, None)],\n}\n'
    expect(parseAssignments(file)).toEqual({
      NAMES: ['a', 'b'],
      TEXT: 'two\nlines',
      ROW: {
        $entries: [
          ['1', { $float: 2 }],
          ['x', [{ $ellipsis: true }, { $tuple: [1, null] }]],
        ],
      },
    })
  })

  it.each(['import os\n', 'A = 1\nB = f(2)\n', 'A = B\n', 'print(1)\n'])('refuses %j', (file) => {
    expect(() => parseAssignments(file)).toThrow(ParseError)
  })
})
