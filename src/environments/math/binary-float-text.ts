import { magnitude } from './arithmetic.js'
import { type BinaryFloat, isFinite } from './binary-float.js'
import { wholePower } from './double.js'

/** How many digits mpmath prints of a float of so many bits, so that it can be read back. */
function digitsFor(bits: number): number {
  const decimals = Math.max(1, Math.round(bits / 3.3219280948873626) - 1)
  return decimals === 15 ? 17 : decimals + 3
}

/** mpmath's text of a float that was worked out to so many bits (SEMANTICS section 6). */
export function binaryFloatText(value: BinaryFloat, bits: number): string {
  if (!isFinite(value)) return value
  if (value.mantissa === 0n) return '0.0'
  const sign = value.mantissa < 0n ? '-' : ''
  return `${sign}${positiveText(magnitude(value.mantissa), value.exponent, digitsFor(bits))}`
}

function positiveText(mantissa: bigint, exponent: number, count: number): string {
  const { digits, leading } = roundHalfUp(mantissa, exponent, count)
  if (leading > Math.min(-Math.floor(count / 3), -5) && leading < count) {
    const [whole, fraction] =
      leading >= 0
        ? [digits.slice(0, leading + 1), digits.slice(leading + 1)]
        : ['0', digits.padStart(count - leading - 1, '0')]
    return `${whole}.${withoutZeros(fraction)}`
  }
  return `${digits[0]}.${withoutZeros(digits.slice(1))}e${leading < 0 ? '-' : '+'}${Math.abs(leading)}`
}

const withoutZeros = (fraction: string): string => fraction.replace(/0+$/, '') || '0'

/** The first `count` decimal digits, rounded by the next one alone, and the decimal exponent of the first. */
function roundHalfUp(mantissa: bigint, exponent: number, count: number): { digits: string; leading: number } {
  const places = Math.max(0, -exponent)
  // The whole expansion: every negative power of two ends after as many decimals as it has twos.
  const expansion = (mantissa * wholePower(5n, places) * (1n << BigInt(Math.max(0, exponent)))).toString()
  const leading = expansion.length - 1 - places
  const kept = expansion.slice(0, count).padEnd(count, '0')
  if ((expansion[count] ?? '0') < '5') return { digits: kept, leading }
  const up = (BigInt(kept) + 1n).toString()
  return up.length > count ? { digits: up.slice(0, count), leading: leading + 1 } : { digits: up, leading }
}
