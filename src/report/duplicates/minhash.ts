import { gramsOf } from '../words.js'

/** Hash functions of a signature. */
export const PERMUTATIONS = 128
const SHINGLE = 5

/** 128 minima over the five-word shingles of a text: the share of equal places of two estimates Jaccard likeness. */
export type MinHash = Uint32Array

const SEEDS = Uint32Array.from({ length: PERMUTATIONS }, (_, i) => mixed(Math.imul(i + 1, 0x9e3779b9)))

/** The signature of a text by its words; a text shorter than a shingle is one shingle. */
export function minHashOf(words: readonly string[]): MinHash {
  const shingles = new Set(words.length < SHINGLE ? [words.join(' ')] : gramsOf(words, SHINGLE))
  const minima = new Uint32Array(PERMUTATIONS).fill(0xffffffff)
  for (const shingle of shingles) {
    const hash = hashOf(shingle)
    for (let i = 0; i < PERMUTATIONS; i++) {
      const permuted = mixed(hash ^ (SEEDS[i] as number))
      if (permuted < (minima[i] as number)) minima[i] = permuted
    }
  }
  return minima
}

/** Share of places where two signatures agree. */
export function likeness(a: MinHash, b: MinHash): number {
  let equal = 0
  for (let i = 0; i < PERMUTATIONS; i++) if (a[i] === b[i]) equal += 1
  return equal / PERMUTATIONS
}

/** FNV-1a over UTF-16 code units, then mixed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mixed(hash)
}

/** The finaliser of MurmurHash3: a permutation of the 32-bit numbers. */
export function mixed(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
