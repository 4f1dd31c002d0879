import { sha256 } from '../core/digest.js'
import { byName } from './tally.js'

/** A sample of texts by their words. */
export interface Sample {
  add(key: string, words: readonly string[]): void
  /** The chosen texts, the last one cut so that they have at most the wanted number of words together. */
  texts(): (readonly string[])[]
}

/**
 * The texts whose keys hash lowest, until they have `budget` words: an even choice over all texts that depends on
 * nothing but the keys, in memory that does not grow with how many were offered.
 */
export function createSample(budget: number): Sample {
  const chosen: { hash: string; words: readonly string[] }[] = []
  let held = 0
  return {
    add(key, words) {
      if (words.length === 0) return
      const hash = sha256(key)
      const last = chosen.at(-1)
      if (held >= budget && last && hash > last.hash) return
      chosen.splice(placeOf(chosen, hash), 0, { hash, words })
      held += words.length
      for (let worst = chosen.at(-1); worst && held - worst.words.length >= budget; worst = chosen.at(-1)) {
        held -= worst.words.length
        chosen.pop()
      }
    },
    texts() {
      let left = budget
      return chosen.flatMap(({ words }) => {
        const taken = words.slice(0, left)
        left -= taken.length
        return taken.length > 0 ? [taken] : []
      })
    },
  }
}

function placeOf(sorted: readonly { readonly hash: string }[], hash: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (byName(sorted[middle]?.hash ?? '', hash) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
