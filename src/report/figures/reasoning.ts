import type { Collector } from '../collector.js'
import { sentencesOf } from '../sentences.js'
import { share } from '../tally.js'
import { createTopCounter } from '../top-counter.js'

/** How varied chains of thought are, values masked. */
export interface ReasoningFigure {
  readonly sentences: number
  readonly distinct: number
  /** Steps that call something, and how many of them think before. */
  readonly callingSteps: number
  readonly reasonedSteps: number
  /** The ten commonest sentences and their share of all. */
  readonly top: readonly { readonly sentence: string; readonly count: number }[]
  readonly topShare: number
}

export function collectReasoning(): Collector<ReasoningFigure> {
  const sentences = createTopCounter()
  let callingSteps = 0
  let reasonedSteps = 0
  return {
    add(row) {
      const masker = row.masker()
      for (const step of row.turns.flatMap(({ turn }) => turn.steps)) {
        if (step.calls.length > 0) callingSteps += 1
        if (step.reasoning === undefined) continue
        if (step.calls.length > 0) reasonedSteps += 1
        for (const sentence of sentencesOf(masker.text(step.reasoning))) sentences.add(sentence)
      }
    },
    figure() {
      const top = sentences.top(10).map(({ name, count }) => ({ sentence: name, count }))
      const common = top.reduce((sum, { count }) => sum + count, 0)
      return {
        sentences: sentences.total,
        distinct: sentences.held,
        callingSteps,
        reasonedSteps,
        top,
        topShare: share(common, sentences.total),
      }
    },
  }
}
