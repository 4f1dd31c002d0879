import type { Collector } from '../collector.js'
import type { Benchmark } from './benchmark.js'
import { overlapOfPlans, type PlanOverlap } from './plans.js'
import { overlapOfQueries, type QueryOverlap } from './queries.js'
import { overlapOfSchemas, type SchemaOverlap } from './schemas.js'
import { overlapOfValues, type ValueOverlap } from './values.js'

/** What rows share with a benchmark, level by level. To share tools is the point of some environments, queries never. */
export interface OverlapFigure {
  readonly benchmark: string
  readonly rows: number
  readonly queries: QueryOverlap
  readonly plans: PlanOverlap
  readonly schemas: SchemaOverlap
  readonly values: ValueOverlap
  /** Levels that could not be compared, since the folder lacks what they need. */
  readonly absent: readonly string[]
}

/** A comparison in the making. */
export type Overlap = Collector<OverlapFigure>

export function collectOverlap(benchmark: Benchmark): Overlap {
  const queries = overlapOfQueries(benchmark)
  const plans = overlapOfPlans(benchmark)
  const schemas = overlapOfSchemas(benchmark)
  const values = overlapOfValues(benchmark)
  let rows = 0
  return {
    add(row) {
      rows += 1
      for (const level of [queries, plans, schemas, values]) level.add(row)
    },
    figure: () => ({
      benchmark: benchmark.name,
      rows,
      queries: queries.figure(),
      plans: plans.figure(),
      schemas: schemas.figure(),
      values: values.figure(),
      absent: benchmark.absent,
    }),
  }
}
