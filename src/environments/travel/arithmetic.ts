import { isFloat, float, type Numeric, toNumber } from '../../core/number.js'

/** Sum of two amounts that stays an int while both are. */
export function plus(a: Numeric, b: Numeric): Numeric {
  const sum = toNumber(a) + toNumber(b)
  return isFloat(a) || isFloat(b) ? float(sum) : sum
}

/** Difference of two amounts that stays an int while both are. */
export function minus(a: Numeric, b: Numeric): Numeric {
  const rest = toNumber(a) - toNumber(b)
  return isFloat(a) || isFloat(b) ? float(rest) : rest
}

/** Rounds to cents from the exact binary value, ties to even (`SEMANTICS.md` section 1.4). */
export function roundToCents(value: number): number {
  const eighths = Math.abs(value) * 8
  const tie = Number.isInteger(eighths) && eighths % 2 === 1
  if (!tie) return Number(value.toFixed(2))
  const below = Math.floor(Math.abs(value) * 100)
  return (Math.sign(value) * (below % 2 === 0 ? below : below + 1)) / 100
}
