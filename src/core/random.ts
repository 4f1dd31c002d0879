import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { sha256 } from './digest.js'

/**
 * A labelled random stream. `fork` derives an independent stream from the label alone, never from how far this one
 * has been drawn, so a new draw anywhere leaves all other streams as they were.
 */
export interface Rng {
  /** An integer in [0, n). */
  next(n: number): number
  fork(label: string): Rng
}

export function createRng(seed: number | string): Rng {
  return streamOf(`turnsmith:${seed}`)
}

function streamOf(name: string): Rng {
  let generator: ReturnType<typeof xoroshiro128plus> | undefined
  return {
    next(n) {
      generator ??= xoroshiro128plus(Number.parseInt(sha256(name).slice(0, 8), 16) | 0)
      return uniformInt(generator, 0, n - 1)
    },
    fork: (label) => streamOf(`${name}/${label.replaceAll('%', '%25').replaceAll('/', '%2F')}`),
  }
}

/** True with probability numerator / denominator. */
export function chance(random: Rng, numerator: number, denominator: number): boolean {
  return random.next(denominator) < numerator
}

export function pick<T>(random: Rng, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError('pick: cannot choose from an empty list')
  return items[random.next(items.length)] as T
}

/** One item with probability proportional to its weight. */
export function pickWeighted<T>(random: Rng, items: readonly T[], weight: (item: T) => number): T {
  const weights = items.map((item) => Math.max(0, Math.round(weight(item))))
  const total = weights.reduce((sum, w) => sum + w, 0)
  if (total === 0) return pick(random, items)
  let left = random.next(total)
  return items[weights.findIndex((w) => (left -= w) < 0)] as T
}

/** A shuffled copy (Fisher-Yates). */
export function shuffle<T>(random: Rng, items: readonly T[]): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.next(i + 1)
    ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
  }
  return copy
}

/** `count` different items, fewer where there are not as many. */
export function sampleOf<T>(random: Rng, items: readonly T[], count: number): T[] {
  return shuffle(random, items).slice(0, count)
}

/** An integer in [low, high], both included. */
export function between(random: Rng, low: number, high: number): number {
  return low + random.next(high - low + 1)
}
