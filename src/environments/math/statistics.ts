import { isArray, isObject, type Json } from '../../core/json.js'
import { float, isNumeric, type Numeric, toNumber } from '../../core/number.js'
import { dictEntries } from '../../text/python-value.js'
import { minus, over, sum } from './arithmetic.js'
import { refused, tooLarge } from './failure.js'
import { isFalsy, numberIn, orderKey } from './quantity.js'

const notNumbers = (): Error => refused('All elements in the list must be numbers')

/** What Python's iteration over the value gives: list items, characters, dict keys. */
function itemsIn(value: Json): readonly Json[] {
  if (isArray(value)) return value
  if (typeof value === 'string') return Array.from(value)
  if (isObject(value) && !isNumeric(value)) return dictEntries(value).map(([key]) => key)
  throw notNumbers()
}

/** The numbers of a list that is not empty; `emptyText` says what cannot be done with an empty one. */
export function numbersIn(value: Json, emptyText: string): Numeric[] {
  if (isFalsy(value)) throw refused(emptyText, 'empty')
  return itemsIn(value).map((item) => {
    const number = numberIn(item)
    if (number === undefined) throw notNumbers()
    return number
  })
}

export function mean(numbers: readonly Numeric[]): Numeric {
  return over(sum(numbers), numbers.length)
}

/** Of the whole population, as the benchmark works it out (SEMANTICS section 6). */
export function standardDeviation(numbers: readonly Numeric[]): Numeric {
  const middle = mean(numbers)
  const squares = numbers.map((number) => {
    const distance = toNumber(minus(number, middle))
    if (Number.isFinite(distance) && !Number.isFinite(distance * distance)) throw tooLarge()
    return float(distance * distance)
  })
  return float(Math.sqrt(toNumber(mean(squares))))
}

/** The first smallest item: numbers among numbers, texts among texts. */
export function smallest(value: Json, emptyText: string): Json {
  return extreme(value, emptyText, (a, b) => a < b)
}

/** The first largest item. */
export function largest(value: Json, emptyText: string): Json {
  return extreme(value, emptyText, (a, b) => a > b)
}

type Key = number | bigint | string

function extreme(value: Json, emptyText: string, beats: (a: Key, b: Key) => boolean): Json {
  if (isFalsy(value)) throw refused(emptyText, 'empty')
  return itemsIn(value).reduce((best, item) => {
    const [challenger, champion] = [keyOf(item), keyOf(best)]
    if ((typeof challenger === 'string') !== (typeof champion === 'string')) throw notNumbers()
    return beats(challenger, champion) ? item : best
  })
}

/** A key that compares as Python compares the items: texts by code point. */
function keyOf(item: Json): Key {
  if (typeof item === 'string')
    return Array.from(item, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('')
  const number = numberIn(item)
  if (number === undefined) throw notNumbers()
  return orderKey(number)
}
