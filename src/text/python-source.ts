import { isArray, isObject, type Json } from '../core/json.js'
import type { Expression } from './python-expression.js'
import { formatRepr } from './python-repr.js'
import { dictEntries, isDict } from './python-value.js'

/** The Python text of a parsed expression: parsing it again gives the same expression. */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return formatLiteral(expression.value)
    case 'name':
      return expression.name
    case 'list':
      return `[${listed(expression.items)}]`
    case 'tuple':
      return expression.items.length === 1 ? `(${listed(expression.items)},)` : `(${listed(expression.items)})`
    case 'set':
      return `{${listed(expression.items)}}`
    case 'dict':
      return `{${expression.entries.map(([key, value]) => `${formatExpression(key)}: ${formatExpression(value)}`).join(', ')}}`
    case 'attribute':
      return `${operand(expression.of)}.${expression.name}`
    case 'subscript':
      return `${operand(expression.of)}[${formatExpression(expression.index)}]`
    case 'unary':
      return `(${expression.operator}${operand(expression.operand)})`
    case 'binary':
      return `(${formatExpression(expression.left)} ${expression.operator} ${formatExpression(expression.right)})`
    case 'call': {
      const keywords = expression.keywords.map(({ name, value }) => `${name}=${formatExpression(value)}`)
      return `${operand(expression.callee)}(${[...expression.positional.map(formatExpression), ...keywords].join(', ')})`
    }
  }
}

const listed = (items: readonly Expression[]): string => items.map(formatExpression).join(', ')

/** Number literals need brackets before a dot and a sign before them. */
function operand(expression: Expression): string {
  const text = formatExpression(expression)
  return expression.kind === 'literal' && /^-?\d/.test(text) ? `(${text})` : text
}

/** Like `repr`, but floats beyond the range of literals and the ellipsis as they are written. */
function formatLiteral(value: Json): string {
  if (isArray(value)) return `[${value.map(formatLiteral).join(', ')}]`
  if (isDict(value))
    return `{${dictEntries(value)
      .map(([key, item]) => `${formatLiteral(key)}: ${formatLiteral(item)}`)
      .join(', ')}}`
  if (!isObject(value)) return formatRepr(value)
  const items = value['$tuple']
  if (isArray(items)) return `(${items.map(formatLiteral).join(', ')}${items.length === 1 ? ',' : ''})`
  if (value['$ellipsis'] === true) return '...'
  if (value['$float'] === 'inf' || value['$float'] === '-inf') return `${value['$float'] === 'inf' ? '' : '-'}1e999`
  return formatRepr(value)
}
