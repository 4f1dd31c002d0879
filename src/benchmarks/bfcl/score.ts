import { CATEGORIES, type Category } from './cases.js'
import type { Transcript } from './transcripts.js'

/** Accuracy of one category. */
export interface CategoryScore {
  readonly cases: number
  readonly passed: number
  /** 0 to 1. */
  readonly accuracy: number
}

export interface Scores {
  /** The unweighted mean of the categories that were run, as the leaderboard takes it over all four. */
  readonly overall: number
  readonly categories: { readonly [category in Category]?: CategoryScore }
  readonly byErrorType: { readonly [errorType: string]: number }
}

export function scoreTranscripts(transcripts: Iterable<Transcript>): Scores {
  const categories: { [category in Category]?: CategoryScore } = {}
  const byErrorType: { [errorType: string]: number } = {}
  for (const { category, verdict } of transcripts) {
    const before = categories[category] ?? { cases: 0, passed: 0 }
    const [cases, passed] = [before.cases + 1, before.passed + (verdict.valid ? 1 : 0)]
    categories[category] = { cases, passed, accuracy: passed / cases }
    if (verdict.errorType !== undefined) byErrorType[verdict.errorType] = (byErrorType[verdict.errorType] ?? 0) + 1
  }
  const run = Object.values(categories)
  const overall = run.length === 0 ? 0 : run.reduce((sum, { accuracy }) => sum + accuracy, 0) / run.length
  return { overall, categories, byErrorType }
}

const TITLES: { readonly [category in Category]: string } = {
  base: 'Base',
  miss_func: 'Miss Func',
  miss_param: 'Miss Param',
  long_context: 'Long Context',
}
const COLUMNS = CATEGORIES.map((category) => [TITLES[category], category] as const)

/** The scores as a table with the leaderboard's columns. */
export function scoreTable(model: string, { overall, categories }: Scores): string {
  const cells = COLUMNS.map(([, category]) => percent(categories[category]?.accuracy))
  const counts = COLUMNS.map(([, category]) =>
    categories[category] ? `${categories[category].passed}/${categories[category].cases}` : '-',
  )
  return aligned([
    ['Model', 'Overall', ...COLUMNS.map(([title]) => title)],
    [model, percent(overall), ...cells],
    ['', '', ...counts],
  ])
}

const percent = (accuracy: number | undefined): string =>
  accuracy === undefined ? '-' : `${(accuracy * 100).toFixed(2)} %`

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
