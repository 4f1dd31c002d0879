import type { Parameter, Tool } from './tools.js'

interface Tally {
  tried: number
  good: number
}

/** Which origins have worked for which parameters so far. */
export interface Weights {
  /** Chance, squared, that a value of the origin works; origins never tried get the benefit of the doubt. */
  weigh(tool: Tool, parameter: Parameter, key: string): number
  /** A whole call: a success credits every origin, a failure blames each a little. */
  learn(tool: Tool, keys: readonly string[], ok: boolean): void
  tallies(tool: Tool, parameter: Parameter): ReadonlyMap<string, Readonly<Tally>>
}

const BLAME = 0.25
const DOUBT = 0.4
const LEAST = 0.002

export function createWeights(): Weights {
  const tables = new Map<number, Map<string, Tally>[]>()
  const tableOf = (tool: Tool, parameter: number): Map<string, Tally> => {
    let tables_ = tables.get(tool.index)
    if (!tables_) tables.set(tool.index, (tables_ = tool.parameters.map(() => new Map<string, Tally>())))
    return tables_[parameter] ?? new Map<string, Tally>()
  }
  return {
    weigh(tool, parameter, key) {
      const { tried, good } = tableOf(tool, parameter.index).get(key) ?? { tried: 0, good: 0 }
      const share = (good + DOUBT) / (tried + 1)
      return share * share + LEAST
    },
    learn(tool, keys, ok) {
      keys.forEach((key, i) => {
        const table = tableOf(tool, i)
        const tally = table.get(key) ?? { tried: 0, good: 0 }
        table.set(key, { tried: tally.tried + (ok ? 1 : BLAME), good: tally.good + (ok ? 1 : 0) })
      })
    },
    tallies: (tool, parameter) => tableOf(tool, parameter.index),
  }
}
