import { isArray, type Json } from '../../core/json.js'
import { type CallExpression, dictEntries, dictOf, type Expression, formatRepr, isDict } from '../../text/index.js'
import { negate, operate, typeName } from './arithmetic.js'
import { isBuiltin } from './builtins.js'
import { PythonError } from './python-error.js'
import { UnsupportedError } from './unsupported.js'

/** Makes a tool call with evaluated arguments; throws `PythonError` for an exception. */
export type Method = (
  positional: readonly Json[],
  keywords: readonly { readonly name: string; readonly value: Json }[],
) => Json

/** The names an expression can use. */
export interface Scope {
  /** The tool of an instance by name; undefined where there is no such instance, null where it has no such tool. */
  method(instance: string, name: string): Method | null | undefined
  /** The Python type of an instance, undefined where there is no such instance. */
  typeOf(instance: string): string | undefined
}

/** The value of an expression: calls of tools, literals, arithmetic and subscripts; nothing else is ever run (SEMANTICS section 2). */
export function evaluate(expression: Expression, scope: Scope): Json {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'name':
      return unknownName(expression.name, scope)
    case 'list':
      return expression.items.map((item) => evaluate(item, scope))
    case 'tuple':
      return { $tuple: expression.items.map((item) => evaluate(item, scope)) }
    case 'set':
      return { $set: distinct(expression.items.map((item) => evaluate(item, scope))) }
    case 'dict':
      return dictOf(
        expression.entries.map(([key, value]) => [hashable(evaluate(key, scope)), evaluate(value, scope)] as const),
      )
    case 'unary':
      return expression.operator === '-'
        ? negate(evaluate(expression.operand, scope))
        : operate('+', 0, evaluate(expression.operand, scope))
    case 'binary':
      return operate(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope))
    case 'subscript':
      return subscript(evaluate(expression.of, scope), evaluate(expression.index, scope))
    case 'attribute':
      return attribute(expression.of, expression.name, scope)
    case 'call':
      return callMethod(calledMethod(expression.callee, scope), expression, scope)
  }
}

/** The call with its arguments evaluated in order. */
export function callMethod(method: Method, call: CallExpression, scope: Scope): Json {
  const positional = call.positional.map((argument) => evaluate(argument, scope))
  return method(
    positional,
    call.keywords.map(({ name, value }) => ({ name, value: evaluate(value, scope) })),
  )
}

function calledMethod(callee: Expression, scope: Scope): Method {
  if (callee.kind === 'attribute' && callee.of.kind === 'name') {
    const method = scope.method(callee.of.name, callee.name)
    if (method) return method
  }
  const value = evaluate(callee, scope)
  throw new PythonError(`'${typeName(value)}' object is not callable`)
}

function unknownName(name: string, scope: Scope): never {
  const type = scope.typeOf(name)
  if (type !== undefined) throw new UnsupportedError('python-object-text', `<${type} object>`)
  if (isBuiltin(name)) throw new UnsupportedError('python-builtin', `name '${name}' is not defined`)
  throw new PythonError(`name '${name}' is not defined`)
}

function attribute(of: Expression, name: string, scope: Scope): never {
  const type = of.kind === 'name' ? scope.typeOf(of.name) : typeName(evaluate(of, scope))
  if (type === undefined) evaluate(of, scope)
  throw new UnsupportedError('python-attribute', `'${type}' object has no attribute '${name}'`)
}

function hashable(key: Json): Json {
  const type = typeName(key)
  if (type === 'list' || type === 'dict' || type === 'set') throw new PythonError(`unhashable type: '${type}'`)
  return key
}

function distinct(items: readonly Json[]): Json[] {
  return dictEntries(dictOf(items.map((item) => [hashable(item), null] as const))).map(([item]) => item)
}

function subscript(of: Json, index: Json): Json {
  if (isDict(of)) {
    const wanted = dictEntries(dictOf([[hashable(index), null]]))[0]?.[0]
    const found = dictEntries(of).find(([key]) => formatRepr(key) === formatRepr(wanted ?? null))
    if (!found) throw new PythonError(formatRepr(index))
    return found[1]
  }
  const type = typeName(of)
  const items = isArray(of)
    ? of
    : type === 'str'
      ? [...String(of)]
      : type === 'tuple'
        ? (of as { $tuple: Json[] }).$tuple
        : undefined
  if (!items) throw new PythonError(`'${type}' object is not subscriptable`)
  if (typeof index !== 'number' || !Number.isInteger(index)) throw badIndex(type, index)
  const item = items.at(index)
  if (item === undefined || index < -items.length)
    throw new PythonError(`${type === 'str' ? 'string' : type} index out of range`)
  return item
}

function badIndex(type: string, index: Json): PythonError {
  const must = type === 'str' ? 'string indices must be integers' : `${type} indices must be integers or slices`
  return new PythonError(`${must}, not ${type === 'str' ? `'${typeName(index)}'` : typeName(index)}`)
}
