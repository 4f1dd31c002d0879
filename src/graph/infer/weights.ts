import type { Parameter, Tool } from './tools.js'

interface Tally {
  tried: number
  good: number
}

/** Which origins have worked for which parameters so far. */
export interface Weights {
  /** How promising each origin is for the parameter, in the order given. */
  weigh(tool: Tool, parameter: Parameter, keys: readonly string[]): number[]
  /** A whole call: a success credits every origin, a refusal by how far the call came, from 0 to 1. */
  learn(tool: Tool, keys: readonly string[], outcome: 'ok' | number): void
  /** One parameter's origin alone: it let the call come further, or threw it back. */
  credit(tool: Tool, parameter: Parameter, key: string, good: boolean): void
  tallies(tool: Tool, parameter: Parameter): ReadonlyMap<string, Readonly<Tally>>
}

const BLAME = 0.25
const CREDIT = 0.5
const DOUBT = 0.4
const LEAST = 0.002
/** What the origins that are rules get of the whole before anything is known: left out, mentioned, made up, described. */
const SHARES: { readonly [key: string]: number } = { o: 0.3, e: 0.2, f: 0.08, d: 0.06 }
/** A parameter is selective where fewer of its origins than this share work. */
const SELECTIVE = 0.35

export function createWeights(): Weights {
  const tables = new Map<number, Map<string, Tally>[]>()
  /** Origins that work for selective parameters: what identifies things for one tool often does for others. */
  const identifying = new Map<string, number>()
  const tableOf = (tool: Tool, parameter: number): Map<string, Tally> => {
    let known = tables.get(tool.index)
    if (!known) tables.set(tool.index, (known = tool.parameters.map(() => new Map<string, Tally>())))
    return known[parameter] ?? new Map<string, Tally>()
  }
  const add = (tool: Tool, parameter: number, key: string, tried: number, good: number): void => {
    const table = tableOf(tool, parameter)
    const tally = table.get(key) ?? { tried: 0, good: 0 }
    if (tally.good < 1 && tally.good + good >= 1 && isSelective(table)) identifying.set(key, (identifying.get(key) ?? 0) + 1)
    table.set(key, { tried: tally.tried + tried, good: tally.good + good })
  }
  return {
    weigh(tool, parameter, keys) {
      const table = tableOf(tool, parameter.index)
      return keys.map((key) => {
        const { tried, good } = table.get(key) ?? { tried: 0, good: 0 }
        const share = (good + DOUBT) / (tried + 1)
        return (share * share + LEAST) * standing(key, keys.length, identifying)
      })
    },
    learn: (tool, keys, outcome) => keys.forEach((key, i) => (outcome === 'ok' ? add(tool, i, key, 1, 1) : add(tool, i, key, BLAME, BLAME * outcome))),
    credit: (tool, { index }, key, good) => add(tool, index, key, CREDIT, good ? CREDIT : 0),
    tallies: (tool, parameter) => tableOf(tool, parameter.index),
  }
}

function standing(key: string, count: number, identifying: ReadonlyMap<string, number>): number {
  const rule = SHARES[key]
  if (rule !== undefined) return Math.max(1, rule * count)
  const fame = 1 + 2 * Math.min(3, identifying.get(key) ?? 0)
  return key.startsWith('a') ? fame / 3 : fame
}

function isSelective(table: ReadonlyMap<string, Tally>): boolean {
  const tallies = [...table.values()]
  return tallies.length > 4 && tallies.filter(({ good }) => good >= 1).length < SELECTIVE * tallies.length
}
