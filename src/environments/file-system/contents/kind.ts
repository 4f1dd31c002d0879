import { between, type Rng } from '../../../core/random.js'
import type { Cast } from '../../../environment/index.js'

export interface WritingContext {
  readonly random: Rng
  readonly cast: Cast
  /** ISO date of the simulated day. */
  readonly today: string
  /** The words its name is made of. */
  readonly stem: string
  readonly qualifier: string
}

/** A kind of file: how such files are named, and how one is written. Texts are plain ASCII without double quotes. */
export interface Kind {
  readonly stems: readonly string[]
  /** What tells one such file from another in its name. */
  readonly qualifiers: readonly string[]
  readonly extensions: readonly string[]
  /** Endings of two versions of one file. */
  readonly versions?: readonly (readonly [string, string])[]
  readonly write: (context: WritingContext) => string[]
}

export const list = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/)

export const MONTHS = list(
  'january, february, march, april, may, june, july, august, september, october, november, december',
)

/** Between `low` and `high` different lines. */
export function several(random: Rng, low: number, high: number, make: (index: number) => string): string[] {
  const wanted = between(random, low, high)
  const lines = new Set<string>()
  for (let i = 0; lines.size < wanted && i < wanted * 4; i++) lines.add(make(i))
  return [...lines]
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const two = (n: number): string => String(n).padStart(2, '0')

/** A day of the last twelve months, in the month of the file's name if that is one. */
export function recentDay({ random, today, qualifier }: WritingContext): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const named = MONTHS.indexOf(qualifier) + 1
  const at = named > 0 ? named : between(random, 1, 12)
  return `${at < month ? year : year - 1}-${two(at)}-${two(between(random, 1, 28))}`
}

export function clockTime(random: Rng, from = 0, to = 23): string {
  return `${two(between(random, from, to))}:${two(between(random, 0, 11) * 5)}`
}

/** `184.50` */
export function amount(random: Rng, low: number, high: number): string {
  return `${between(random, low, high)}.${two(between(random, 0, 19) * 5)}`
}
