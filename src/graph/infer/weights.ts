import type { Pointer } from '../../core/pointer.js'
import type { Parameter, Tool } from './tools.js'

interface Tally {
  tried: number
  passed: number
}

/** Which origins have worked for which parameters so far. */
export interface Weights {
  /** How promising each origin is for the parameter, in the order given; `reads` are places a refused call looked at. */
  weigh(tool: Tool, parameter: Parameter, keys: readonly string[], reads?: ReadonlySet<Pointer>): number[]
  /** A success credits every origin, less if it only got the usual answer. */
  learn(tool: Tool, keys: readonly string[], outcome: 'ok' | 'usual'): void
  /** One origin got its parameter past its check, or did not; `amount` says how sure that is, from 0 to 1. */
  judge(tool: Tool, parameter: number, key: string, good: boolean, amount: number): void
}

const USUAL = 0.2
const DOUBT = 0.1
const LEAST = 0.002
/** What a refused call looked at is what it compared its arguments with. */
const COMPARED = 8
/** What the origins that are rules get of the whole before anything is known: left out, mentioned, won with, made up, described. */
const SHARES: { readonly [key: string]: number } = { o: 0.3, e: 0.2, w: 0.1, f: 0.08, d: 0.06 }
/** A parameter is selective where fewer of its origins than this share work. */
const SELECTIVE = 0.35
const NOTHING: Tally = { tried: 0, passed: 0 }

export function createWeights(): Weights {
  const tables = new Map<number, Map<string, Tally>[]>()
  /** Origins that work for selective parameters: what identifies things for one tool often does for others. */
  const identifying = new Map<string, number>()
  const tableOf = (tool: Tool, parameter: number): Map<string, Tally> => {
    let known = tables.get(tool.index)
    if (!known) tables.set(tool.index, (known = tool.parameters.map(() => new Map<string, Tally>())))
    return known[parameter] ?? new Map<string, Tally>()
  }
  const add = (tool: Tool, parameter: number, key: string, tried: number, passed: number): void => {
    const table = tableOf(tool, parameter)
    const known = table.get(key) ?? NOTHING
    table.set(key, { tried: known.tried + tried, passed: known.passed + passed })
    if (known.passed < 1 && known.passed + passed >= 1 && isSelective(table))
      identifying.set(key, (identifying.get(key) ?? 0) + 1)
  }
  return {
    weigh(tool, parameter, keys, reads) {
      const table = tableOf(tool, parameter.index)
      return keys.map((key) => {
        const { tried, passed } = table.get(key) ?? NOTHING
        const share = (passed + DOUBT) / (tried + 0.5)
        const compared = reads !== undefined && passed === 0 && isRead(key, reads) ? COMPARED : 1
        return (share * share + LEAST) * standing(key, keys.length, identifying) * compared
      })
    },
    learn(tool, keys, outcome) {
      keys.forEach((key, i) => add(tool, i, key, 1, outcome === 'ok' ? 1 : USUAL))
    },
    judge: (tool, parameter, key, good, amount) => add(tool, parameter, key, amount, good ? amount : 0),
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
  return tallies.length > 4 && tallies.filter(({ passed }) => passed >= 1).length < SELECTIVE * tallies.length
}

function isRead(key: string, reads: ReadonlySet<Pointer>): boolean {
  return key.startsWith('s') && reads.has(key.slice(1, key.lastIndexOf(':')))
}
