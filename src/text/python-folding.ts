import type { Json } from '../core/json.js'
import { isFloatTag, isIntTag } from '../core/number.js'
import type { Expression } from './python-expression.js'
import { floatValue, intValue } from './python-number.js'
import { dictOf } from './python-value.js'

/** A list or tuple; a literal where all its items are. */
export function sequence(kind: 'list' | 'tuple', items: readonly Expression[]): Expression {
  const values: Json[] = []
  for (const item of items) {
    if (item.kind !== 'literal') return { kind, items }
    values.push(item.value)
  }
  return { kind: 'literal', value: kind === 'list' ? values : { $tuple: values } }
}

/** A dict; a literal where all its keys and values are. */
export function dictionary(entries: readonly (readonly [Expression, Expression])[]): Expression {
  const values: (readonly [Json, Json])[] = []
  for (const [key, value] of entries) {
    if (key.kind !== 'literal' || value.kind !== 'literal' || Array.isArray(key.value)) return { kind: 'dict', entries }
    values.push([key.value, value.value])
  }
  return { kind: 'literal', value: dictOf(values) }
}

/** A signed number literal as a literal; undefined for anything else. */
export function signedLiteral(operator: '-' | '+', operand: Expression): Expression | undefined {
  if (operand.kind !== 'literal') return undefined
  const value = signed(operator, operand.value)
  return value === undefined ? undefined : { kind: 'literal', value }
}

function signed(operator: '-' | '+', value: Json): Json | undefined {
  if (typeof value === 'number') return operator === '+' ? value : 0 - value
  if (typeof value !== 'object' || value === null) return undefined
  if (isIntTag(value)) return operator === '+' ? value : intValue(-BigInt(value.$int))
  if (isFloatTag(value)) return operator === '+' ? value : floatValue(-value.$float)
  const float = (value as { readonly [key: string]: Json })['$float']
  if (float === 'inf' || float === '-inf')
    return operator === '+' ? value : floatValue(float === 'inf' ? -Infinity : Infinity)
  return undefined
}
