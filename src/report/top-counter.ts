import type { Ranked } from './tally.js'
import { ranked } from './tally.js'

/** Counts of many different texts in bounded memory. */
export interface TopCounter {
  add(text: string): void
  readonly total: number
  /** Different texts still held; all of them where nothing was ever dropped. */
  readonly held: number
  /** By how much a count may be too low. */
  readonly slack: number
  top(limit: number): Ranked[]
}

/**
 * Lossy counting: when more than `limit` texts are held, those seen least are forgotten. Until then counts are exact;
 * afterwards each is too low by at most `slack`, which is far below the counts of the commonest.
 */
export function createTopCounter(limit = 200_000): TopCounter {
  const counts = new Map<string, number>()
  let total = 0
  let slack = 0
  return {
    add(text) {
      total += 1
      counts.set(text, (counts.get(text) ?? 0) + 1)
      while (counts.size > limit) {
        slack += 1
        for (const [held, times] of counts) {
          if (times <= 1) counts.delete(held)
          else counts.set(held, times - 1)
        }
      }
    },
    get total() {
      return total
    },
    get held() {
      return counts.size
    },
    get slack() {
      return slack
    },
    top: (most) => ranked(counts).slice(0, most),
  }
}
