import type { Json } from '../../core/json.js'
import { isFloatTag, isIntTag, toNumber } from '../../core/number.js'
import { floatValue } from '../../text/python-number.js'
import { binaryFloatText } from './binary-float-text.js'
import { refused } from './failure.js'
import type { Logarithm } from './logarithm.js'
import type { Notation } from './state.js'

/** A result as the caller sees it: in Python's notation what JSON cannot hold is tagged, in plain notation refused. */
export function resultOf(value: Json, notation: Notation): Json {
  if (notation === 'plain') return { result: plain(isFloatTag(value) || isIntTag(value) ? toNumber(value) : value) }
  return { result: typeof value === 'number' && !Number.isFinite(value) ? floatValue(value) : value }
}

export function decimalResult(text: string, notation: Notation): Json {
  return { result: notation === 'python' ? { $decimal: text } : plain(Number(text)) }
}

export function logarithmResult({ real, imaginary }: Logarithm, bits: number, notation: Notation): Json {
  if (imaginary === undefined) {
    const text = binaryFloatText(real, bits)
    return { result: notation === 'python' ? { $mpf: text } : plain(Number(text)) }
  }
  const text = `mpc(real='${binaryFloatText(real, bits)}', imag='${binaryFloatText(imaginary, bits)}')`
  return { result: notation === 'python' ? { $mpc: text } : plain({ $mpc: text }) }
}

/** A finite number, as JSON has it. */
function plain(value: Json): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw refused('The result is not a number that can be written down', 'out-of-range')
}
