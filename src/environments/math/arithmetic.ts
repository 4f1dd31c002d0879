import { float, isFloat, type Numeric, toNumber } from '../../core/number.js'
import { nearestDouble } from './double.js'
import { tooLarge } from './failure.js'
import { bigintOf, doubleOf, intOf, isInt } from './quantity.js'

/** Python's `+ - * /` on ints and floats: ints stay exact, any float makes a float, division is always float (SEMANTICS section 1.4). */
export function plus(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  )
}

export function minus(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  )
}

export function times(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  )
}

export function over(a: Numeric, b: Numeric): Numeric {
  if (!isInt(a) || !isInt(b)) return float(doubleOf(a) / doubleOf(b))
  if (typeof a === 'number' && typeof b === 'number') return float((a + 0) / b)
  const [dividend, divisor] = [bigintOf(a), bigintOf(b)]
  const size = nearestDouble(magnitude(dividend), magnitude(divisor))
  if (size === Infinity) throw tooLarge('integer division result too large for a float')
  return float(dividend < 0n === divisor < 0n ? size : -size)
}

export function absolute(value: Numeric): Numeric {
  if (isFloat(value)) return float(Math.abs(toNumber(value)))
  return typeof value === 'number' ? Math.abs(value) : intOf(magnitude(bigintOf(value)))
}

/** Left to right from the int 0, as Python 3.11 adds. */
export function sum(numbers: readonly Numeric[]): Numeric {
  return numbers.reduce(plus, 0)
}

export const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

function combine(
  a: Numeric,
  b: Numeric,
  ofDoubles: (x: number, y: number) => number,
  ofInts: (x: bigint, y: bigint) => bigint,
): Numeric {
  if (!isInt(a) || !isInt(b)) return float(ofDoubles(doubleOf(a), doubleOf(b)))
  if (typeof a === 'number' && typeof b === 'number') {
    const result = ofDoubles(a, b)
    if (Number.isSafeInteger(result)) return result + 0
  }
  return intOf(ofInts(bigintOf(a), bigintOf(b)))
}
