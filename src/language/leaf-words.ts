import type { Json } from '../core/json.js'
import type { Rng } from '../core/random.js'
import { ASSISTANT, formNamed } from './forms.js'

/** A leaf in a written form, its fraction told in short unless it is wanted to the last digit. */
export function leafInWords(value: Json, form: string | undefined, random: Rng): string {
  if (form === 'exact') return formNamed(form).write(value, random, ASSISTANT)
  const known = settled(value)
  const short = inShort(known, form === 'figure' ? 4 : 2)
  if (form === 'change') return changeInWords(short)
  const words = form && form !== 'figure' ? formNamed(form).write(short, random, ASSISTANT) : plain(short)
  return form === 'money' ? grouped(words) : short === known ? words : `about ${words}`
}

/** A change by its direction: "up 2", "down 2". */
function changeInWords(value: Json): string {
  return typeof value === 'number' ? `${value < 0 ? 'down' : 'up'} ${plain(Math.abs(value))}` : plain(value)
}

/** Amounts with both digits of their cents, and from five digits on with a comma between the thousands: "$12,500.40". */
export function grouped(words: string): string {
  return words
    .replace(/^\$\d{5,}/, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ','))
    .replace(/^(\$[\d,]+\.\d)$/, (amount) => `${amount}0`)
}

/** A number without what binary fractions add to its last places: 2.64172 of 2.6417200000000003. */
function settled(value: Json): Json {
  if (typeof value !== 'number' || Number.isInteger(value)) return value
  const plainly = [2, 3, 4, 5, 6].map((digits) => Number(value.toFixed(digits)))
  return plainly.find((round) => Math.abs(round - value) <= Math.abs(value) * 1e-12) ?? value
}

/** So many decimals are enough wherever nobody asked for more; small numbers keep some. */
function inShort(value: Json, decimals: number): Json {
  if (typeof value !== 'number') return value
  const places = String(value).split('.')[1]?.length ?? 0
  const size = Math.abs(value)
  const kept = size >= 1 ? decimals : size >= 0.01 ? 4 : 6
  return places > kept + 1 && size >= 0.0001 ? Number(value.toFixed(kept)) : value
}

/** A leaf as it is; text of several lines begins on a line of its own. */
export function plain(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  return text.includes('\n') ? `\n${text}` : text
}
