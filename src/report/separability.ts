import { wordsOf } from './words.js'

/** A text as the words it holds, each once, and whether it is one of those to be told from the others. */
export interface Bag {
  readonly words: readonly string[]
  readonly positive: boolean
}

export function bagOf(text: string, positive: boolean): Bag {
  return { words: [...new Set(wordsOf(text))], positive }
}

const PASSES = 10
const RATE = 0.2

/**
 * How well words alone tell positive texts from negative ones: the area under the curve of a logistic regression over bags
 * of words, trained on some texts and measured on others (0.5: not at all, 1: always). Undefined without both kinds.
 */
export function separability(training: readonly Bag[], test: readonly Bag[]): number | undefined {
  const weights = trained(training)
  const scored = test.map((bag) => ({ score: scoreOf(weights, bag), positive: bag.positive }))
  return areaUnderCurve(scored)
}

function trained(bags: readonly Bag[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (let pass = 1; pass <= PASSES; pass++) {
    for (const bag of bags) {
      const step = (RATE / pass) * ((bag.positive ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(weights, bag))))
      for (const word of bag.words) weights.set(word, (weights.get(word) ?? 0) + step)
    }
  }
  return weights
}

function scoreOf(weights: ReadonlyMap<string, number>, { words }: Bag): number {
  return words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
}

/** The share of pairs of a positive and a negative in which the positive scores higher; ties count half. */
function areaUnderCurve(scored: readonly { readonly score: number; readonly positive: boolean }[]): number | undefined {
  const positives = scored.filter(({ positive }) => positive).length
  const negatives = scored.length - positives
  if (positives === 0 || negatives === 0) return undefined
  const sorted = scored.toSorted((a, b) => a.score - b.score)
  let [below, won] = [0, 0]
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1
    const positive = sorted.slice(from, to).filter((one) => one.positive).length
    const negative = to - from - positive
    won += positive * (below + negative / 2)
    below += negative
    from = to
  }
  return won / (positives * negatives)
}
