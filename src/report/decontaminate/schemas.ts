import type { Collector } from '../collector.js'
import type { Benchmark } from './benchmark.js'

/** Tools on offer that have a benchmark tool's name, and with it its parameters. */
export interface SchemaOverlap {
  readonly known: number
  readonly offered: number
  readonly sameName: number
  readonly sameParameters: number
  readonly rows: number
}

export function overlapOfSchemas({ tools }: Benchmark): Collector<SchemaOverlap> {
  const offered = new Map<string, string>()
  let rows = 0
  return {
    add({ row }) {
      for (const { function: tool } of row.tools)
        offered.set(
          tool.name,
          Object.keys((tool.parameters['properties'] ?? {}) as object)
            .toSorted()
            .join(', '),
        )
      if (row.tools.some(({ function: { name } }) => tools.has(name))) rows += 1
    },
    figure() {
      const same = [...offered].filter(([name]) => tools.has(name))
      return {
        known: tools.size,
        offered: offered.size,
        sameName: same.length,
        sameParameters: same.filter(([name, parameters]) => tools.get(name) === parameters).length,
        rows,
      }
    },
  }
}
