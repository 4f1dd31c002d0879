import { describe, expect, it } from 'vitest'
import {
  between,
  chance,
  createRng,
  pick,
  pickWeighted,
  type Rng,
  sampleOf,
  shuffle,
} from '../../../src/core/random.js'

const draws = (random: Rng, count: number, n = 1000): number[] => Array.from({ length: count }, () => random.next(n))

describe('labelled streams', () => {
  // Golden: rows of a seed are made from these; a change here changes every dataset.
  it.each([
    [7, '', '154 380 254 568 155 22 396 946'],
    [7, 'item0', '719 694 96 332 627 848 64 503'],
    ['a text', 'x/y', '108 372 860 431 923 824 489 867'],
    [0, 'cast', '206 806 899 598 909 577 10 235'],
  ] as const)('of seed %j and label %j are pinned', (seed, label, pinned) => {
    const stream = label === '' ? createRng(seed) : createRng(seed).fork(label)
    expect(draws(stream, 8).join(' ')).toBe(pinned)
  })

  it('depend on the label alone, not on how far their parent was drawn', () => {
    const parent = createRng(7)
    const early = draws(parent.fork('child'), 20)
    draws(parent, 100)
    parent.fork('another').next(10)
    expect(draws(parent.fork('child'), 20)).toEqual(early)
  })

  it('of different labels, seeds and depths have nothing in common', () => {
    const root = createRng(7)
    const streams = [
      root,
      root.fork('a'),
      root.fork('b'),
      root.fork('a').fork('b'),
      root.fork('b').fork('a'),
      createRng(8),
      createRng('8'),
    ]
    const texts = streams.map((stream) => draws(stream, 20).join())
    // A number and its text are the same seed.
    expect(new Set(texts).size).toBe(streams.length - 1)
  })

  it('are not shifted by draws in a sibling', () => {
    const [left, right] = [createRng(7), createRng(7)]
    left.fork('x').next(5)
    draws(left.fork('y'), 50)
    expect(draws(left.fork('z'), 10)).toEqual(draws(right.fork('z'), 10))
  })

  it('of one label with a slash and of two labels differ', () => {
    expect(draws(createRng(7).fork('a/b'), 20)).not.toEqual(draws(createRng(7).fork('a').fork('b'), 20))
  })

  it('spread evenly', () => {
    const counts = new Map<number, number>()
    for (let i = 0; i < 500; i++)
      for (const value of draws(createRng(3).fork(`s${i}`), 20, 10)) counts.set(value, (counts.get(value) ?? 0) + 1)
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})

describe('draws', () => {
  const random = (): Rng => createRng('draws')

  it('stay within their bounds and reach both ends', () => {
    const stream = random()
    const seen = new Set(Array.from({ length: 300 }, () => between(stream, 3, 6)))
    expect([...seen].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6])
  })

  it('choose by chance in proportion', () => {
    const stream = random()
    const hits = Array.from({ length: 2000 }, () => chance(stream, 1, 4)).filter(Boolean).length
    expect(Math.abs(hits - 500)).toBeLessThan(90)
    expect([chance(stream, 0, 4), chance(stream, 4, 4)]).toEqual([false, true])
  })

  it('choose by weight, never what weighs nothing unless nothing weighs anything', () => {
    const stream = random()
    const counts = { a: 0, b: 0, c: 0 }
    for (let i = 0; i < 2000; i++)
      counts[pickWeighted(stream, ['a', 'b', 'c'] as const, (item) => ({ a: 3, b: 1, c: 0 })[item])] += 1
    expect(counts.c).toBe(0)
    expect(Math.abs(counts.a - 1500)).toBeLessThan(90)
    expect(['x', 'y']).toContain(pickWeighted(stream, ['x', 'y'], () => 0))
  })

  it('shuffle to a permutation and leave the list alone', () => {
    const list = Array.from({ length: 30 }, (_, i) => i)
    const shuffled = shuffle(random(), list)
    expect(shuffled).not.toEqual(list)
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list)
    expect(list[0]).toBe(0)
  })

  it('sample different items, at most as many as there are', () => {
    expect(new Set(sampleOf(random(), [1, 2, 3, 4], 3)).size).toBe(3)
    expect(sampleOf(random(), [1, 2], 5)).toHaveLength(2)
  })

  it('cannot be made from an empty list', () => {
    expect(() => pick(random(), [])).toThrow('empty list')
  })
})
