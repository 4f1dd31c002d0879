import type { Collector } from '../collector.js'
import { createSample } from '../sample.js'
import { count, type Ranked, ranked, share, type Tally } from '../tally.js'
import { gramsOf, wordsOf } from '../words.js'

const SAMPLE = 10_000

/** How varied user messages are, values masked. */
export interface WordingFigure {
  readonly messages: number
  /** Words of the sample: 10,000 where there are as many. */
  readonly sampleWords: number
  /** Distinct runs of n words among all of the sample. */
  readonly distinct: { readonly [n in 1 | 2 | 3 | 4]: number }
  readonly commonestGrams: readonly Ranked[]
  /** Messages that say please or kindly, as a share of all. */
  readonly polite: number
}

export function collectWording(): Collector<WordingFigure> {
  const sample = createSample(SAMPLE)
  let messages = 0
  let polite = 0
  return {
    add(row) {
      const masker = row.masker()
      for (const { index, turn } of row.turns) {
        messages += 1
        if (/\b(please|kindly)\b/i.test(turn.query.text)) polite += 1
        sample.add(`${row.row.id}/${index}`, wordsOf(masker.query(index)))
      }
    },
    figure() {
      const texts = sample.texts()
      const grams = (n: number): string[] => texts.flatMap((words) => gramsOf(words, n))
      const distinct = (n: number): number => share(new Set(grams(n)).size, grams(n).length)
      const fours: Tally = new Map()
      for (const gram of grams(4)) count(fours, gram)
      return {
        messages,
        sampleWords: texts.reduce((sum, words) => sum + words.length, 0),
        distinct: { 1: distinct(1), 2: distinct(2), 3: distinct(3), 4: distinct(4) },
        commonestGrams: ranked(fours).slice(0, 20),
        polite: share(polite, messages),
      }
    },
  }
}
