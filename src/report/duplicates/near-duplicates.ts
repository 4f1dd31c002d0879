import type { RowFacts } from '../facts.js'
import { wordsOf } from '../words.js'
import { likeness, type MinHash, minHashOf, mixed, PERMUTATIONS } from './minhash.js'

/** Rows that a pass in index order would drop, because an earlier kept row says nearly the same. */
export interface NearDuplicatesFigure {
  readonly threshold: number
  readonly rows: number
  readonly dropped: readonly { readonly id: string; readonly like: string; readonly likeness: number }[]
}

const BANDS = 32
const ROWS_PER_BAND = PERMUTATIONS / BANDS
const THRESHOLD = 0.8

/**
 * Collects one signature of half a kilobyte per row; the figure is the ordered post-pass over them. Which rows it drops
 * depends on their order alone, so it comes after acceptance and never decides it.
 */
export function collectNearDuplicates(): { add(row: RowFacts): void; figure(): NearDuplicatesFigure } {
  const ids: string[] = []
  const signatures: MinHash[] = []
  return {
    add({ row, turns }) {
      ids.push(row.id)
      const said = turns.flatMap(({ turn, calls }) => [
        turn.query.text,
        ...calls.map(({ name }) => name),
        turn.steps.at(-1)?.content ?? '',
      ])
      signatures.push(minHashOf(wordsOf(said.join('\n'))))
    },
    figure: () => ({
      threshold: THRESHOLD,
      rows: ids.length,
      dropped: nearDuplicates(signatures).map(({ row, like, likeness: value }) => ({
        id: ids[row] ?? '',
        like: ids[like] ?? '',
        likeness: value,
      })),
    }),
  }
}

/** The ordered pass: a row is dropped when a kept one before it is at least as like it as the threshold. */
export function nearDuplicates(signatures: readonly MinHash[]): { row: number; like: number; likeness: number }[] {
  const buckets = createBuckets(signatures.length)
  const dropped: { row: number; like: number; likeness: number }[] = []
  signatures.forEach((signature, row) => {
    let best: { like: number; likeness: number } | undefined
    for (const like of buckets.candidates(signature)) {
      const value = likeness(signature, signatures[like] as MinHash)
      if (value >= THRESHOLD && (!best || value > best.likeness || (value === best.likeness && like < best.like)))
        best = { like, likeness: value }
    }
    if (best) dropped.push({ row, ...best })
    else buckets.keep(row, signature)
  })
  return dropped
}

/** Kept rows by band: two rows meet where all four minima of a band agree. Chains in typed arrays, 256 bytes per row. */
function createBuckets(rows: number): {
  candidates(signature: MinHash): Set<number>
  keep(row: number, signature: MinHash): void
} {
  let size = 16
  while (size < rows) size *= 2
  const heads = Array.from({ length: BANDS }, () => new Int32Array(size).fill(-1))
  const nexts = Array.from({ length: BANDS }, () => new Int32Array(rows).fill(-1))
  return {
    candidates(signature) {
      const found = new Set<number>()
      for (let band = 0; band < BANDS; band++) {
        let row = heads[band]?.[bucketOf(signature, band) & (size - 1)] ?? -1
        for (; row >= 0; row = nexts[band]?.[row] ?? -1) found.add(row)
      }
      return found
    },
    keep(row, signature) {
      for (let band = 0; band < BANDS; band++) {
        const [head, next] = [heads[band] as Int32Array, nexts[band] as Int32Array]
        const bucket = bucketOf(signature, band) & (size - 1)
        next[row] = head[bucket] as number
        head[bucket] = row
      }
    },
  }
}

function bucketOf(signature: MinHash, band: number): number {
  let hash = band
  for (let i = band * ROWS_PER_BAND; i < (band + 1) * ROWS_PER_BAND; i++)
    hash = mixed(Math.imul(hash, 31) ^ (signature[i] as number))
  return hash
}
