import type { Json } from '../core/json.js'

/** A parsed Python expression. Literals, and lists, dicts and tuples of them, are folded into tagged values. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expression[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'subscript'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'unary'; readonly operator: '-' | '+'; readonly operand: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    }
  | CallExpression

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%'

export interface CallExpression {
  readonly kind: 'call'
  readonly callee: Expression
  readonly positional: readonly Expression[]
  readonly keywords: readonly KeywordArgument[]
}

export interface KeywordArgument {
  readonly name: string
  readonly value: Expression
}
