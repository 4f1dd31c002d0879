import { isArray, type Json, type JsonObject } from '../../core/json.js'
import { isFloat, isNumeric, type Numeric, toNumber } from '../../core/number.js'
import { type BinaryOperator, floatValue, intValue, tagOf } from '../../text/index.js'
import { PythonError } from './python-error.js'
import { UnsupportedError } from './unsupported.js'

/** Python's `+ - * / // %` on numbers of any size, and `+` on texts and lists. */
export function operate(operator: BinaryOperator, left: Json, right: Json): Json {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right
  if (operator === '+' && isArray(left) && isArray(right)) return [...left, ...right]
  const [a, b] = [numberIn(left), numberIn(right)]
  if (a === undefined || b === undefined) throw operandError(operator, left, right)
  return isFloat(a) || isFloat(b) || !finite(a) || !finite(b) || operator === '/'
    ? floatOperation(operator, toNumber(a), toNumber(b), isFloat(a) || isFloat(b))
    : intOperation(operator, bigOf(a), bigOf(b))
}

export function negate(value: Json): Json {
  const number = numberIn(value)
  if (number === undefined) throw new PythonError(`bad operand type for unary -: '${typeName(value)}'`)
  return isFloat(number) || !finite(number) ? floatValue(-toNumber(number)) : intValue(-bigOf(number))
}

/** The name of a value's Python type. */
export function typeName(value: Json): string {
  if (value === null) return 'NoneType'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (isArray(value)) return 'list'
  if (isNumeric(value)) return isFloat(value) ? 'float' : 'int'
  const names: { readonly [tag: string]: string } = {
    $float: 'float',
    $tuple: 'tuple',
    $set: 'set',
    $ellipsis: 'ellipsis',
    $decimal: 'decimal.Decimal',
    $mpf: 'mpf',
    $mpc: 'mpc',
    $complex: 'complex',
  }
  return names[tagOf(value) ?? ''] ?? 'dict'
}

function numberIn(value: Json): Numeric | undefined {
  if (typeof value === 'boolean') return Number(value)
  if (isNumeric(value)) return value
  const float =
    typeof value === 'object' && value !== null && tagOf(value as JsonObject) === '$float'
      ? (value as JsonObject)['$float']
      : undefined
  return float === 'inf' ? Infinity : float === '-inf' ? -Infinity : float === 'nan' ? NaN : undefined
}

const finite = (value: Numeric): boolean => typeof value !== 'number' || Number.isFinite(value)

const bigOf = (value: Numeric): bigint =>
  typeof value === 'object' && '$int' in value ? BigInt(value.$int) : BigInt(toNumber(value))

function floatOperation(operator: BinaryOperator, a: number, b: number, floats: boolean): Json {
  if (b === 0) {
    if (operator === '/') throw new PythonError(floats ? 'float division by zero' : 'division by zero')
    if (operator === '//') throw new PythonError('float floor division by zero')
    if (operator === '%') throw new PythonError('float modulo')
  }
  switch (operator) {
    case '+':
      return floatValue(a + b)
    case '-':
      return floatValue(a - b)
    case '*':
      return floatValue(a * b)
    case '/':
      return floatValue(a / b)
    case '//':
      return floatValue(Math.floor((a - floatRemainder(a, b)) / b + 0.5))
    case '%':
      return floatValue(floatRemainder(a, b))
  }
}

/** The remainder with the sign of the divisor. */
function floatRemainder(a: number, b: number): number {
  const rest = a % b
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest
}

function intOperation(operator: BinaryOperator, a: bigint, b: bigint): Json {
  if (b === 0n && (operator === '//' || operator === '%')) {
    throw new PythonError(operator === '//' ? 'integer division or modulo by zero' : 'integer modulo by zero')
  }
  switch (operator) {
    case '+':
      return intValue(a + b)
    case '-':
      return intValue(a - b)
    case '*':
      return intValue(a * b)
    default: {
      const rest = ((a % b) + b) % b
      return intValue(operator === '%' ? rest : (a - rest) / b)
    }
  }
}

function operandError(operator: BinaryOperator, left: Json, right: Json): Error {
  const [a, b] = [typeName(left), typeName(right)]
  if (operator === '+' && (a === 'str' || a === 'list'))
    return new PythonError(`can only concatenate ${a} (not "${b}") to ${a}`)
  const plain = ['int', 'float', 'bool', 'NoneType', 'dict']
  if (plain.includes(a) && plain.includes(b))
    return new PythonError(`unsupported operand type(s) for ${operator}: '${a}' and '${b}'`)
  return new UnsupportedError('python-operator', `unsupported operand type(s) for ${operator}: '${a}' and '${b}'`)
}
