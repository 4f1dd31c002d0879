import { isArray, type Json, type JsonObject } from '../core/json.js'
import { keptTexts, LONG } from './kept-text.js'
import { formatBigInt, formatFloat } from './python-number.js'
import { formatString } from './python-string.js'
import { dictEntries, tagOf } from './python-value.js'

/** Python's `repr` of a tagged value (SEMANTICS section 1.3). */
export function formatRepr(value: Json): string {
  if (typeof value === 'string') return formatString(value)
  if (typeof value === 'number') return formatBare(value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value === null) return 'None'
  if (isArray(value)) return value.length < LONG ? formatList(value) : (lists.of(value, formatList) ?? '')
  return formatTagged(value)
}

const lists = keptTexts<readonly Json[]>()

const formatList = (items: readonly Json[]): string => `[${joined(items)}]`

function formatTagged(value: JsonObject): string {
  switch (tagOf(value)) {
    case '$float':
      return formatFloatTag(value['$float'] ?? 0)
    case '$int':
      return formatBigInt(String(value['$int']))
    case '$tuple':
      return formatTuple(itemsOf(value['$tuple']))
    case '$set':
      return itemsOf(value['$set']).length === 0 ? 'set()' : `{${joined(itemsOf(value['$set']))}}`
    case '$ellipsis':
      return 'Ellipsis'
    case '$decimal':
      return `Decimal('${String(value['$decimal'])}')`
    case '$mpf':
      return `mpf('${String(value['$mpf'])}')`
    case '$mpc':
      return String(value['$mpc'])
    case '$complex':
      return formatComplex(itemsOf(value['$complex']).map(toDouble))
    default:
      return `{${dictEntries(value)
        .map(([key, item]) => `${formatRepr(key)}: ${formatRepr(item)}`)
        .join(', ')}}`
  }
}

function joined(items: readonly Json[]): string {
  let out = ''
  for (const item of items) out += out === '' ? formatRepr(item) : `, ${formatRepr(item)}`
  return out
}

const itemsOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : [])

const formatBare = (value: number): string => (Number.isInteger(value) ? String(value) : formatFloat(value))

const formatFloatTag = (value: Json): string => (typeof value === 'number' ? formatFloat(value) : String(value))

function formatTuple(items: readonly Json[]): string {
  return items.length === 1 ? `(${joined(items)},)` : `(${joined(items)})`
}

/** `2j`, or `(1+2j)` where there is a real part; parts without `.0`. */
function formatComplex([real = 0, imaginary = 0]: readonly number[]): string {
  const part = (value: number): string =>
    Number.isFinite(value) ? formatFloat(value).replace(/\.0$/, '') : nonFinite(value)
  if (Object.is(real, 0)) return `${part(imaginary)}j`
  const sign = Object.is(imaginary, -0) || imaginary < 0 ? '' : '+'
  return `(${part(real)}${sign}${part(imaginary)}j)`
}

const nonFinite = (value: number): string => (Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf')

function toDouble(value: Json): number {
  if (typeof value === 'number') return value
  const float = (value as JsonObject)['$float']
  if (typeof float === 'number') return float
  return float === 'inf' ? Infinity : float === '-inf' ? -Infinity : NaN
}
