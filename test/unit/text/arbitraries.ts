import fc from 'fast-check'
import type { Json } from '../../../src/core/json.js'
import { dictOf, type Expression, floatValue, intValue } from '../../../src/text/index.js'

const text = fc.string({ unit: 'binary', maxLength: 12 })
const scalar: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.constantFrom(null, true, false),
  fc.bigInt().map(intValue),
  fc.double({ noNaN: true }).map(floatValue),
)

/** Any value that a Python literal can write down. */
export const literalValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => ({ $tuple: items })),
    fc.array(fc.tuple(fc.oneof(text, fc.integer()), tie('value')), { maxLength: 4 }).map(dictOf),
    fc.constant({ $ellipsis: true }),
  ),
})).value

const identifier = fc.constantFrom('f', 'cd', '_x', 'setHeadlights', 'é', 'post_tweet', 'x1', 'variable')

/** Any expression in the form the parser gives it: values folded, everything else kept. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression; open: Expression }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    literalValue.map((value): Expression => ({ kind: 'literal', value })),
    tie('open'),
  ),
  open: fc.oneof(
    { depthSize: 'small' },
    identifier.map((name): Expression => ({ kind: 'name', name })),
    fc.record({ kind: fc.constantFrom('list', 'tuple'), items: fc.tuple(tie('any'), tie('open'), tie('any')) }),
    fc.record({ kind: fc.constant('dict'), entries: fc.tuple(fc.tuple(tie('any'), tie('open'))) }),
    fc.record({ kind: fc.constant('attribute'), of: tie('any'), name: identifier }),
    fc.record({ kind: fc.constant('subscript'), of: tie('any'), index: tie('any') }),
    fc.record({ kind: fc.constant('unary'), operator: fc.constantFrom('-', '+'), operand: tie('open') }),
    fc.record({
      kind: fc.constant('binary'),
      operator: fc.constantFrom('+', '-', '*', '/', '//', '%'),
      left: tie('any'),
      right: tie('any'),
    }),
    fc.record({
      kind: fc.constant('call'),
      callee: tie('open'),
      positional: fc.array(tie('any'), { maxLength: 2 }),
      keywords: fc.uniqueArray(fc.record({ name: identifier, value: tie('any') }), {
        selector: ({ name }) => name,
        maxLength: 3,
      }),
    }),
  ),
})).any

const FRAGMENTS = [
  'f',
  'cd',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '=',
  "'",
  '"',
  "'''",
  '"""',
  '\\',
  '\\n',
  '\\x4',
  '\\u00e9',
  '\\N{DASH}',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '#',
  '0',
  '07',
  '1_0',
  '.5',
  '1e400',
  '0x1f',
  '5j',
  '-',
  '+',
  '*',
  '**',
  '/',
  '//',
  '%',
  ':',
  ':=',
  '==',
  '!',
  '$',
  '@',
  '...',
  '.',
  "'abc'",
  'None',
  'True',
  'lambda',
  'not',
  'if',
  'for',
  'in',
  'b',
  'rb',
  'f"',
  '\0',
  '\u201c',
  '\ud83d',
  '😀',
  'é',
  '\u00a0',
]

/** Strings that look like calls and go wrong somewhere. */
export const almostCall = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
