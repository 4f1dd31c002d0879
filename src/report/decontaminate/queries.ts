import type { Collector } from '../collector.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'
import { gramsOf, wordsOf } from '../words.js'
import type { Benchmark } from './benchmark.js'

/** User messages that share runs of words with questions. */
export interface QueryOverlap {
  readonly questions: number
  readonly messages: number
  /** Messages that share a run of so many words, and rows that have such a message. */
  readonly shared8: { readonly messages: number; readonly rows: number }
  readonly shared13: { readonly messages: number; readonly rows: number }
  readonly grams8: readonly Ranked[]
  /** Rows with a shared 13-gram: what a filter would take out; the first hundred. */
  readonly rows13: readonly string[]
}

export function overlapOfQueries({ questions }: Benchmark): Collector<QueryOverlap> {
  const known = (n: number): Set<string> => new Set([...questions].flatMap((question) => gramsOf(wordsOf(question), n)))
  const [known8, known13] = [known(8), known(13)]
  const [shared8, shared13] = [
    { messages: 0, rows: 0 },
    { messages: 0, rows: 0 },
  ]
  const grams8: Tally = new Map()
  const rows13: string[] = []
  let messages = 0
  return {
    add({ row, turns }) {
      const asked = turns.map(({ turn }) => wordsOf(turn.query.text))
      const eights = asked.map((words) => gramsOf(words, 8).filter((gram) => known8.has(gram)))
      const with13 = asked.filter((words) => gramsOf(words, 13).some((gram) => known13.has(gram))).length
      messages += turns.length
      for (const gram of eights.flat()) count(grams8, gram)
      const with8 = eights.filter((grams) => grams.length > 0).length
      shared8.messages += with8
      shared13.messages += with13
      if (with8 > 0) shared8.rows += 1
      if (with13 > 0) shared13.rows += 1
      if (with13 > 0 && rows13.length < 100) rows13.push(row.id)
    },
    figure: () => ({
      questions: questions.size,
      messages,
      shared8,
      shared13,
      grams8: ranked(grams8).slice(0, 10),
      rows13,
    }),
  }
}
