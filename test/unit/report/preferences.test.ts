import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { collectPreferences } from '../../../src/report/figures/preferences.js'
import { bagOf, separability } from '../../../src/report/separability.js'
import { samplePreferences } from '../../../src/testing/index.js'
import { present } from '../../support/rows.js'

const random = createRng(5)
const VOCABULARY = Array.from({ length: 40 }, (_, i) => `word${i}`)
const chatter = (): string => Array.from({ length: 8 }, () => VOCABULARY[random.next(40)]).join(' ')
const bags = (told: string) =>
  Array.from({ length: 400 }, (_, i) => bagOf(i % 2 === 0 ? `${chatter()} ${told}` : chatter(), i % 2 === 0))

describe('separability', () => {
  it('is one where a word gives the side away, one half where none does', () => {
    expect(separability(bags('oops'), bags('oops'))).toBeGreaterThan(0.98)
    const blind = present(separability(bags(''), bags('')))
    expect(Math.abs(blind - 0.5)).toBeLessThan(0.08)
  })

  it('is not measured where there is one side only', () => {
    expect(separability([], [bagOf('a', true)])).toBeUndefined()
  })
})

describe('the figure of preference pairs', () => {
  it('counts them, and keeps quiet about what few pairs cannot tell', () => {
    const collector = collectPreferences()
    for (const { pair } of samplePreferences()) collector.add(pair)
    const figure = collector.figure()
    expect(figure.separability).toBeNull()
    expect(figure.pairs).toBe(samplePreferences().length)
    expect(figure.errors.reduce((sum, { count }) => sum + count, 0)).toBe(figure.pairs)
  })

  it('finds steps that a word tells apart', () => {
    const collector = collectPreferences()
    const { pair } = present(samplePreferences()[0])
    for (let index = 0; index < 200; index++)
      collector.add({ ...pair, index, rejected: { ...pair.chosen, content: 'Sorry.' } })
    expect(collector.figure().separability).toBe(1)
  })
})
