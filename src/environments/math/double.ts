const bits = new DataView(new ArrayBuffer(8))

/** A positive finite double as `mantissa * 2^exponent`, exactly, the mantissa odd. */
export function exactParts(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  bits.setFloat64(0, value)
  const word = bits.getBigUint64(0)
  const biased = Number((word >> 52n) & 0x7ffn)
  let mantissa = word & 0xfffffffffffffn
  let exponent = Math.max(biased, 1) - 1075
  if (biased > 0) mantissa |= 1n << 52n
  while (mantissa !== 0n && (mantissa & 1n) === 0n) {
    mantissa >>= 1n
    exponent += 1
  }
  return { mantissa, exponent }
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length
}

/** `numerator / denominator`, both positive, to the nearest integer, ties to the even one. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const twice = (numerator % denominator) * 2n
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n)
  return up ? quotient + 1n : quotient
}

/** The double nearest to `numerator / denominator`, both positive, ties to even; Infinity where none is large enough. */
export function nearestDouble(numerator: bigint, denominator: bigint): number {
  const size = bitLength(numerator) - bitLength(denominator)
  if (size > 1025) return Infinity
  if (size < -1080) return 0
  const scaledBy = (shift: number): bigint =>
    shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift))
  let shift = 53 - size
  if (bitLength(scaledBy(shift)) > 53) shift -= 1
  shift = Math.min(shift, 1074)
  const quotient =
    shift >= 0
      ? roundedQuotient(numerator << BigInt(shift), denominator)
      : roundedQuotient(numerator, denominator << BigInt(-shift))
  return timesPowerOfTwo(Number(quotient), -shift)
}

/** `value * 2^exponent` in steps that stay exact while the value does. */
function timesPowerOfTwo(value: number, exponent: number): number {
  if (exponent > 1000) return timesPowerOfTwo(value * powerOfTwo(1000), exponent - 1000)
  if (exponent < -1000) return timesPowerOfTwo(value * powerOfTwo(-1000), exponent + 1000)
  return value * powerOfTwo(exponent)
}

function powerOfTwo(exponent: number): number {
  bits.setBigUint64(0, BigInt(exponent + 1023) << 52n)
  return bits.getFloat64(0)
}

/** `base` to a non-negative whole power, by squaring. */
export function wholePower(base: bigint, exponent: number): bigint {
  let result = 1n
  let square = base
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square
    if (rest > 1) square *= square
  }
  return result
}

/** The whole part of a square root. */
export function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt(Math.ceil(bitLength(value) / 2))
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** A double as the decimal it exactly is. */
export function exactDecimal(value: number): string {
  if (value === 0) return '0'
  const { mantissa, exponent } = exactParts(Math.abs(value))
  const digits =
    exponent >= 0 ? `${mantissa << BigInt(exponent)}` : `${mantissa * wholePower(5n, -exponent)}e${exponent}`
  return value < 0 ? `-${digits}` : digits
}
