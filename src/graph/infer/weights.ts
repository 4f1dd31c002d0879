import type { Parameter, Tool } from './tools.js'

interface Tally {
  tried: number
  /** Calls that succeeded with it. */
  wins: number
  /** What refusals that came far add up to. */
  partial: number
}

/** Which origins have worked for which parameters so far. */
export interface Weights {
  /** How promising each origin is for the parameter, in the order given. */
  weigh(tool: Tool, parameter: Parameter, keys: readonly string[]): number[]
  /** A whole call: a success credits every origin, less if it only got the usual answer; a refusal by how far it came, from 0 to 1. */
  learn(tool: Tool, keys: readonly string[], outcome: 'ok' | 'usual' | number): void
  /** One parameter's origin alone: it let the call come further, or threw it back. */
  credit(tool: Tool, parameter: Parameter, key: string, good: boolean): void
  tallies(tool: Tool, parameter: Parameter): ReadonlyMap<string, Readonly<Tally>>
}

const BLAME = 0.25
const CREDIT = 0.5
const USUAL = 0.2
const DOUBT = 0.4
const LEAST = 0.002
/** From so many successes on, refusals that came far count no more. */
const EXPERIENCED = 3
/** What the origins that are rules get of the whole before anything is known: left out, mentioned, made up, described. */
const SHARES: { readonly [key: string]: number } = { o: 0.3, e: 0.2, w: 0.1, f: 0.08, d: 0.06 }
/** A parameter is selective where fewer of its origins than this share work. */
const SELECTIVE = 0.35

export function createWeights(): Weights {
  const tables = new Map<number, Map<string, Tally>[]>()
  const successes = new Map<number, number>()
  /** Origins that work for selective parameters: what identifies things for one tool often does for others. */
  const identifying = new Map<string, number>()
  const tableOf = (tool: Tool, parameter: number): Map<string, Tally> => {
    let known = tables.get(tool.index)
    if (!known) tables.set(tool.index, (known = tool.parameters.map(() => new Map<string, Tally>())))
    return known[parameter] ?? new Map<string, Tally>()
  }
  const add = (tool: Tool, parameter: number, key: string, change: Tally): void => {
    const table = tableOf(tool, parameter)
    const { tried, wins, partial } = table.get(key) ?? NOTHING
    table.set(key, { tried: tried + change.tried, wins: wins + change.wins, partial: partial + change.partial })
    if (wins === 0 && change.wins > 0 && isSelective(table)) identifying.set(key, (identifying.get(key) ?? 0) + 1)
  }
  return {
    weigh(tool, parameter, keys) {
      const table = tableOf(tool, parameter.index)
      const experienced = (successes.get(tool.index) ?? 0) >= EXPERIENCED
      return keys.map((key) => {
        const { tried, wins, partial } = table.get(key) ?? NOTHING
        const share = experienced ? (wins + DOUBT / 4) / (tried + 1) : (wins + partial + DOUBT) / (tried + 1)
        return (share * share + LEAST) * standing(key, keys.length, identifying)
      })
    },
    learn(tool, keys, outcome) {
      if (typeof outcome === 'string') successes.set(tool.index, (successes.get(tool.index) ?? 0) + 1)
      const change =
        typeof outcome === 'string'
          ? { tried: 1, wins: outcome === 'ok' ? 1 : USUAL, partial: 0 }
          : { tried: BLAME, wins: 0, partial: BLAME * outcome }
      keys.forEach((key, i) => add(tool, i, key, change))
    },
    credit: (tool, { index }, key, good) =>
      add(tool, index, key, { tried: CREDIT, wins: 0, partial: good ? CREDIT : 0 }),
    tallies: (tool, parameter) => tableOf(tool, parameter.index),
  }
}

const NOTHING: Tally = { tried: 0, wins: 0, partial: 0 }

function standing(key: string, count: number, identifying: ReadonlyMap<string, number>): number {
  const rule = SHARES[key]
  if (rule !== undefined) return Math.max(1, rule * count)
  const fame = 1 + 2 * Math.min(3, identifying.get(key) ?? 0)
  return key.startsWith('a') ? fame / 3 : fame
}

function isSelective(table: ReadonlyMap<string, Tally>): boolean {
  const tallies = [...table.values()]
  return tallies.length > 4 && tallies.filter(({ wins }) => wins > 0).length < SELECTIVE * tallies.length
}
