import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDistribution } from '../../../src/report/distribution.js'
import { grouped, percent, plural } from '../../../src/report/numbers.js'
import { createSample } from '../../../src/report/sample.js'
import { ranked, share } from '../../../src/report/tally.js'
import { createTopCounter } from '../../../src/report/top-counter.js'

describe('a distribution', () => {
  it('knows its middle, its ends and its bins', () => {
    const distribution = createDistribution()
    for (const value of [1, 1, 2, 3, 13]) distribution.add(value)
    const { bins, ...rest } = distribution.figure()
    expect(rest).toEqual({ n: 5, mean: 4, median: 2, p90: 13, max: 13 })
    expect(bins).toHaveLength(13)
    expect(bins.slice(0, 3)).toEqual([
      { from: 1, to: 1, count: 2 },
      { from: 2, to: 2, count: 1 },
      { from: 3, to: 3, count: 1 },
    ])
  })

  it('puts every value into one of at most 24 bins', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1 }), (values) => {
        const distribution = createDistribution()
        for (const value of values) distribution.add(value)
        const { bins, n } = distribution.figure()
        expect(bins.length).toBeLessThanOrEqual(25)
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(n)
        for (const { from, to, count } of bins)
          expect(values.filter((value) => value >= from && value <= to)).toHaveLength(count)
      }),
    )
  })

  it('is empty without values', () => {
    expect(createDistribution().figure()).toEqual({ n: 0, mean: 0, median: 0, p90: 0, max: 0, bins: [] })
  })
})

describe('a top counter', () => {
  it('counts exactly while everything fits', () => {
    const counter = createTopCounter(10)
    for (const text of ['b', 'a', 'c', 'a', 'b', 'a']) counter.add(text)
    expect(counter.top(2)).toEqual([
      { name: 'a', count: 3 },
      { name: 'b', count: 2 },
    ])
    expect([counter.total, counter.held, counter.slack]).toEqual([6, 3, 0])
  })

  it('keeps the commonest within its limit, too low by its slack at most', () => {
    const counter = createTopCounter(50)
    for (let i = 0; i < 2000; i++) {
      counter.add(`rare ${i}`)
      if (i % 4 === 0) counter.add('common')
    }
    const [first] = counter.top(1)
    expect(first?.name).toBe('common')
    expect(counter.held).toBeLessThanOrEqual(50)
    expect((first?.count ?? 0) + counter.slack).toBeGreaterThanOrEqual(500)
    expect(counter.total).toBe(2500)
  })
})

describe('a sample', () => {
  const texts = Array.from({ length: 300 }, (_, i) => ({ key: `k${i}`, words: [`w${i}`, 'and', 'more'] }))

  it('depends on the keys alone, not on their order', () => {
    const [forward, backward] = [createSample(100), createSample(100)]
    for (const { key, words } of texts) forward.add(key, words)
    for (const { key, words } of texts.toReversed()) backward.add(key, words)
    expect(forward.texts()).toEqual(backward.texts())
    expect(forward.texts().flat()).toHaveLength(100)
  })

  it('is everything where there is less than the budget', () => {
    const sample = createSample(10_000)
    for (const { key, words } of texts) sample.add(key, words)
    expect(sample.texts()).toHaveLength(300)
  })
})

describe('numbers', () => {
  it('are written for people', () => {
    expect([
      percent(0.5),
      percent(0.1234),
      grouped(1234567),
      grouped(1234.5),
      plural(1, 'row'),
      plural(2, 'row'),
    ]).toEqual(['50 %', '12.3 %', '1,234,567', '1,234.5', '1 row', '2 rows'])
    expect([share(1, 3), share(1, 0)]).toEqual([0.3333, 0])
  })

  it('rank equal counts by name', () => {
    expect(
      ranked(
        new Map([
          ['b', 1],
          ['a', 1],
          ['c', 2],
        ]),
      ).map(({ name }) => name),
    ).toEqual(['c', 'a', 'b'])
  })
})
