import { forEachLeaf } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Collector } from '../collector.js'
import type { RowFacts } from '../facts.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'
import { gramsOf, wordsOf } from '../words.js'
import { type Benchmark, isTelling, planText } from './benchmark.js'

/** What rows share with a benchmark, level by level. Sharing tools is the point of some environments, sharing queries never. */
export interface OverlapFigure {
  readonly benchmark: string
  readonly rows: number
  readonly queries: {
    readonly questions: number
    readonly messages: number
    /** Messages that share a run of so many words, and rows that have such a message. */
    readonly shared8: { readonly messages: number; readonly rows: number }
    readonly shared13: { readonly messages: number; readonly rows: number }
    readonly grams8: readonly Ranked[]
    /** Rows with a shared 13-gram: what a filter would take out; the first hundred. */
    readonly rows13: readonly string[]
  }
  /** Turns whose tools, in order, are those of a published answer: an upper bound, since answers tell no provenance. */
  readonly plans: { readonly known: number; readonly turns: number; readonly shared: number; readonly commonest: readonly Ranked[] }
  /** Tools on offer that have a benchmark tool's name, and with it its parameters. */
  readonly schemas: { readonly known: number; readonly offered: number; readonly sameName: number; readonly sameParameters: number; readonly rows: number }
  /** Telling values (long, with a digit or of several words) that states, calls or queries share. */
  readonly values: { readonly known: number; readonly shared: number; readonly rows: number; readonly commonest: readonly Ranked[] }
  readonly absent: readonly string[]
}

/** A comparison in the making. */
export type Overlap = Collector<OverlapFigure>

export function collectOverlap(benchmark: Benchmark): Overlap {
  const [queries, plans, schemas, values] = [overlapOfQueries(benchmark), overlapOfPlans(benchmark), overlapOfSchemas(benchmark), overlapOfValues(benchmark)]
  let rows = 0
  return {
    add(row) {
      rows += 1
      for (const level of [queries, plans, schemas, values]) level.add(row)
    },
    figure: () => ({ benchmark: benchmark.name, rows, queries: queries.figure(), plans: plans.figure(), schemas: schemas.figure(), values: values.figure(), absent: benchmark.absent }),
  }
}

function overlapOfQueries({ questions }: Benchmark): Collector<OverlapFigure['queries']> {
  const known = (n: number): Set<string> => new Set([...questions].flatMap((question) => gramsOf(wordsOf(question), n)))
  const [known8, known13] = [known(8), known(13)]
  const [shared8, shared13] = [{ messages: 0, rows: 0 }, { messages: 0, rows: 0 }]
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
    figure: () => ({ questions: questions.size, messages, shared8, shared13, grams8: ranked(grams8).slice(0, 10), rows13 }),
  }
}

function overlapOfPlans({ plans }: Benchmark): Collector<OverlapFigure['plans']> {
  const shared: Tally = new Map()
  let turns = 0
  return {
    add(row) {
      for (const { calls } of row.turns) {
        const plan = planText(calls.map(({ name }) => name))
        if (plan === undefined) continue
        turns += 1
        if (plans.has(plan)) count(shared, plan)
      }
    },
    figure: () => ({ known: plans.size, turns, shared: [...shared.values()].reduce((a, b) => a + b, 0), commonest: ranked(shared).slice(0, 10) }),
  }
}

function overlapOfSchemas({ tools }: Benchmark): Collector<OverlapFigure['schemas']> {
  const offered = new Map<string, string>()
  let rows = 0
  return {
    add({ row }) {
      for (const { function: tool } of row.tools) offered.set(tool.name, Object.keys((tool.parameters['properties'] ?? {}) as object).toSorted().join(', '))
      if (row.tools.some(({ function: { name } }) => tools.has(name))) rows += 1
    },
    figure() {
      const same = [...offered].filter(([name]) => tools.has(name))
      return { known: tools.size, offered: offered.size, sameName: same.length, sameParameters: same.filter(([name, parameters]) => tools.get(name) === parameters).length, rows }
    },
  }
}

function overlapOfValues({ values }: Benchmark): Collector<OverlapFigure['values']> {
  const shared: Tally = new Map()
  let rows = 0
  return {
    add(row) {
      const own = new Set([...valuesOf(row)].filter((value) => values.has(value)))
      for (const value of own) count(shared, value)
      if (own.size > 0) rows += 1
    },
    figure: () => ({ known: values.size, shared: shared.size, rows, commonest: ranked(shared).slice(0, 20) }),
  }
}

function valuesOf({ row, turns }: RowFacts): Set<string> {
  const found = new Set<string>()
  const take = (leaf: unknown, path: readonly string[]): void => {
    for (const value of [leaf, ...path]) if (isTelling(value)) found.add(String(value))
  }
  for (const state of Object.values(row.initial.state)) forEachLeaf(untag(state), take)
  for (const { arguments: args } of turns.flatMap(({ calls }) => calls)) forEachLeaf(untag(args), take)
  return found
}
