import type { RowFacts } from './facts.js'

/** One figure in the making: it sees every row once, in order, and keeps no row. */
export interface Collector<Figure> {
  add(row: RowFacts): void
  figure(): Figure
}
