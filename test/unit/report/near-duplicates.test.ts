import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, minHashOf } from '../../../src/report/duplicates/minhash.js'
import { collectNearDuplicates, nearDuplicates } from '../../../src/report/duplicates/near-duplicates.js'
import { gramsOf } from '../../../src/report/words.js'
import { figureOf, makeRow, MOVE, WEIGH } from './rows.js'

const text = (seed: number, length = 120): string[] =>
  Array.from({ length }, (_, i) => `w${seed}x${(i * 7919 + seed * 104_729) % 997}`)

function jaccard(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(gramsOf(a, 5)), new Set(gramsOf(b, 5))]
  const common = [...left].filter((shingle) => right.has(shingle)).length
  return common / (left.size + right.size - common)
}

describe('MinHash', () => {
  it('estimates the likeness of shingle sets', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 0, max: 110 }), (seed, changed) => {
        const words = text(seed)
        const other = [...words.slice(0, 120 - changed), ...text(seed + 1000, changed)]
        // Four standard deviations of 128 draws.
        expect(Math.abs(likeness(minHashOf(words), minHashOf(other)) - jaccard(words, other))).toBeLessThan(0.18)
      }),
    )
  })

  it('is the same for the same set of shingles, and for texts shorter than one', () => {
    const words = text(3)
    expect(likeness(minHashOf(words), minHashOf([...words]))).toBe(1)
    expect(likeness(minHashOf(['a', 'b']), minHashOf(['a', 'b']))).toBe(1)
    expect(likeness(minHashOf(['a', 'b']), minHashOf(['a', 'c']))).toBe(0)
  })
})

describe('the ordered pass', () => {
  const base = [text(1), text(2), text(3)]
  const nearly = (words: readonly string[]): string[] => words.with(60, 'changed')

  it('drops the later of two and keeps the first', () => {
    const rows = [base[0], base[1], nearly(base[0] ?? []), base[2], nearly(base[2] ?? [])]
    const dropped = nearDuplicates(rows.map((words) => minHashOf(words ?? [])))
    expect(dropped.map(({ row, like }) => [row, like])).toEqual([
      [2, 0],
      [4, 3],
    ])
  })

  it('compares with kept rows only, and names the likest', () => {
    const words = base[0] ?? []
    const signatures = [words, words, nearly(words)].map(minHashOf)
    expect(nearDuplicates(signatures).map(({ row, like }) => [row, like])).toEqual([
      [1, 0],
      [2, 0],
    ])
  })

  it('finds planted duplicates among many rows, and nothing else', () => {
    const many = Array.from({ length: 400 }, (_, i) => text(i + 10))
    const planted = [...many, ...[17, 203, 399].map((i) => nearly(many[i] ?? []))]
    expect(nearDuplicates(planted.map(minHashOf)).map(({ like }) => like)).toEqual([17, 203, 399])
  })

  it('lists rows by id', () => {
    const rows = [
      makeRow(0, [WEIGH, MOVE]),
      makeRow(1, [{ text: 'Something else that nobody else asks for at all.' }]),
      makeRow(2, [WEIGH, MOVE]),
    ]
    expect(figureOf(collectNearDuplicates(), rows)).toEqual({
      threshold: 0.8,
      rows: 3,
      dropped: [{ id: 'r2', like: 'r0', likeness: 1 }],
    })
  })
})
