import { bitLength } from './double.js'

/** `ln(mantissa * 2^exponent)` times `2^scale`, mantissa positive, to within a few units. */
export function scaledLogarithm(mantissa: bigint, exponent: number, scale: number): bigint {
  const one = 1n << BigInt(scale)
  const top = bitLength(mantissa) - 1
  let power = exponent + top
  let centre = one
  const rest = top <= scale ? mantissa << BigInt(scale - top) : mantissa >> BigInt(top - scale)
  if (rest * 2n > one * 3n) {
    power += 1
    centre = one * 2n
  }
  return (
    2n * inverseTanh(((rest - centre) << BigInt(scale)) / (rest + centre), scale) +
    BigInt(power) * logarithmOfTwo(scale)
  )
}

/** `atanh(value)`, both times `2^scale`; the smaller the value, the fewer terms. */
function inverseTanh(value: bigint, scale: number): bigint {
  const shift = BigInt(scale)
  const square = (value * value) >> shift
  let sum = 0n
  let term = value
  for (let odd = 1n; term !== 0n && term !== -1n; odd += 2n) {
    sum += term / odd
    term = (term * square) >> shift
  }
  return sum
}

const logarithmsOfTwo = new Map<number, bigint>()

/** `ln(2)` times `2^scale`: `2 atanh(1/3)`. */
function logarithmOfTwo(scale: number): bigint {
  let known = logarithmsOfTwo.get(scale)
  if (known === undefined) {
    known = 2n * inverseTanh((1n << BigInt(scale)) / 3n, scale)
    logarithmsOfTwo.set(scale, known)
  }
  return known
}

/** Pi times `2^scale`, by Machin's sum of two inverse tangents. */
export function scaledPi(scale: number): bigint {
  const one = 1n << BigInt(scale + 8)
  return (16n * inverseTanOf(5n, one) - 4n * inverseTanOf(239n, one)) >> 8n
}

/** `atan(1 / divisor)` times `one`. */
function inverseTanOf(divisor: bigint, one: bigint): bigint {
  let sum = 0n
  let term = one / divisor
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += odd % 4n === 1n ? term / odd : -(term / odd)
    term /= divisor * divisor
  }
  return sum
}
